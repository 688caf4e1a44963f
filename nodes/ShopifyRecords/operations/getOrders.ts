import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwProblem } from '../../n8n/problems';
import type { OrderDate } from '../../shopify/orderSearch';
import { withPayouts } from '../../shopify/payments/payoutsOfOrders';
import { readOrders } from '../../shopify/readOrders';
import { readShop } from '../../shopify/shop';
import { ok, type OrderFacts } from '../../shopify/types';
import { connectShop } from '../../panel/connectShop';
import { limitOf, orderPeriodOf } from './period';

/** One item per order, oldest first; nothing where there are none. */
export async function getOrders(
	context: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const read = await readForItem(context, itemIndex);
	if (!read.ok) throwProblem(context.getNode(), itemIndex, read.problem);
	for (const message of read.value.notes) {
		context.addExecutionHints({ message, location: 'outputPane' });
	}
	return read.value.orders.map((order) => toItem(order, itemIndex));
}

function toItem(order: OrderFacts, itemIndex: number): INodeExecutionData {
	return { json: order as unknown as INodeExecutionData['json'], pairedItem: { item: itemIndex } };
}

async function readForItem(context: IExecuteFunctions, itemIndex: number) {
	const connection = await connectShop(context, itemIndex);
	if (!connection.ok) return connection;
	const { client, download } = connection.value;
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const search = orderPeriodOf<OrderDate>(context, itemIndex, shop.value.ianaTimezone);
	if (!search.ok) return search;
	const read = await readOrders(
		{ client, shop: shop.value, search: search.value },
		{ download, limit: limitOf(context, itemIndex) },
	);
	const options = context.getNodeParameter('options', itemIndex) as { includePayout?: boolean };
	if (!read.ok || options.includePayout !== true) return read;
	const joined = await withPayouts(client, read.value.orders);
	if (!joined.ok) return joined;
	const { orders, notes } = joined.value;
	return ok({ orders, notes: [...read.value.notes, ...notes] });
}
