import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwProblem } from '../../n8n/problems';
import type { OrderDate } from '../../shopify/orderSearch';
import { readOrders } from '../../shopify/readOrders';
import { readShop } from '../../shopify/shop';
import type { OrderFacts } from '../../shopify/types';
import { connectShop } from '../connection';
import { limitOf, periodOf } from './period';

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
	const search = periodOf<OrderDate>(context, itemIndex, shop.value.ianaTimezone);
	if (!search.ok) return search;
	return await readOrders(
		{ client, shop: shop.value, search: search.value },
		{ download, limit: limitOf(context, itemIndex) },
	);
}
