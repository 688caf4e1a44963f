import type {
	IDataObject,
	INode,
	INodeType,
	INodeTypeDescription,
	NodeParameterValueType,
} from 'n8n-workflow';

import { runWorkflow, type RunResult } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import { loadPackages, type NodeTypes } from '../../engine/nodeTypes.mts';
import { OrderToSalesReceipt } from '../../nodes/OrderToSalesReceipt/OrderToSalesReceipt.node';
import { RefundToRefundReceipt } from '../../nodes/RefundToRefundReceipt/RefundToRefundReceipt.node';

const MAPPER = 'n8n-nodes-shopify-quickbooks.orderToSalesReceipt';
const REFUND_MAPPER = 'n8n-nodes-shopify-quickbooks.refundToRefundReceipt';
const ORDERS = 'test.orders';

/** Hands out orders, as Shopify Records does, so that the engine pairs items through two nodes. */
function ordersNode(orders: readonly IDataObject[]): INodeType {
	const description = {
		displayName: 'Orders',
		name: 'orders',
		group: ['transform'],
		version: 1,
		description: 'Hands out orders',
		defaults: { name: 'Orders' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} satisfies INodeTypeDescription;
	return {
		description,
		execute: async () => [orders.map((json) => ({ json, pairedItem: { item: 0 } }))],
	};
}

const sources = new Map<string, INodeType>();

let builtIn: Promise<NodeTypes> | undefined;

async function typesWith(orders: readonly IDataObject[]): Promise<NodeTypes> {
	builtIn ??= loadPackages([n8n.builtInFolder()]);
	const inner = await builtIn;
	sources.set(ORDERS, ordersNode(orders));
	sources.set(MAPPER, new OrderToSalesReceipt());
	sources.set(REFUND_MAPPER, new RefundToRefundReceipt());
	const types = Object.create(inner) as NodeTypes;
	types.getByName = (name) => sources.get(name) ?? inner.getByName(name);
	types.getByNameAndVersion = (name, version) =>
		sources.get(name) ?? inner.getByNameAndVersion(name, version);
	return types;
}

type Parameters = Record<string, NodeParameterValueType>;

/** Runs the node on these orders in n8n's own engine. */
export async function mapOrders(
	orders: readonly IDataObject[],
	parameters: Parameters = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	return await mapItems(MAPPER, orders, parameters, onError);
}

/** As `mapOrders`, with the node for refunds. */
export async function mapRefunds(
	refunds: readonly IDataObject[],
	parameters: Parameters = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	return await mapItems(REFUND_MAPPER, refunds, parameters, onError);
}

async function mapItems(
	mapper: string,
	orders: readonly IDataObject[],
	parameters: Parameters,
	onError?: INode['onError'],
): Promise<RunResult> {
	const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return await runWorkflow({
		nodeTypes: await typesWith(orders),
		workflow: {
			name: 'Map orders',
			nodes: [
				node('By hand', 'n8n-nodes-base.manualTrigger'),
				node('Orders', ORDERS),
				node('Map', mapper, { parameters: parameters as INode['parameters'], onError }),
			],
			connections: { 'By hand': to('Orders'), Orders: to('Map') },
			settings: { executionOrder: 'v1' },
		},
	});
}
