import type { IDataObject } from 'n8n-workflow';

import { readScenarios } from '../accounting/scenarios.mts';
import { mapOrders } from './engine.mts';

const byName = new Map(readScenarios().map(({ name, order }) => [name, order as IDataObject]));

function orderOf(scenario: string): IDataObject {
	const order = byName.get(scenario);
	if (order === undefined) throw new Error(`No scenario ${scenario}`);
	return order;
}

const paid = orderOf('01-several-taxes');
const gift = orderOf('05-gift-card-redeemed-in-part');
const klarna = orderOf('15-unmapped-gateway');
const test = orderOf('19-test-order');
const malformed = orderOf('18-malformed');

it('gives documents by the first output and skipped orders by the second, paired to their order', async () => {
	const { status, error, outputs } = await mapOrders([paid, test, gift]);
	expect(error).toBeUndefined();
	expect(status).toBe('success');
	const [documents, skipped] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.number, json.total, pairedItem])).toEqual([
		['1001', '94.74', { item: 0 }],
		['1005', '24.00', { item: 2 }],
	]);
	expect(skipped).toEqual([
		{
			json: {
				id: test.id,
				name: '#1019',
				skipped: { code: 'test', reason: 'It is a test order' },
			},
			pairedItem: { item: 1 },
		},
	]);
});

it('stops with what happened and what to do, naming the item', async () => {
	const { status, error } = await mapOrders([paid, klarna]);
	expect(status).toBe('error');
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message:
			"Order #1015: 50.00 USD came in by 'Klarna', and no account is named for that payment gateway",
		description:
			"Add a row to 'Payment Accounts' with the gateway 'klarna' and the account its money arrives in.",
		context: { itemIndex: 1 },
	});
});

it('sends one refused order by the error output, with the order and the fix, and the others on', async () => {
	const orders = [klarna, paid, test, malformed, gift];
	const { status, outputs } = await mapOrders(orders, {}, 'continueErrorOutput');
	expect(status).toBe('success');
	const [documents, skipped, refused] = outputs.Map;
	expect(documents.map(({ json }) => json.number)).toEqual(['1001', '1005']);
	expect(skipped.map(({ json }) => json.name)).toEqual(['#1019']);
	expect(
		refused.map(({ json, pairedItem }) => [json.id, json.name, json.error, pairedItem]),
	).toEqual([
		[
			klarna.id,
			'#1015',
			"Order #1015: 50.00 USD came in by 'Klarna', and no account is named for that payment gateway",
			{ item: 0 },
		],
		[
			malformed.id,
			'#1018',
			"Order #1018: The order cannot be read: 'lineItems[0].originalTotalSet.shopMoney.amount' must be an amount of USD, but is '50,00'",
			{ item: 3 },
		],
	]);
	expect(refused[0].json.details).toMatchObject({
		code: 'unmapped-gateway',
		where: 'Order #1015',
		fix: expect.stringContaining("Add a row to 'Payment Accounts'"),
	});
});

it('leaves one item in place of a refused order when the workflow goes on by the same output', async () => {
	const { outputs } = await mapOrders([klarna, paid], {}, 'continueRegularOutput');
	expect(outputs.Map[0].map(({ json }) => json.number ?? json.error)).toEqual([
		expect.stringContaining('Order #1015'),
		'1001',
	]);
	expect(outputs.Map[0][0].json.details).toMatchObject({ code: 'unmapped-gateway' });
});

it('takes every setting of the panel', async () => {
	const parameters = {
		paymentAccounts: {
			rows: [
				{ gateway: '', account: 'Half a row', accountType: 'Bank' },
				{ gateway: '*', account: 'Undeposited Funds', accountType: 'Other Current Asset' },
			],
		},
		customerFrom: 'name',
		genericCustomer: 'Web Shop',
		discounts: 'Net',
		accounts: { sales: 'Shop Sales', tips: 'Tip Income', tipsBelongTo: 'business' },
		items: { tips: 'Gratuity' },
		options: { numberPrefix: 'EU-', productType: 'Service' },
	};
	const orders = [orderOf('07-tip'), orderOf('22-discounts-netted')];
	const { outputs } = await mapOrders(orders, parameters);
	const [tip, netted] = outputs.Map[0].map(({ json }) => json);
	expect(tip).toMatchObject({
		number: 'EU-1007',
		customer: { name: 'Ada Quill' },
		depositTo: { account: 'Undeposited Funds', type: 'Other Current Asset' },
		lines: [
			{ item: { type: 'Service', income: { account: 'Shop Sales', type: 'Income' } } },
			{ item: { name: 'Gratuity', income: { account: 'Tip Income', type: 'Income' } } },
		],
	});
	expect((netted.lines as IDataObject[]).map(({ category }) => category)).not.toContain('Discount');
});

it('reads expressions for each order', async () => {
	const parameters = { options: { numberPrefix: '={{ $json.currencyCode }}-' } };
	const { outputs } = await mapOrders([paid, orderOf('08-japanese-yen')], parameters);
	expect(outputs.Map[0].map(({ json }) => json.number)).toEqual(['USD-1001', 'JPY-1008']);
});

it('refuses only the order whose expression fails', async () => {
	const failing = "={{ $json.number === 1005 ? $('Nowhere').first().json.prefix : '' }}";
	const parameters = { options: { numberPrefix: failing } };
	const { outputs } = await mapOrders([gift, paid], parameters, 'continueErrorOutput');
	expect(outputs.Map[0].map(({ json }) => json.number)).toEqual(['1001']);
	expect(outputs.Map[2].map(({ json }) => [json.name, json.details])).toEqual([
		['#1005', expect.objectContaining({ code: 'unforeseen' })],
	]);
});

it('does not change its input', async () => {
	const before = JSON.stringify(paid);
	await mapOrders([paid]);
	expect(JSON.stringify(paid)).toBe(before);
});
