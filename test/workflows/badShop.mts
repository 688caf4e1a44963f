import { inspect } from 'node:util';

import type { INode } from 'n8n-workflow';

import type { RunResult, WorkflowFile } from '../../engine/index.mts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import type { Order } from '../../sandbox/shopify/shop/model.mts';
import {
	lastMonth,
	NODES,
	nodesOf,
	startMerchant,
	template1,
	type Credentials,
	type Merchant,
	type MerchantOptions,
	type Shop,
} from './merchant.mts';
import { told, type Account } from './told.mts';

/** A run of a template as its user sees it. */
export interface Seen extends Account {
	status: string;
	/** The node's own error, when the run stopped: message and description. */
	error: string;
	result: RunResult;
}

/** A merchant whose runs are all searched for tokens and secrets. */
export class Watched {
	private readonly secrets = new Set<string>();
	/** Where a token or secret was found; never the secret itself. */
	readonly leaks: string[] = [];

	private constructor(readonly merchant: Merchant) {
		for (const { clientSecret } of [merchant.shopify, merchant.quickBooks]) {
			this.secrets.add(clientSecret);
		}
		this.noteTokens();
	}

	static async start(options: MerchantOptions): Promise<Watched> {
		return new Watched(await startMerchant(options));
	}

	async run(workflow: WorkflowFile = template1()): Promise<Seen> {
		this.noteTokens();
		const result = await this.merchant.run(workflow);
		this.noteTokens();
		this.search(result);
		const { message, description } = result.error ?? {};
		return {
			...told(result, nodesOf(workflow)),
			status: result.status,
			error: [message, description].filter(Boolean).join(' | '),
			result,
		};
	}

	/** Sales receipts by document number, e.g. { 1001: 1 }. */
	receipts(): Record<string, number> {
		const counts: Record<string, number> = {};
		for (const { DocNumber } of this.merchant.quickBooks.company.all('SalesReceipt')) {
			counts[String(DocNumber)] = (counts[String(DocNumber)] ?? 0) + 1;
		}
		return counts;
	}

	orderNames(): string[] {
		return this.merchant.shopify.shop.orders.map(({ name }) => name);
	}

	/** What `receipts` gives when every order is booked exactly once. */
	allOnce(): Record<string, number> {
		return Object.fromEntries(this.orderNames().map((name) => [name.replace('#', ''), 1]));
	}

	async close(): Promise<void> {
		await this.merchant.close();
	}

	private noteTokens(): void {
		for (const token of tokensIn(this.merchant.credentials)) this.secrets.add(token);
	}

	private search(result: RunResult): void {
		const text = inspect(result.run, {
			depth: null,
			maxArrayLength: null,
			maxStringLength: null,
			showHidden: true,
		});
		for (const secret of this.secrets) {
			const at = text.indexOf(secret);
			if (at >= 0) this.leaks.push(text.slice(Math.max(0, at - 80), at));
		}
	}
}

function tokensIn(credentials: Credentials): string[] {
	return Object.values(credentials).flatMap(({ oauthTokenData }) =>
		Object.entries((oauthTokenData ?? {}) as object).flatMap(([name, value]) =>
			/_token$/.test(name) && typeof value === 'string' ? [value] : [],
		),
	);
}

/** Ordinary paid orders. */
export function smallShop(orders = 5): Shop {
	return createShop({
		seed: 5,
		month: lastMonth(),
		orders,
		scenarios: ['Ordinary paid order'],
	});
}

/** Every amount of the order in this currency; the order's goods and customer stay as they are. */
export function restateIn(order: Order, currencyCode: string): void {
	order.currencyCode = currencyCode;
	order.presentmentCurrencyCode = currencyCode;
	const parts = [order, ...order.lineItems, ...order.shippingLines, ...order.transactions];
	const lines = parts.flatMap(({ taxLines, discountAllocations }) => [
		taxLines,
		discountAllocations,
	]);
	for (const part of [...parts, ...lines.flat()]) restateBags(part, currencyCode);
}

function restateBags(part: unknown, currencyCode: string): void {
	const fields = (part ?? {}) as Record<string, unknown>;
	for (const [name, value] of Object.entries(fields)) {
		const bag = value as { shopMoney?: { amount: string }; presentmentMoney?: { amount: string } };
		if (!bag?.shopMoney || !bag.presentmentMoney) continue;
		fields[name] = {
			shopMoney: { ...bag.shopMoney, currencyCode },
			presentmentMoney: { ...bag.presentmentMoney, currencyCode },
		};
	}
}

/** Template 1 with a Set node between mapper and posting, as a user inserts it on the canvas. */
export function withEdit(field: string, expression: string): WorkflowFile {
	const workflow = template1();
	const edit: INode = {
		id: 'edit',
		name: 'Edit documents',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [780, -60],
		parameters: {
			assignments: {
				assignments: [{ id: 'a', name: field, value: `={{ ${expression} }}`, type: 'string' }],
			},
			includeOtherFields: true,
			options: {},
		},
	};
	const { main } = workflow.connections[NODES.map];
	const [toPosting] = main;
	main[0] = [{ node: edit.name, type: 'main', index: 0 }];
	return {
		...workflow,
		nodes: [...workflow.nodes, edit],
		connections: { ...workflow.connections, [edit.name]: { main: [toPosting] } },
	};
}
