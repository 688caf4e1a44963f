import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { LedgerRowItem } from '../../accounting/facts/payout';
import { readLedgerRow } from '../../accounting/facts/payoutItem';
import { groupBy } from '../../accounting/groupBy';
import { clearingOf } from '../../accounting/ledger/accounts';
import { localDate } from '../../accounting/localDate';
import { Money } from '../../accounting/money';
import { proveClearing } from '../../accounting/payoutProof';
import type { AccountReference } from '../../accounting/documents';
import type { Outcome } from '../../accounting/problems';
import { clock } from '../../n8n/clock';
import { refuseItem, throwProblem } from '../../n8n/problems';
import { ledgerPolicyFor } from '../../panel/ledger/policyFor';
import { proofBooks } from '../../quickbooks/books/proofBooks';
import { accountState } from '../../quickbooks/books/register';
import { answerProblem } from '../../quickbooks/client';
import { shifted } from '../../quickbooks/days';
import { type CompanyBooks, openBooks } from '../books';
import { clearingItem } from '../proofItem';

interface Open extends LedgerRowItem {
	itemIndex: number;
	clearing: AccountReference;
}

const DAYS_BEFORE = 10;

/** What clearing holds now against what Shopify has not paid out: one item per clearing account. */
export async function proveClearingBalances(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const refused: INodeExecutionData[] = [];
	const rows: Open[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const read = readOpen(context, itemIndex);
		if (!read.ok) refused.push(refuseItem(context, itemIndex, read.problem));
		else if (read.value.row.payoutStatus !== 'PAID') rows.push(read.value);
	}
	if (rows.length === 0) return [refused, []];
	const books = await openBooks(context);
	const proofs: INodeExecutionData[] = [];
	for (const own of groupBy(rows, ({ clearing }) => clearing.account)) {
		proofs.push(await proveAccount(context, books, own));
	}
	return [[...proofs, ...refused], []];
}

function readOpen(context: IExecuteFunctions, itemIndex: number): Outcome<Open> {
	const read = readLedgerRow(context.getInputData()[itemIndex].json);
	if (!read.ok) return read;
	const { row, shop } = read.value;
	const policy = ledgerPolicyFor(context, itemIndex, new Date(clock.now()).toISOString());
	const clearing = clearingOf(row.currency, shop, policy, `Balance Transaction ${row.legacyId}`);
	return clearing.ok
		? { ok: true, value: { row, shop, itemIndex, clearing: clearing.value } }
		: clearing;
}

async function proveAccount(
	context: IExecuteFunctions,
	{ session, appUrl }: CompanyBooks,
	rows: readonly Open[],
): Promise<INodeExecutionData> {
	const [{ clearing, shop, row, itemIndex }] = rows;
	const state = await accountState(session, clearing);
	if (!state.ok) return refuseItem(context, itemIndex, state.problem);
	const days = rows.flatMap((open) => localDate(open.row.at, shop.timeZone) ?? []).sort();
	const today = new Date(clock.now()).toISOString().slice(0, 10);
	const books = await proofBooks(
		{ session, appUrl, accounts: [clearing] },
		{ days: { from: shifted(days[0] ?? today, -DAYS_BEFORE), to: today }, orderDays: [] },
	);
	if (books.kind !== 'done') {
		throwProblem(context.getNode(), itemIndex, answerProblem(books, 'QuickBooks'));
	}
	const proof = proveClearing({
		shop,
		currency: row.currency,
		openRows: rows.map((open) => open.row),
		books: books.value,
		balance: Money.parse(state.value.balance, row.currency),
		accounts: new Set([clearing.account]),
	});
	return {
		json: clearingItem(clearing.account, proof),
		pairedItem: rows.map((open) => ({ item: open.itemIndex })),
	};
}
