import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { throwProblem } from '../../n8n/problems';
import type { ShopifyClient } from '../../shopify/client';
import { withOrders } from '../../shopify/payments/orderMoney';
import { readBalanceTransactions } from '../../shopify/payments/readBalanceTransactions';
import { readDisputes } from '../../shopify/payments/readDisputes';
import { readPayouts } from '../../shopify/payments/readPayouts';
import type { Period, Read } from '../../shopify/payments/types';
import { readShop } from '../../shopify/shop';
import type { GraphqlObject, Outcome, Shop } from '../../shopify/types';
import { connectShop } from '../../panel/connectShop';
import { limitOf, periodOf } from './period';

interface Options {
	includeOrders?: boolean;
	includeTest?: boolean;
	hideTransfers?: boolean;
	statuses?: string[];
}

type Reader = (
	source: { client: ShopifyClient; shop: Shop },
	period: Period,
	options: Options,
	limit?: number,
) => Promise<Outcome<Read<GraphqlObject>>>;

/** One item per fact of Shopify Payments, oldest first; nothing where there are none. */
function getMany(read: Reader) {
	return async (context: IExecuteFunctions, itemIndex: number): Promise<INodeExecutionData[]> => {
		const result = await readForItem(context, itemIndex, read);
		if (!result.ok) throwProblem(context.getNode(), itemIndex, result.problem);
		for (const message of result.value.notes) {
			context.addExecutionHints({ message, location: 'outputPane' });
		}
		return result.value.facts.map((fact) => ({
			json: fact as INodeExecutionData['json'],
			pairedItem: { item: itemIndex },
		}));
	};
}

async function readForItem(context: IExecuteFunctions, itemIndex: number, read: Reader) {
	const connection = await connectShop(context, itemIndex);
	if (!connection.ok) return connection;
	const { client } = connection.value;
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const period = periodOf(context, itemIndex, shop.value.ianaTimezone);
	if (!period.ok) return period;
	const options = context.getNodeParameter('options', itemIndex) as Options;
	const limit = limitOf(context, itemIndex);
	return await read({ client, shop: shop.value }, period.value, options, limit);
}

export const getPayouts = getMany(
	async (source, period, { statuses = [], includeOrders = false }, limit) => {
		const read = await readPayouts(source, { ...period, statuses }, limit);
		if (!read.ok || !includeOrders) return read;
		const facts = await withOrders(source.client, read.value.facts);
		return facts.ok ? { ok: true, value: { ...read.value, facts: facts.value } } : facts;
	},
);

export const getBalanceTransactions = getMany(
	async (source, period, { includeTest = false, hideTransfers = false }, limit) =>
		await readBalanceTransactions(source, { ...period, includeTest, hideTransfers }, limit),
);

export const getDisputes = getMany(
	async (source, period, { statuses = [] }, limit) =>
		await readDisputes(source, { ...period, statuses }, limit),
);
