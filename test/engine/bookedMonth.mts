import { runWorkflow } from '../../engine/index.mts';
import { Company } from '../../sandbox/quickbooks/company/company.mts';
import type { Json } from '../../sandbox/quickbooks/company/types.mts';
import type { Case } from '../../scripts/demo/judge.mts';
import { lastMonth, startMerchant } from '../../scripts/demo/merchant.mts';
import { outcomeOf } from '../../scripts/demo/outcome.mts';
import { bookingOf, readTemplate, refundsFor } from '../../scripts/demo/template.mts';

/**
 * A month booked by template 1, and its refunds by template 3; each call of the result gives the same
 * books anew, to be spoilt.
 */
export async function bookedMonth(): Promise<() => Case & { company: Company }> {
	const month = lastMonth();
	const merchant = await startMerchant({ month, orders: 120, seed: 3 });
	try {
		const workflow = readTemplate();
		const { credentials } = merchant;
		const sales = await runWorkflow({ workflow, credentials });
		const refunding = refundsFor(workflow);
		const refunds = await runWorkflow({ workflow: refunding, credentials });
		const { shopify, quickBooks } = merchant;
		const books = JSON.stringify(quickBooks.company.toJSON());
		return () => ({
			truth: shopify.shop.truth,
			company: Company.fromJSON(JSON.parse(books) as Json, { now: () => new Date() }),
			shopDomain: shopify.shopDomain,
			from: `${month}-01`,
			booking: bookingOf(workflow, true),
			outcomes: [outcomeOf(workflow, sales.outputs), outcomeOf(refunding, refunds.outputs)],
		});
	} finally {
		await merchant.close();
	}
}
