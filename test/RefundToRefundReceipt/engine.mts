import type { INode } from 'n8n-workflow';

import type { RunResult } from '../../engine/index.mts';
import { RefundToRefundReceipt } from '../../nodes/RefundToRefundReceipt/RefundToRefundReceipt.node';
import { runNode } from '../engine/runNode.mts';

/** Runs the node on these refunds in n8n's own engine. */
export async function mapRefunds(
	refunds: readonly unknown[],
	parameters: object = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	const node = new RefundToRefundReceipt();
	return await runNode({ name: 'Map', node, items: refunds, parameters, onError });
}
