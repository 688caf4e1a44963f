import type { IDataObject } from 'n8n-workflow';

import { OrderToCostEntry } from '../../nodes/OrderToCostEntry/OrderToCostEntry.node';
import { readCostScenarios } from '../accounting/costOfGoods/scenarios.mts';
import { runMapper, type Parameters, type SourceItem } from '../engine/mapper.mts';

const mapper = new OrderToCostEntry();

const ordersOf = (...names: string[]): SourceItem[] =>
	readCostScenarios()
		.filter(({ name }) => names.some((each) => name.startsWith(each)))
		.flatMap(({ orders }) => orders.map((json) => ({ json: json as IDataObject })));

const run = (items: SourceItem[], parameters: Parameters = {}, onError?: 'continueErrorOutput') =>
	runMapper(items, { mapper, parameters: { firstDay: '2026-10-01', ...parameters }, onError });

const codeOf = ({ json }: { json: IDataObject }) =>
	(json.details ?? json.skipped) as { code: string };

it('gives one entry for each day, paired to all its orders', async () => {
	const { outputs, error } = await run(ordersOf('13'));
	expect(error).toBeUndefined();
	const [documents] = outputs.Map;
	expect(documents.map(({ json, pairedItem }) => [json.key, json.total, pairedItem])).toEqual([
		['northwind-demo.myshopify.com/Costs/2026-10-05', '12.50', [{ item: 0 }]],
		['northwind-demo.myshopify.com/Costs/2026-10-06', '4.20', [{ item: 1 }]],
	]);
	const { outputs: joint } = await run(ordersOf('01'));
	expect(joint.Map[0]).toMatchObject([{ pairedItem: [{ item: 0 }, { item: 1 }] }]);
	expect(joint.Map[0][0].json.goods).toEqual([
		{ sku: 'MUG', name: 'Mug', pieces: 4, unitCost: '4.20', cost: '16.80' },
		{ sku: 'SHIRT-M', name: 'Linen Shirt - M', pieces: 2, unitCost: '12.50', cost: '25.00' },
	]);
});

it('skips with the name of the order and the reason, and waits for a day that is not over', async () => {
	const [order, test] = ordersOf('01', '19');
	const now = new Date().toISOString();
	const agreements = [{ ...(order.json.agreements as IDataObject[])[0], happenedAt: now }];
	const today = { ...order.json, createdAt: now, processedAt: now, agreements };
	const { outputs } = await run([{ json: today }, { ...test, json: { ...test.json, test: true } }]);
	expect(outputs.Map[0]).toEqual([]);
	expect(outputs.Map[1].map((item) => [item.json.name, codeOf(item).code])).toEqual([
		['#1001', 'day-not-over'],
		['#1002', 'test'],
	]);
});

it('refuses orders and days by the error output, and goes on with the others', async () => {
	const items = [...ordersOf('09'), { json: { id: 'gid://shopify/Order/1' } }];
	const { outputs, status } = await run(items.slice(0, 2), {}, 'continueErrorOutput');
	expect(status).toBe('success');
	expect(outputs.Map[0].map(({ json }) => json.date)).toEqual(['2026-10-06']);
	expect(outputs.Map[2].map((item) => [codeOf(item).code, item.pairedItem])).toEqual([
		['no-unit-cost', { item: 0 }],
	]);
	const all = await run(items, {}, 'continueErrorOutput');
	expect(all.outputs.Map[0]).toEqual([]);
	expect(all.outputs.Map[2].map((item) => codeOf(item).code)).toEqual([
		'malformed-order',
		'incomplete-day',
		'incomplete-day',
	]);
});

it('holds all days while the settings of an order cannot be read', async () => {
	const numberPrefix = '={{ $json.name === "#1002" ? $("Nowhere").first().json.name : "X-" }}';
	const result = await run(ordersOf('13'), { options: { numberPrefix } }, 'continueErrorOutput');
	expect(result.outputs.Map[0]).toEqual([]);
	expect(result.outputs.Map[2].map((item) => codeOf(item).code)).toEqual([
		'unforeseen',
		'incomplete-day',
	]);
});

it('asks for the first day', async () => {
	await expect(run(ordersOf('01'), { firstDay: '' })).rejects.toThrow(/"First Day" is required/);
	const empty = await run(ordersOf('01'), { firstDay: '={{ "" }}' }, 'continueErrorOutput');
	expect(empty.outputs.Map[2].map((item) => codeOf(item).code)).toEqual([
		'no-first-day',
		'no-first-day',
	]);
});

it('takes every setting of the panel', async () => {
	const items = ordersOf('14');
	const parameters = {
		onePer: 'Payout',
		firstDay: '2026-10-01T00:00:00.000-04:00',
		missingCosts: 'Leave Out and List',
		accounts: { cost: 'Product Costs', inventory: 'Stock' },
		options: {
			bookedElsewhere: 'OTHER, shirt-*',
			lastDay: '2026-10-30',
			numberPrefix: 'NW-',
			class: 'Web',
			location: 'Berlin',
		},
	};
	const { outputs, error } = await run(items, parameters);
	expect(error).toBeUndefined();
	expect(outputs.Map[0].map(({ json }) => json)).toMatchObject([
		{ number: 'NW-20261006', total: '16.80' },
		{
			number: 'NW-P502-2610',
			class: 'Web',
			location: 'Berlin',
			total: '8.40',
			lines: [
				{ posting: 'Debit', account: { account: 'Product Costs', type: 'Cost of Goods Sold' } },
				{ posting: 'Credit', account: { account: 'Stock', type: 'Other Current Asset' } },
			],
		},
	]);
	expect(outputs.Map[0][1].json.key).toBe('northwind-demo.myshopify.com/Costs/Payout/502/2026-10');
	const elsewhere = outputs.Map[1].filter((item) => codeOf(item).code === 'cost-elsewhere');
	expect(elsewhere).toHaveLength(2);
	const paid = await run(ordersOf('23'), { options: { counts: 'When Paid' } });
	expect(paid.outputs.Map[0].map(({ json }) => json.date)).toEqual(['2026-10-08']);
});
