import type { INodeType } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import type { RunOptions, RunResult, WorkflowFile } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { OrderToCostEntry } from '../../nodes/OrderToCostEntry/OrderToCostEntry.node';
import { QuickBooksPosting } from '../../nodes/QuickBooksPosting/QuickBooksPosting.node';
import { ShopifyRecords } from '../../nodes/ShopifyRecords/ShopifyRecords.node';
import type { Order } from '../../sandbox/shopify/shop/model.mts';
import { templateFile } from './ledgerMonth.mts';
import { parametersOf, type Merchant } from './merchant.mts';

/** Runs template 12 in n8n's own engine, with the package's nodes from their sources. */
export async function runTemplate12(
	merchant: Merchant,
	{ settings = {}, ...options }: Partial<RunOptions> & { settings?: object } = {},
): Promise<RunResult> {
	const workflow: WorkflowFile = templateFile(12);
	Object.assign(parametersOf(workflow, 'Turn orders into cost entries'), settings);
	return await merchant.run(workflow, { nodeTypes: await nodeTypes(), ...options });
}

let known: Promise<NodeTypes> | undefined;

async function nodeTypes(): Promise<NodeTypes> {
	known ??= loadPackages([n8n.builtInFolder()]);
	const builtIn = await known;
	const own = new Map<string, INodeType>(
		[new ShopifyRecords(), new OrderToCostEntry(), new QuickBooksPosting()].map((node) => [
			`n8n-nodes-shopify-quickbooks.${node.description.name}`,
			node,
		]),
	);
	const credentials = [new QuickBooksCompanyOAuth2Api(), new ShopifyStoreOAuth2Api()];
	const types = Object.create(builtIn) as NodeTypes;
	types.getByName = (name) => own.get(name) ?? builtIn.getByName(name);
	types.getByNameAndVersion = (name, version) =>
		own.get(name) ?? builtIn.getByNameAndVersion(name, version);
	types.credential = (name) =>
		credentials.find((each) => each.name === name) ?? builtIn.credential(name);
	return types;
}

interface RefundRow {
	lineItem: { id: string };
	restockType: string;
	quantity: number;
}

/**
 * What the goods that an order moved have cost in the end, in cents, told from its present state alone:
 * the pieces that the customer has, and those that came back broken.
 */
export function costInCents(order: Order): number {
	const rows = order.refunds.flatMap((refund) => refund.refundLineItems as unknown as RefundRow[]);
	const lost = (id: string) =>
		rows
			.filter(({ lineItem, restockType }) => lineItem.id === id && restockType === 'NO_RESTOCK')
			.reduce((sum, { quantity }) => sum + quantity, 0);
	return order.lineItems.reduce((sum, line) => {
		const cost = line.isGiftCard ? null : line.variant?.inventoryItem.unitCost;
		if (!cost) return sum;
		return sum + Math.round(Number(cost.amount) * 100) * (line.currentQuantity + lost(line.id));
	}, 0);
}
