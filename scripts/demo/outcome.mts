import type { INodeExecutionData } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/index.mts';

/** What a run of a template says of itself, read off the items that left each node. */
export interface Outcome {
	/** Names of the orders that were read, or of the orders whose refunds were. */
	read: string[];
	skipped: Told[];
	held: Told[];
	/** By the names of their sources: "#1001", its edit "#1001-E1", its refund "#1001-R1". */
	posted: string[];
	alreadyPosted: string[];
}

export interface Told {
	order: string;
	why: string;
	fix?: string;
}

type Outputs = Record<string, INodeExecutionData[][]>;
type Json = Record<string, unknown>;

const PACKAGE = 'n8n-nodes-shopify-quickbooks';

export function outcomeOf(workflow: WorkflowFile, outputs: Outputs): Outcome {
	const itemsOf = (type: string) =>
		workflow.nodes
			.filter((node) => node.type === `${PACKAGE}.${type}`)
			.flatMap(({ name }) => (outputs[name] ?? []).flat())
			.map(({ json }) => json as Json);
	const mapped = [...itemsOf('orderToSalesReceipt'), ...itemsOf('refundToRefundReceipt')];
	const booked = itemsOf('quickBooksPosting');
	const withStatus = (status: string) =>
		booked
			.filter(({ quickBooks }) => (quickBooks as Json | undefined)?.status === status)
			.map(orderName);
	return {
		read: itemsOf('shopifyRecords')
			.filter(({ error }) => !error)
			.map(orderName),
		skipped: mapped.filter(({ skipped }) => skipped).map(skippedOrder),
		held: [...mapped, ...booked].filter(({ error }) => error).map(heldOrder),
		posted: withStatus('Posted'),
		alreadyPosted: withStatus('Already Posted'),
	};
}

/** "#1001" of "#1001-R1". */
export const orderOf = ({ order }: Told): string => order.replace(/-[ERPX]\d*$/, '');

function orderName({ name, source }: Json): string {
	return String((source as Json | undefined)?.name ?? name ?? 'an order without a name');
}

function skippedOrder(json: Json): Told {
	const { reason } = json.skipped as Json;
	return { order: orderName(json), why: String(reason) };
}

function heldOrder(json: Json): Told {
	const details = (json.details ?? {}) as Json;
	const fix = json.fix ?? details.fix;
	const why = String(details.what ?? json.what ?? messageOf(json.error));
	return { order: orderName(json), why, ...(fix ? { fix: String(fix) } : {}) };
}

function messageOf(error: unknown): string {
	const message = (error as { message?: string } | undefined)?.message;
	return message ?? String(error);
}
