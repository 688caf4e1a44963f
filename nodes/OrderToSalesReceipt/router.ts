import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { orderToDocuments, type OrderOutcome } from '../accounting/orderDocuments';
import type { Skip } from '../accounting/orderToSalesReceipt';
import { summaries, type SummaryPart } from '../accounting/summary';
import { clock } from '../n8n/clock';
import { refuseItem } from '../n8n/problems';
import { policyFor } from '../panel/policyFor';

/** Maps every order by itself: documents to the first output, orders that are no sale to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const documents: INodeExecutionData[] = [];
	const skipped: INodeExecutionData[] = [];
	const parts: Array<SummaryPart & { item: number }> = [];
	for (const [itemIndex, { json: order }] of context.getInputData().entries()) {
		const pairedItem = { item: itemIndex };
		const skip = (each: Skip) => skipped.push({ json: skippedOrder(order, each), pairedItem });
		const mapped = await mapOrder(context, itemIndex, asOf).catch(unforeseen);
		if (mapped.kind === 'documents') {
			documents.push(
				...mapped.documents.map((document) => ({ json: { ...document }, pairedItem })),
			);
			mapped.waiting.forEach(skip);
			if (mapped.part !== undefined) parts.push({ ...mapped.part, item: itemIndex });
		} else if (mapped.kind === 'skipped') {
			skip(mapped.skip);
		} else {
			documents.push(refuseItem(context, itemIndex, mapped.problem));
		}
	}
	return [[...documents, ...summaryItems(parts)], skipped];
}

/** Async, so that an expression that fails in the panel stops its own order only. */
async function mapOrder(
	context: IExecuteFunctions,
	itemIndex: number,
	asOf: string,
): Promise<OrderOutcome> {
	const { json: order } = context.getInputData()[itemIndex];
	return orderToDocuments(order, policyFor(context, itemIndex, asOf));
}

/** Once all orders were seen. */
function summaryItems(parts: ReadonlyArray<SummaryPart & { item: number }>): INodeExecutionData[] {
	return summaries(parts).map(({ document, parts: own }) => ({
		json: { ...document },
		pairedItem: own.map(({ item }) => ({ item })),
	}));
}

function unforeseen(thrown: unknown): OrderOutcome {
	const problem = {
		code: 'unforeseen',
		what: thrown instanceof Error ? thrown.message : String(thrown),
		where: 'Order to Sales Receipt',
		fix: 'Look at the settings of this node, and at expressions in them that have no value for this order.',
	};
	return { kind: 'problem', problem };
}

function skippedOrder({ id, name }: IDataObject, { code, reason }: Skip): IDataObject {
	return { id, name, skipped: { code, reason } };
}
