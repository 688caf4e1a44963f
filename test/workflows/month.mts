import type { RunResult, WorkflowFile } from '../../engine/index.mts';
import { allScenarios } from '../../sandbox/shopify/shop/scenarios/all.mts';
import { judge, type Verdict } from '../../scripts/demo/judge.mts';
import { outcomeOf, type Outcome } from '../../scripts/demo/outcome.mts';
import { bookingOf, refundsFor } from '../../scripts/demo/template.mts';
import { lastMonth, nodesOf, startMerchant, template, type Merchant } from './merchant.mts';
import { told, type Account } from './told.mts';

export type OrdersTemplate = 1 | 2 | 4;

interface Run {
	workflow: WorkflowFile;
	result: RunResult;
	said: Account;
}

/** A month in which everything happens, its orders booked by one template and its refunds by the third. */
export class Month {
	private readonly outcomes: Outcome[] = [];

	private constructor(
		readonly merchant: Merchant,
		readonly orders: WorkflowFile,
		readonly refunds: WorkflowFile,
	) {}

	static async open(number: OrdersTemplate): Promise<Month> {
		const scenarios = allScenarios.map(({ name }) => name);
		const merchant = await startMerchant({ scenarios, orders: scenarios.length });
		const orders = template(number);
		return new Month(merchant, orders, refundsFor(orders));
	}

	async run(workflow: WorkflowFile): Promise<Run> {
		const result = await this.merchant.run(workflow);
		this.outcomes.push(outcomeOf(workflow, result.outputs));
		return { workflow, result, said: told(result, nodesOf(workflow)) };
	}

	/** The books against the merchant's own record. */
	judge(refunds: boolean): Verdict {
		const { shopify, quickBooks } = this.merchant;
		return judge({
			truth: shopify.shop.truth,
			company: quickBooks.company,
			shopDomain: shopify.shopDomain,
			from: `${lastMonth()}-01`,
			booking: bookingOf(this.orders, refunds),
			outcomes: this.outcomes,
		});
	}

	journal(): string {
		return JSON.stringify(this.merchant.quickBooks.company.journal);
	}
}
