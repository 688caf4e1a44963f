import type { INodeExecutionData } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/index.mts';

/** What a run of template 1 says of itself, read off the items that left each node. */
export interface Outcome {
	/** Names of the orders that were read. */
	read: string[];
	skipped: Told[];
	held: Told[];
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
	const mapped = itemsOf('orderToSalesReceipt');
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
