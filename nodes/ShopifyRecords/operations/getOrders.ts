import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwProblem } from '../../n8n/problems';
import type { ShopifyClient } from '../../shopify/client';
import type { OrderDate } from '../../shopify/orderSearch';
import { withPayouts } from '../../shopify/payments/payoutsOfOrders';
import { readOrders, type OrdersRead } from '../../shopify/readOrders';
import { readShop } from '../../shopify/shop';
import { ok, type OrderFacts, type Outcome } from '../../shopify/types';
import { withUnitCosts } from '../../shopify/unitCosts';
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
	const { includePayout, includeUnitCosts } = context.getNodeParameter(
		'options',
		itemIndex,
	) as Additions;
	const paid = includePayout === true ? await adding(read, client, withPayouts) : read;
	return includeUnitCosts === true ? await adding(paid, client, withUnitCosts) : paid;
}

interface Additions {
	includePayout?: boolean;
	includeUnitCosts?: boolean;
}

/** What is not part of the orders themselves, read for all of them together. */
async function adding(
	read: Outcome<OrdersRead>,
	client: ShopifyClient,
	add: (client: ShopifyClient, orders: OrderFacts[]) => Promise<Outcome<OrdersRead>>,
): Promise<Outcome<OrdersRead>> {
	if (!read.ok) return read;
	const added = await add(client, read.value.orders);
	if (!added.ok) return added;
	const { orders, notes } = added.value;
	return ok({ orders, notes: [...read.value.notes, ...notes] });
}
