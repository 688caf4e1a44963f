import {
	documentsOf,
	itemWith,
	mapRefund as map,
	money,
	orderWith,
	refundOf,
	shirts,
	told,
	transaction,
} from './refundFacts';

describe('what is no refund', () => {
	it.each([
		['nothing', undefined],
		['null', null],
		['a text', 'refund'],
		['a number', 42],
		['a list', [refundOf(1)]],
		['an empty object', {}],
		['an order', orderWith([refundOf(1)])],
		['a refund that is a text', { ...orderWith([]), refund: 'gid://shopify/Refund/1' }],
		['a refund that is a list', { ...orderWith([]), refund: [refundOf(1)] }],
		['no refund', { ...orderWith([]), refund: null }],
	])('%s', (_name, item) => {
		expect(told(map(item))).toBe(
			'problem malformed-refund: The item is not a refund: it has no object `refund`',
		);
	});

	it('names the order, and says what to connect', () => {
		expect(map(orderWith([]))).toMatchObject({
			problem: { where: 'Order #1', fix: expect.stringContaining("resource 'Refund'") },
		});
	});

	it('a refund without its order', () => {
		expect(told(map({ refund: refundOf(1) }))).toBe(
			"problem malformed-order: The order cannot be read: 'currencyCode' must be a text",
		);
	});
});

describe('a refund that cannot be read', () => {
	it.each<[string, Record<string, unknown>, string]>([
		['no id', { id: undefined }, "'refunds[0].id' must be a text, but is missing"],
		['an id that is a number', { id: 7 }, "'refunds[0].id' must be a text, but is '7'"],
		[
			'no day at all',
			{ processedAt: null, createdAt: null },
			"'refunds[0].createdAt' must be a text, but is null",
		],
		[
			'lines that are an object',
			{ refundLineItems: { nodes: [] } },
			"'refunds[0].refundLineItems' must be a list, but is an object",
		],
		[
			'a line that is null',
			{ refundLineItems: [null] },
			"'refunds[0].refundLineItems[0]' must be an object",
		],
		[
			'half a shirt',
			{ refundLineItems: [shirts(0.5, '10.0', '0.8')] },
			"'refunds[0].refundLineItems[0].quantity' must be a whole number, but is '0.5'",
		],
		[
			'minus one shirt',
			{ refundLineItems: [shirts(-1, '20.0', '1.6')] },
			"'refunds[0].refundLineItems[0].quantity' must be a whole number, but is '-1'",
		],
		[
			'an amount that is a number',
			{ refundLineItems: [shirts(1, 20 as never, '1.6')] },
			"'refunds[0].refundLineItems[0].subtotalSet.shopMoney.amount' must be a text, but is '20'",
		],
		[
			'an amount in words',
			{ refundLineItems: [shirts(1, 'twenty', '1.6')] },
			"'refunds[0].refundLineItems[0].subtotalSet.shopMoney.amount' must be an amount of USD, but is 'twenty'",
		],
		[
			'a tenth of a cent',
			{ refundLineItems: [shirts(1, '20.001', '1.6')] },
			"'refunds[0].refundLineItems[0].subtotalSet.shopMoney.amount' must be an amount of USD, but is '20.001'",
		],
		[
			'another currency',
			{ refundLineItems: [{ ...shirts(1, '20.0', '1.6'), subtotalSet: money('20.0', 'EUR') }] },
			"'refunds[0].refundLineItems[0].subtotalSet.shopMoney.currencyCode' must be the shop's currency USD, but is 'EUR'",
		],
		[
			'no line item',
			{ refundLineItems: [shirts(1, '20.0', '1.6', { lineItem: null })] },
			"'refunds[0].refundLineItems[0].lineItem' must be an object, but is null",
		],
		[
			'money with a sign',
			{ transactions: [transaction('REFUND', '-21.6')] },
			"'refunds[0].transactions[0].amountSet' must be an amount without sign, but is an object",
		],
		[
			'money without a status',
			{ transactions: [transaction('REFUND', '21.6', { status: null })] },
			"'refunds[0].transactions[0].status' must be a text, but is null",
		],
		[
			'shipping without an amount',
			{ refundShippingLines: [{ taxAmountSet: money('0.4') }] },
			"'refunds[0].refundShippingLines[0].subtotalAmountSet' must be an object, but is missing",
		],
		[
			'a duty without an amount',
			{ duties: [{}] },
			"'refunds[0].duties[0].amountSet' must be an object, but is missing",
		],
	])('%s', (_name, changes, what) => {
		expect(told(map(itemWith(refundOf(1, changes))))).toBe(
			`problem malformed-order: The order cannot be read: ${what}`,
		);
	});

	it('a day that is no day', () => {
		const outcome = told(map(itemWith(refundOf(1, { processedAt: 'tomorrow' }))));
		expect(outcome).toMatch(/^problem /);
	});

	it('says nothing of what it contains', () => {
		const refund = refundOf(1, { transactions: [{ customer: { email: 'ada@example.com' } }] });
		expect(JSON.stringify(map(itemWith(refund)))).not.toContain('ada@example.com');
	});
});

describe('what may be left out', () => {
	it('lists, note and return', () => {
		const { id, processedAt, refundLineItems, transactions } = refundOf(1);
		const bare = { id, processedAt, refundLineItems, transactions };
		expect(told(map(itemWith(bare)))).toBe('documents 21.60');
	});

	it("the order's list of refunds", () => {
		expect(told(map({ ...orderWith([]), refunds: undefined, refund: refundOf(1) }))).toBe(
			'documents 21.60',
		);
	});

	it('the number, which the id ends in', () => {
		const outcome = map(itemWith(refundOf(31, { legacyResourceId: undefined })));
		expect(documentsOf(outcome).map(({ key }) => key)).toEqual(['demo.myshopify.com/Refund/31']);
	});

	it('the day of processing, which older facts lack', () => {
		const refund = refundOf(1, { processedAt: undefined, createdAt: '2026-10-14T03:00:00Z' });
		expect(map(itemWith(refund))).toMatchObject({ documents: [{ date: '2026-10-13' }] });
	});
});

it('takes the refund of the item where the list holds an older state of it', () => {
	const pending = refundOf(1, {
		transactions: [transaction('REFUND', '21.6', { status: 'PENDING' })],
	});
	expect(told(map({ ...orderWith([pending]), refund: refundOf(1) }))).toBe('documents 21.60');
	expect(told(map({ ...orderWith([refundOf(1)]), refund: pending }))).toBe('skipped pending');
});
