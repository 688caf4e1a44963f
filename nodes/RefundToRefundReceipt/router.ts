import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import {
	refundToRefundReceipt,
	type RefundOutcome,
	type RefundSkip,
} from '../accounting/refundToRefundReceipt';
import { clock } from '../n8n/clock';
import { refuseItem } from '../n8n/problems';
import { policyFor } from '../panel/policyFor';

/** Maps every refund by itself: documents to the first output, what is none (yet) to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const documents: INodeExecutionData[] = [];
	const skipped: INodeExecutionData[] = [];
	for (const [itemIndex, { json: refund }] of context.getInputData().entries()) {
		const pairedItem = { item: itemIndex };
		const mapped = await mapRefund(context, itemIndex, refund, asOf).catch(unforeseen);
		if (mapped.kind === 'documents') {
			documents.push(
				...mapped.documents.map((document) => ({ json: { ...document }, pairedItem })),
			);
		} else if (mapped.kind === 'skipped') {
			skipped.push({ json: skippedRefund(refund, mapped.skip), pairedItem });
		} else {
			documents.push(refuseItem(context, itemIndex, mapped.problem));
		}
	}
	return [documents, skipped];
}

/** Async, so that an expression that fails in the panel stops its own refund only. */
async function mapRefund(
	context: IExecuteFunctions,
	itemIndex: number,
	refund: IDataObject,
	asOf: string,
): Promise<RefundOutcome> {
	return refundToRefundReceipt(refund, policyFor(context, itemIndex, asOf));
}

function unforeseen(thrown: unknown): RefundOutcome {
	const problem = {
		code: 'unforeseen',
		what: thrown instanceof Error ? thrown.message : String(thrown),
		where: 'Refund to Refund Receipt',
		fix: 'Look at the settings of this node, and at expressions in them that have no value for this refund.',
	};
	return { kind: 'problem', problem };
}

function skippedRefund(item: IDataObject, { code, reason }: RefundSkip): IDataObject {
	const id = (item.refund as IDataObject | undefined)?.id;
	return { id, name: item.name, skipped: { code, reason } };
}
