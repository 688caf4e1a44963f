import { readOrder } from '../../nodes/accounting/facts/readOrder';
import lamp from '../scenarios/orders/tender-two-gateways-one-account/order.json';

type Json = Record<string, unknown>;

const order = (change: (copy: Json) => void): Json => {
	const copy = structuredClone<Json>(lamp);
	change(copy);
	return copy;
};
const list = (copy: Json, name: string) => copy[name] as Json[];

function problemOf(item: unknown) {
	const read = readOrder(item);
	return read.ok ? undefined : read.problem;
}

it('reads what the books need', () => {
	const read = readOrder(lamp);
	expect(read.ok && read.value).toMatchObject({
		legacyId: '555001014',
		name: '#1014',
		shop: { domain: 'demo-store.myshopify.com', timeZone: 'America/New_York' },
		financialStatus: 'PAID',
		currency: 'USD',
		customer: { name: 'Ada Quill', email: 'ada@example.com' },
	});
});

it.each<[string, (copy: Json) => void, string]>([
	['no lines field', (o) => delete o.lineItems, "'lineItems' must be a list, but is missing"],
	[
		'lines as GraphQL gives them',
		(o) => (o.lineItems = { nodes: [] }),
		"'lineItems' must be a list, but is an object",
	],
	['a text as line', (o) => (o.lineItems = ['Lamp']), "'lineItems[0]' must be an object"],
	[
		'a quantity as text',
		(o) => (list(o, 'lineItems')[0].quantity = '1'),
		"'lineItems[0].quantity' must be a whole number, but is '1'",
	],
	[
		'half a piece',
		(o) => (list(o, 'lineItems')[0].quantity = 0.5),
		"'lineItems[0].quantity' must be a whole number, but is '0.5'",
	],
	[
		'a number as amount',
		(o) => (o.totalPriceSet = { shopMoney: { amount: 50, currencyCode: 'USD' } }),
		"'totalPriceSet.shopMoney.amount' must be a text, but is '50'",
	],
	[
		'another currency',
		(o) => (o.totalPriceSet = { shopMoney: { amount: '50.0', currencyCode: 'EUR' } }),
		"'totalPriceSet.shopMoney.currencyCode' must be the shop's currency USD, but is 'EUR'",
	],
	[
		'too many digits',
		(o) => (o.totalPriceSet = { shopMoney: { amount: '50.001', currencyCode: 'USD' } }),
		"'totalPriceSet.shopMoney.amount' must be an amount of USD, but is '50.001'",
	],
	[
		'a signed payment',
		(o) =>
			(list(o, 'transactions')[0].amountSet = {
				shopMoney: { amount: '-30.0', currencyCode: 'USD' },
			}),
		"'transactions[0].amountSet' must be an amount without sign, but is an object",
	],
	['no test flag', (o) => (o.test = null), "'test' must be true or false, but is null"],
	[
		'no time zone',
		(o) => (o.shop = { myshopifyDomain: 'a.myshopify.com' }),
		"'shop.ianaTimezone' must be a text, but is missing",
	],
])('%s: one problem that names field and order', (_name, change, finding) => {
	expect(problemOf(order(change))).toMatchObject({
		code: 'malformed-order',
		what: `The order cannot be read: ${finding}`,
		where: 'Order #1014',
	});
});

it.each([[null], ['text'], [[]], [undefined], [{}], [{ currencyCode: 7 }]])(
	'%j is no order',
	(item) => {
		expect(problemOf(item)?.code).toBe('malformed-order');
	},
);

it('tolerates what an order may lack', () => {
	const guest = order((o) => {
		o.customer = null;
		o.displayFinancialStatus = null;
		delete o.totalCashRoundingAdjustment;
		delete o.additionalFees;
		delete o.presentmentCurrencyCode;
		list(o, 'lineItems')[0].sku = '';
		o.totalPriceSet = { shopMoney: { amount: '50.0', currencyCode: 'USD' } };
	});
	const read = readOrder(guest);
	expect(read.ok && read.value).toMatchObject({
		customer: { name: null, email: null },
		financialStatus: null,
		presentmentCurrency: 'USD',
	});
	expect(read.ok && read.value.lineItems[0].sku).toBeNull();
});

it('keeps the contents of objects out of its messages', () => {
	const odd = order((o) => (o.name = { customer: 'Ada Quill' }));
	expect(JSON.stringify(problemOf(odd))).not.toContain('Ada');
});
