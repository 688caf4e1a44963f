import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readPayout } from '../../accounting/facts/payoutItem';
import type { PayoutFacts } from '../../accounting/facts/payout';
import { clearingOf } from '../../accounting/ledger/accounts';
import {
	type Books,
	daysOfPayouts,
	type OrderLinks,
	type PayoutProof,
	provePayout,
	readOrderLinks,
} from '../../accounting/payoutProof';
import type { AccountReference } from '../../accounting/documents';
import type { Outcome, Problem } from '../../accounting/problems';
import { clock } from '../../n8n/clock';
import { refuseItem, throwProblem } from '../../n8n/problems';
import { ledgerPolicyFor } from '../../panel/ledger/policyFor';
import { recordOf, textOf } from '../../panel/values';
import { proofBooks } from '../../quickbooks/books/proofBooks';
import { answerProblem } from '../../quickbooks/client';
import { shifted } from '../../quickbooks/days';
import { clearingState, type CompanyBooks, openBooks } from '../books';
import { proofItem } from '../proofItem';
import { reportItem } from '../reportItem';

interface Read {
	itemIndex: number;
	payout: PayoutFacts;
	orders: OrderLinks[];
	clearing: AccountReference[];
}

/** Documents may be dated a little before their row, and later where books were closed. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 40;

/**
 * All payouts together, so that the books are read once: a proof for each to the first output, one
 * report of all to the second. A payout that cannot be proved is an item like any other; one that
 * cannot be read, or does not add up in itself, leaves by the error output.
 */
export async function provePayouts(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const refused: Array<{ itemIndex: number; problem: Problem }> = [];
	const payouts: Read[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const read = readItem(context, itemIndex);
		if (read.ok) payouts.push(read.value);
		else refused.push({ itemIndex, problem: read.problem });
	}
	const proofs: Array<{ itemIndex: number; proof: PayoutProof }> = [];
	const company = payouts.length === 0 ? undefined : await openBooks(context);
	const known = company === undefined ? [] : await withAccounts(company, payouts, refused);
	const books =
		company === undefined || known.length === 0
			? undefined
			: await booksOf(context, company, known);
	for (const { itemIndex, payout, orders, clearing } of books === undefined ? [] : known) {
		const accounts = { clearing: new Set(clearing.map(({ account }) => account)) };
		const proof = provePayout({ payout, orders, books: books as Books, accounts });
		if (proof.ok) proofs.push({ itemIndex, proof: proof.value });
		else refused.push({ itemIndex, problem: proof.problem });
	}
	const items = [
		...proofs.map(({ itemIndex, proof }) => ({
			json: proofItem(proof),
			pairedItem: { item: itemIndex },
		})),
		...refused.map(({ itemIndex, problem }) => refuseItem(context, itemIndex, problem)),
	];
	if (books === undefined) return [items, []];
	return [items, [await reportItem(context, { books, proofs, refused })]];
}

function readItem(context: IExecuteFunctions, itemIndex: number): Outcome<Read> {
	const { json } = context.getInputData()[itemIndex];
	const payout = readPayout(json);
	if (!payout.ok) return payout;
	const orders = readOrderLinks(json);
	if (!orders.ok) return orders;
	const { currency, shop, legacyId } = payout.value;
	const policy = ledgerPolicyFor(context, itemIndex, new Date(clock.now()).toISOString());
	const clearing = clearingOf(currency, shop, policy, `Payout ${legacyId}`);
	if (!clearing.ok) return clearing;
	const options = recordOf(context.getNodeParameter('options', itemIndex, {}));
	const undeposited = textOf(options.undepositedFunds) ?? policy.payouts.undeposited.account;
	return {
		ok: true,
		value: {
			itemIndex,
			payout: payout.value,
			orders: orders.value,
			clearing: [clearing.value, { account: undeposited, type: 'Other Current Asset' }],
		},
	};
}

/** Against an account that is not there every row would differ, which says nothing of the rows. */
async function withAccounts(
	books: CompanyBooks,
	payouts: readonly Read[],
	refused: Array<{ itemIndex: number; problem: Problem }>,
): Promise<Read[]> {
	const known: Read[] = [];
	for (const read of payouts) {
		const state = await clearingState(books, read.clearing[0], read.payout.currency);
		if (state.ok) known.push(read);
		else refused.push({ itemIndex: read.itemIndex, problem: state.problem });
	}
	return known;
}

async function booksOf(
	context: IExecuteFunctions,
	{ session, appUrl }: CompanyBooks,
	payouts: readonly Read[],
): Promise<Books> {
	const days = daysOfPayouts(payouts);
	const today = new Date(clock.now()).toISOString().slice(0, 10);
	const accounts = payouts.flatMap(({ clearing }) => clearing);
	const books = await proofBooks(
		{ session, appUrl, accounts },
		{
			days: {
				from: shifted(days?.first ?? today, -DAYS_BEFORE),
				to: shifted(days?.last ?? today, DAYS_AFTER),
			},
			orderDays: days?.orders ?? [],
		},
	);
	if (books.kind === 'done') return books.value;
	return throwProblem(context.getNode(), 0, answerProblem(books, 'QuickBooks'));
}
