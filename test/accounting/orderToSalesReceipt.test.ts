import { orderToSalesReceipt } from '../../nodes/accounting/orderToSalesReceipt';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import exchange from '../scenarios/orders/currency-paid-in-another/order.json';
import till from '../scenarios/orders/pos-cash-rounding/order.json';
import tip from '../scenarios/orders/charge-tip/order.json';
import lamp from '../scenarios/orders/tender-two-gateways-one-account/order.json';

type Json = Record<string, unknown>;

const account = (name: string) => ({ account: name, type: 'Bank' as const });
const anyAccount: SalesReceiptSettings = {
	paymentAccounts: [{ gateway: '*', account: account('Clearing') }],
};

function documentOf(order: Json, settings: SalesReceiptSettings = anyAccount) {
	const outcome = orderToSalesReceipt(order, salesReceiptPolicy(settings));
	return outcome.kind === 'document' ? outcome.document : outcome;
}

const usd = (amount: string) => {
	const money = { amount, currencyCode: 'USD' };
	return { shopMoney: money, presentmentMoney: money };
};
const paidBy = (gateway: string, formattedGateway = gateway, amount = '50.0') => [
	{
		kind: 'SALE',
		status: 'SUCCESS',
		test: false,
		gateway,
		formattedGateway,
		amountSet: usd(amount),
	},
];

describe('payment status', () => {
	it.each([
		['PAID', null, 'Sales Receipt'],
		['PARTIALLY_REFUNDED', null, 'Sales Receipt'],
		['REFUNDED', '2026-10-09T00:00:00Z', 'Sales Receipt'],
	])('%s, cancelled %s: booked as the original sale', (status, cancelledAt, expected) => {
		const order = { ...lamp, displayFinancialStatus: status, cancelledAt };
		expect(documentOf(order)).toMatchObject({ document: expected });
	});

	it.each([
		['PENDING', null, 'not-paid', 'The payment is pending'],
		[null, null, 'not-paid', 'The payment is pending'],
		['AUTHORIZED', null, 'not-paid', 'The payment is authorized but not captured'],
		[
			'PARTIALLY_PAID',
			null,
			'not-paid',
			"Only a part is paid ('Invoice and Payments' books each part when it comes)",
		],
		['EXPIRED', null, 'not-paid', 'The payment authorization has expired'],
		['VOIDED', null, 'not-paid', 'The payment was voided'],
		['SOMETHING_NEW', null, 'not-paid', "Its payment status is 'SOMETHING_NEW'"],
		['PENDING', '2026-10-09T00:00:00Z', 'cancelled', 'It was cancelled before it was paid'],
	])('%s, cancelled %s: skipped', (displayFinancialStatus, cancelledAt, code, reason) => {
		const order = { ...lamp, displayFinancialStatus, cancelledAt };
		expect(documentOf(order)).toEqual({ kind: 'skipped', skip: { code, reason } });
	});

	it('paid by a provider in test mode is a test order too', () => {
		const transactions = paidBy('bogus').map((each) => ({ ...each, test: true }));
		expect(documentOf({ ...lamp, transactions })).toMatchObject({ skip: { code: 'test' } });
	});
});

describe('deposit account', () => {
	const rows: SalesReceiptSettings = {
		paymentAccounts: [
			{ gateway: 'PayPal Express Checkout', account: account('PayPal Clearing') },
			{ gateway: 'cash', account: account('Till') },
			{ gateway: '*', account: account('Undeposited') },
		],
	};

	it.each([
		['paypal', 'PayPal Express Checkout', 'PayPal Clearing'],
		['Cash', 'Cash on the counter', 'Till'],
		['manual', 'Bank Deposit', 'Undeposited'],
	])('%s (%s) goes to %s', (gateway, name, expected) => {
		const order = { ...lamp, transactions: paidBy(gateway, name) };
		expect(documentOf(order, rows)).toMatchObject({
			depositTo: account(expected),
			paymentMethod: name,
		});
	});

	it('needs at least one row', () => {
		expect(documentOf(lamp, { paymentAccounts: [] })).toMatchObject({
			problem: { code: 'no-payment-accounts' },
		});
	});

	it('ignores a gateway whose money went back as change in full', () => {
		const change = { ...paidBy('cash')[0], kind: 'CHANGE' };
		const order = {
			...lamp,
			transactions: [...paidBy('paypal', 'PayPal Express Checkout'), ...paidBy('cash'), change],
		};
		expect(documentOf(order, rows)).toMatchObject({ depositTo: account('PayPal Clearing') });
	});
});

describe('the gap between total and payment', () => {
	const lines = (order: Json) => {
		const document = documentOf(order);
		return 'lines' in document
			? document.lines.map(({ category, amount }) => `${category} ${amount}`)
			: document;
	};

	it('cash rounding: the same books whether the payment is before or after rounding', () => {
		const cad = (amount: string) => ({ shopMoney: { amount, currencyCode: 'CAD' } });
		const before = { ...till.transactions[0], amountSet: cad('18.88') };
		const after = { ...till.transactions[0], amountSet: cad('18.9') };
		const expected = documentOf(till);
		expect(documentOf({ ...till, transactions: [before] })).toEqual(expected);
		expect(documentOf({ ...till, transactions: [after] })).toEqual(expected);
		expect(expected).toMatchObject({ total: '18.90' });
	});

	it('an exchange difference in favour of the shop', () => {
		const transactions = structuredClone(exchange.transactions);
		transactions[0].amountSet.shopMoney.amount = '13.61';
		expect(lines({ ...exchange, transactions })).toContain('Currency Difference 0.11');
	});

	it('is no exchange difference when the customer did not pay in full', () => {
		const transactions = structuredClone(exchange.transactions);
		transactions[0].amountSet.presentmentMoney.amount = '8.99';
		expect(lines({ ...exchange, transactions })).toMatchObject({
			problem: { code: 'payments-do-not-match-total' },
		});
	});

	it('is no exchange difference within one currency', () => {
		expect(lines({ ...lamp, transactions: paidBy('paypal', 'PayPal', '50.01') })).toMatchObject({
			problem: {
				what: "The order's total is 50.00 USD, but its payments are 50.01 USD: 0.01 USD too much",
			},
		});
	});

	it('names gift cards beside the money', () => {
		const transactions = [
			...paidBy('gift_card', 'Gift Card', '10.0'),
			...paidBy('paypal', 'PayPal', '39.0'),
		];
		expect(lines({ ...lamp, transactions })).toMatchObject({
			problem: {
				what: "The order's total is 50.00 USD, but its payments are 39.00 USD and 10.00 USD by gift card or store credit: 1.00 USD too little",
			},
		});
	});
});

describe('tips', () => {
	it('are booked once although Shopify also lists them as a line', () => {
		const document = documentOf(tip);
		expect('lines' in document && document.lines.map(({ category }) => category)).toEqual([
			'Product',
			'Tip',
		]);
	});

	it('are booked from the total when there is no line for them', () => {
		const lineItems = tip.lineItems.slice(0, 1);
		expect(documentOf({ ...tip, lineItems })).toEqual(documentOf(tip));
	});

	it('a product called Tip stays a product', () => {
		const product = { id: 'gid://shopify/Product/1' };
		const lineItems = [{ ...lamp.lineItems[0], name: 'Tip', product }];
		expect(documentOf({ ...lamp, lineItems })).toMatchObject({
			lines: [{ category: 'Product', description: 'Tip' }],
		});
	});

	it('may be income', () => {
		const accounts = { tips: { account: 'Tip Income', type: 'Income' as const } };
		const document = documentOf(tip, { ...anyAccount, accounts });
		expect('lines' in document && document.lines[1].item.income).toEqual(accounts.tips);
	});
});

describe('customer', () => {
	it.each<[SalesReceiptSettings['customer'], unknown, unknown]>([
		[{}, lamp.customer, { name: 'Shopify Customer' }],
		[{ genericName: 'Web Shop' }, lamp.customer, { name: 'Web Shop' }],
		[{ from: 'name' }, lamp.customer, { name: 'Ada Quill', email: 'ada@example.com' }],
		[{ from: 'email' }, lamp.customer, { name: 'ada@example.com', email: 'ada@example.com' }],
		[{ from: 'email' }, { displayName: 'Ada Quill', email: null }, { name: 'Ada Quill' }],
		[{ from: 'name' }, null, { name: 'Shopify Customer' }],
		[{ from: 'name' }, { displayName: null, email: null }, { name: 'Shopify Customer' }],
	])('%j of %j', (customer, shopper, expected) => {
		const document = documentOf({ ...lamp, customer: shopper }, { ...anyAccount, customer });
		expect(document).toMatchObject({ customer: expected });
		expect('customer' in document && document.customer).toEqual(expected);
	});
});

it('keeps personal data out of the document by default', () => {
	expect(JSON.stringify(documentOf(lamp))).not.toMatch(/Ada|ada@/);
});

it('says which date cannot be told', () => {
	const shop = { ...lamp.shop, ianaTimezone: 'Mars/Olympus' };
	expect(documentOf({ ...lamp, shop })).toMatchObject({ problem: { code: 'unreadable-date' } });
});
