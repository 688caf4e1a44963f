import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import type { RunResult } from '../../engine/index.mts';
import { ledgerPolicy } from '../../nodes/accounting/ledgerPolicy.ts';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes/index.ts';
import { payoutToDeposit } from '../../nodes/accounting/payoutToDeposit/index.ts';
import { salesReceiptPolicy } from '../../nodes/accounting/policy.ts';
import { PayoutProof } from '../../nodes/PayoutProof/PayoutProof.node';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { connected } from '../QuickBooksPosting/engine.mts';
import { runNode } from '../engine/runNode.mts';
import {
	ledgerDocuments,
	readEverything,
	saleDocuments,
	type ShopFacts,
} from '../ledger/bookedShop.mts';
import { openBooks } from '../quickbooks/books.mts';

export { connected };

const CREATE = {
	create: new Set(['Account', 'Customer', 'Vendor', 'Item', 'Payment Method', 'Term'] as const),
};

/** A month of a shop, booked in a company: once, for tests that read only. */
export async function bookedShop() {
	const facts = await readEverything({ seed: 11, month: '2026-10', orders: 150 });
	const books = await openBooks({ company: 'us-automated' });
	const documents = [...saleDocuments(facts).documents, ...ledgerDocuments(facts).documents];
	const results = await books.post(documents, CREATE);
	const failed = results.flatMap((each) => (each.ok ? [] : [each.problem.what]));
	if (failed.length > 0) throw new Error(failed[0]);
	return { facts, documents, books, company: books.sandbox };
}

/** Runs the node on these items in n8n's own engine. */
export async function prove(
	items: readonly unknown[],
	credential: ICredentialDataDecryptedObject | undefined,
	parameters: IDataObject = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	return await runNode({
		name: 'Prove',
		node: new PayoutProof(),
		items,
		parameters,
		onError,
		credentialTypes: [new QuickBooksCompanyOAuth2Api()],
		credentials: credential === undefined ? {} : { quickBooksCompanyOAuth2Api: credential },
	});
}

/** What the calls of a run asked for, by method and path. */
export function callsOf(company: QuickBooksSandbox): Array<{ method: string; path: string }> {
	return company.control.log().map(({ method, path }) => ({ method, path }));
}

const UNDEPOSITED = { account: 'Undeposited Funds', type: 'Other Current Asset' } as const;
const ASK_ME = { account: 'Ask My Accountant', type: 'Other Expense' } as const;

/** The same shop, where money waits in Undeposited Funds and payouts are deposits of receipts. */
export async function bookedByReceipts(facts: ShopFacts) {
	const orders = salesReceiptPolicy({
		saleForm: 'Invoice and Payments',
		paymentAccounts: [
			{ gateway: 'shopify_payments', account: UNDEPOSITED },
			{ gateway: '*', account: { account: 'Other Payments', type: 'Bank' } },
		],
	});
	const policy = ledgerPolicy({
		payouts: {
			form: 'Deposit of Receipts',
			receipts: 'Payment',
			banks: [{ payoutsOf: '*', account: { account: 'Checking', type: 'Bank' } }],
		},
		typeRules: [...LEDGER_TYPES.values()]
			.filter(({ confirm }) => confirm)
			.map(({ type }) => ({ type, reason: '', account: ASK_ME })),
	});
	const payouts = facts.payouts.map((payout) => payoutToDeposit(payout, policy));
	const problems = payouts.flatMap((each) => (each.kind === 'problem' ? [each.problem.what] : []));
	const documents = [
		...saleDocuments(facts, orders).documents,
		...payouts.flatMap((each) => (each.kind === 'documents' ? each.documents : [])),
	];
	const books = await openBooks({ company: 'us-automated' });
	const results = await books.post(documents, CREATE);
	const failed = results.flatMap((each) => (each.ok ? [] : [each.problem.what]));
	return { books, company: books.sandbox, problems: [...problems, ...failed] };
}
