import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { clock } from '../../n8n/clock';
import { throwProblem } from '../../n8n/problems';
import { dateRange, type OrderDate, type OrderSearch } from '../../shopify/orderSearch';
import { readOrders } from '../../shopify/readOrders';
import { readShop } from '../../shopify/shop';
import { ok, type OrderFacts, type Outcome } from '../../shopify/types';
import { connectShop } from '../connection';

const HOUR_MS = 3_600_000;

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
	const search = searchOf(context, itemIndex, shop.value.ianaTimezone);
	if (!search.ok) return search;
	return await readOrders(
		{ client, shop: shop.value, search: search.value },
		{ download, limit: limitOf(context, itemIndex) },
	);
}

function searchOf(
	context: IExecuteFunctions,
	itemIndex: number,
	timeZone: string,
): Outcome<OrderSearch> {
	const parameter = (name: string) => context.getNodeParameter(name, itemIndex);
	const { includeTestOrders } = parameter('options') as { includeTestOrders?: boolean };
	const search = {
		date: parameter('dateField') as OrderDate,
		includeTest: includeTestOrders === true,
	};
	switch (parameter('period')) {
		case 'all':
			return ok(search);
		case 'lastHours':
			return ok({ ...search, from: clock.now() - Number(parameter('hours')) * HOUR_MS });
		default: {
			const range = dateRange(timeText(parameter('from')), timeText(parameter('to')), timeZone);
			return range.ok ? ok({ ...search, ...range.value }) : range;
		}
	}
}

function limitOf(context: IExecuteFunctions, itemIndex: number): number | undefined {
	if (context.getNodeParameter('returnAll', itemIndex) === true) return undefined;
	return Math.max(1, Math.floor(Number(context.getNodeParameter('limit', itemIndex))));
}

/** An expression such as {{ $now }} gives n8n's DateTime instead of text. */
function timeText(value: unknown): string {
	const time = value as { toISO?: () => string } | null | undefined;
	return typeof time?.toISO === 'function' ? time.toISO() : String(value ?? '');
}
