import type { INode } from 'n8n-workflow';

import type { RunResult } from '../../engine/index.mts';
import { OrderToSalesReceipt } from '../../nodes/OrderToSalesReceipt/OrderToSalesReceipt.node';
import { runNode } from '../engine/runNode.mts';

/** Runs the node on these orders in n8n's own engine. */
export async function mapOrders(
	orders: readonly unknown[],
	parameters: object = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	const node = new OrderToSalesReceipt();
	return await runNode({ name: 'Map', node, items: orders, parameters, onError });
}
