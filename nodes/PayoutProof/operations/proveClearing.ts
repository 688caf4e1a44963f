import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { LedgerRowFacts, LedgerRowItem, LedgerShopFacts } from '../../accounting/facts/payout';
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
import { proofBooks, type ProofDays } from '../../quickbooks/books/proofBooks';
import { answerProblem } from '../../quickbooks/client';
import { shifted } from '../../quickbooks/days';
import { clearingState, type CompanyBooks, openBooks } from '../books';
import { clearingItem } from '../proofItem';

interface Own extends LedgerRowItem {
	itemIndex: number;
	clearing: AccountReference;
}

const DAYS_BEFORE = 10;

/**
 * What clearing holds now against what Shopify has not paid out: one item per clearing account. Where an
 * account cannot be proved at all, each of its rows is refused.
 */
export async function proveClearingBalances(
	context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const refused: INodeExecutionData[] = [];
	const rows: Own[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const read = readRow(context, itemIndex);
		if (read.ok) rows.push(read.value);
		else refused.push(refuseItem(context, itemIndex, read.problem));
	}
	if (rows.length === 0) return [refused, []];
	const books = await openBooks(context);
	const proofs: INodeExecutionData[] = [];
	for (const own of groupBy(rows, ({ clearing, row }) => `${row.currency} ${clearing.account}`)) {
		const proof = await proveAccount(context, books, own);
		if (proof.ok) proofs.push(proof.value);
		else refused.push(...own.map((each) => refuseItem(context, each.itemIndex, proof.problem)));
	}
	return [[...proofs, ...refused], []];
}

function readRow(context: IExecuteFunctions, itemIndex: number): Outcome<Own> {
	const read = readLedgerRow(context.getInputData()[itemIndex].json);
	if (!read.ok) return read;
	const { row, shop } = read.value;
	const policy = ledgerPolicyFor(context, itemIndex, new Date(clock.now()).toISOString());
	const clearing = clearingOf(row.currency, shop, policy, `Balance Transaction ${row.legacyId}`);
	return clearing.ok
		? { ok: true, value: { row, shop, itemIndex, clearing: clearing.value } }
		: clearing;
}

/** Rows that were paid out say nothing here, but that there are no others proves something too. */
async function proveAccount(
	context: IExecuteFunctions,
	books: CompanyBooks,
	rows: readonly Own[],
): Promise<Outcome<INodeExecutionData>> {
	const [{ clearing, shop, row, itemIndex }] = rows;
	if (rows.some((each) => each.shop.domain !== shop.domain)) return severalShops(clearing);
	const state = await clearingState(books, clearing, row.currency);
	if (!state.ok) return state;
	const open = rows.flatMap((each) => (each.row.payoutStatus === 'PAID' ? [] : [each.row]));
	const entries = await proofBooks({ ...books, accounts: [clearing] }, daysOf(open, shop));
	if (entries.kind !== 'done') {
		throwProblem(context.getNode(), itemIndex, answerProblem(entries, 'QuickBooks'));
	}
	const proof = proveClearing({
		shop,
		currency: row.currency,
		openRows: open,
		books: entries.value,
		balance: Money.parse(state.value.balance, row.currency),
		accounts: new Set([clearing.account]),
	});
	return {
		ok: true,
		value: {
			json: clearingItem(clearing.account, proof),
			pairedItem: rows.map((each) => ({ item: each.itemIndex })),
		},
	};
}

/** The shop's day may be one ahead of UTC's. */
function daysOf(open: readonly LedgerRowFacts[], shop: LedgerShopFacts): ProofDays {
	const today = new Date(clock.now()).toISOString().slice(0, 10);
	const days = [today, ...open.flatMap(({ at }) => localDate(at, shop.timeZone) ?? [])].sort();
	const [first, last] = [days[0], days[days.length - 1]];
	return { days: { from: shifted(first, -DAYS_BEFORE), to: shifted(last, 1) }, orderDays: [] };
}

function severalShops({ account }: AccountReference): Outcome<never> {
	return {
		ok: false,
		problem: {
			code: 'several-shops',
			what: 'It holds the money of several shops, whose figures cannot be told apart in one balance',
			where: `Account "${account}"`,
			fix: "Book each shop into a clearing account of its own, and prove them by nodes with that account under 'Clearing Accounts'.",
		},
	};
}
