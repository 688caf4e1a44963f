import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { type Books, type PayoutProof, report, suspectsIn } from '../accounting/payoutProof';
import type { LedgerShopFacts } from '../accounting/facts/payout';
import { groupBy } from '../accounting/groupBy';
import type { Problem } from '../accounting/problems';
import { recordOf, textOf } from '../panel/values';
import { entryItem } from './proofItem';

interface Proved {
	books: Books;
	proofs: ReadonlyArray<{ itemIndex: number; proof: PayoutProof }>;
	refused: ReadonlyArray<{ itemIndex: number; problem: Problem }>;
}

/** One item for all payouts: figures as JSON, and the page for people as a file. */
export async function reportItem(
	context: IExecuteFunctions,
	{ books, proofs, refused }: Proved,
): Promise<INodeExecutionData> {
	const all = proofs.map(({ proof }) => proof);
	const shops = groupBy(all, ({ payout }) => payout.shop.domain).map(([{ payout }]) => payout.shop);
	const suspects = shops.flatMap(({ domain }) => suspectsIn(books.entries, domain));
	const html = report({
		shop: namesOf(context, shops),
		timeZone: shops[0]?.timeZone ?? 'UTC',
		proofs: all,
		refused: refused.map(({ problem }) => problem),
		suspects,
	});
	const field = textOf(context.getNodeParameter('binaryField', 0, '')) ?? 'data';
	const proved = all.filter(({ isProved }) => isProved).length;
	const binary = await context.helpers.prepareBinaryData(
		Buffer.from(html, 'utf8'),
		'payout-proof.html',
		'text/html',
	);
	return {
		json: {
			result: proved === all.length && refused.length === 0 ? 'Proved' : 'Not Proved',
			payouts: all.length + refused.length,
			proved,
			notProved: all.length - proved,
			refused: refused.length,
			suspects: suspects.map(({ entry, like }) => ({
				document: entryItem(entry),
				like: entryItem(like),
			})),
		},
		binary: { [field]: binary },
		pairedItem: [...context.getInputData().keys()].map((item) => ({ item })),
	};
}

/** As their owners call them, where the items say so. */
function namesOf(context: IExecuteFunctions, shops: readonly LedgerShopFacts[]): string {
	const told = new Map(
		context.getInputData().map(({ json }) => {
			const { myshopifyDomain, name } = recordOf(json.shop);
			return [textOf(myshopifyDomain), textOf(name)] as const;
		}),
	);
	return shops.map(({ domain }) => told.get(domain) ?? domain).join(', ');
}
