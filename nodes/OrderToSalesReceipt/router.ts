import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	orderToSalesReceipt,
	type SalesReceiptOutcome,
	type Skip,
} from '../accounting/orderToSalesReceipt';
import { refuseItem } from '../n8n/problems';
import { policyFor } from './settings';

/** Maps every order by itself: documents to the first output, orders that are no sale to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const documents: INodeExecutionData[] = [];
	const skipped: INodeExecutionData[] = [];
	for (const [itemIndex, { json: order }] of context.getInputData().entries()) {
		const pairedItem = { item: itemIndex };
		const mapped = await mapOrder(context, itemIndex, order).catch(unforeseen);
		if (mapped.kind === 'document') {
			documents.push({ json: { ...mapped.document }, pairedItem });
		} else if (mapped.kind === 'skipped') {
			skipped.push({ json: skippedOrder(order, mapped.skip), pairedItem });
		} else {
			documents.push(refuseItem(context, itemIndex, mapped.problem));
		}
	}
	return [documents, skipped];
}

/** Async, so that an expression that fails in the panel stops its own order only. */
async function mapOrder(
	context: IExecuteFunctions,
	itemIndex: number,
	order: IDataObject,
): Promise<SalesReceiptOutcome> {
	return orderToSalesReceipt(order, policyFor(context, itemIndex));
}

function unforeseen(thrown: unknown): SalesReceiptOutcome {
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
