import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import type { RunResult } from '../../engine/index.mts';
import { PayoutProof } from '../../nodes/PayoutProof/PayoutProof.node';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { connected } from '../QuickBooksPosting/engine.mts';
import { runNode } from '../engine/runNode.mts';
import { ledgerDocuments, readEverything, saleDocuments } from '../ledger/bookedShop.mts';
import { openBooks } from '../quickbooks/books.mts';

export { connected };

/** A month of a shop, booked in a company: once, for tests that read only. */
export async function bookedShop() {
	const facts = await readEverything({ seed: 11, month: '2026-10', orders: 150 });
	const books = await openBooks({ company: 'us-automated' });
	const documents = [...saleDocuments(facts).documents, ...ledgerDocuments(facts).documents];
	const results = await books.post(documents, {
		create: new Set(['Account', 'Customer', 'Vendor', 'Item', 'Payment Method', 'Term'] as const),
	});
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
