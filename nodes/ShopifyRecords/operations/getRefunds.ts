import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwProblem } from '../../n8n/problems';
import type { RefundSearch } from '../../shopify/refundDates';
import { withPayouts } from '../../shopify/payments/payoutsOfOrders';
import { readRefunds } from '../../shopify/readRefunds';
import { readShop } from '../../shopify/shop';
import { ok, type RefundFacts } from '../../shopify/types';
import { connectShop } from '../../panel/connectShop';
import { limitOf, orderPeriodOf } from './period';

/** One item per refund with its order, oldest first; nothing where there are none. */
export async function getRefunds(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const read = await readForItem(context, itemIndex);
	if (!read.ok) throwProblem(context.getNode(), itemIndex, read.problem);
	for (const message of read.value.notes) {
		context.addExecutionHints({ message, location: 'outputPane' });
	}
	return read.value.refunds.map((refund) => toItem(refund, itemIndex));
}

function toItem(refund: RefundFacts, itemIndex: number): INodeExecutionData {
	return { json: refund as unknown as INodeExecutionData['json'], pairedItem: { item: itemIndex } };
}

async function readForItem(context: IExecuteFunctions, itemIndex: number) {
	const connection = await connectShop(context, itemIndex);
	if (!connection.ok) return connection;
	const { client } = connection.value;
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const search = orderPeriodOf<RefundSearch['date']>(context, itemIndex, shop.value.ianaTimezone);
	if (!search.ok) return search;
	const read = await readRefunds(
		{ client, shop: shop.value, search: search.value },
		limitOf(context, itemIndex),
	);
	const options = context.getNodeParameter('options', itemIndex) as { includePayout?: boolean };
	if (!read.ok || options.includePayout !== true) return read;
	const joined = await withPayouts(client, read.value.refunds);
	if (!joined.ok) return joined;
	const { orders: refunds, notes } = joined.value;
	return ok({ refunds, notes: [...read.value.notes, ...notes] });
}
