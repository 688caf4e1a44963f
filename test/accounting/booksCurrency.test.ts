import type { SalesDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { orderToDocuments } from '../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt';
import { bag, NOON, refundItem, shopOrder, type Currencies, type Json } from './shopOrder';

/** Paid in euros: what the shop got for them differs from what the order came to. */
const EUR: Currencies = { shop: 'USD', presentment: 'EUR' };
const LATER = '2026-10-09T16:00:00Z';

const order = shopOrder({
	currencies: EUR,
	transactions: [{ at: NOON, amount: ['46.9', '43.2'] }],
	agreements: [
		{ at: NOON, sales: [{ total: ['48.0', '43.2'], tax: ['8.0', '7.2'] }] },
		{
			id: '2',
			at: LATER,
			reason: 'REFUND',
			refund: '31',
			sales: [{ quantity: -1, total: ['-48.0', '-43.2'], tax: ['-8.0', '-7.2'] }],
		},
	],
	refunds: [
		{
			id: '31',
			at: LATER,
			lines: [{ line: '1', quantity: 1, subtotal: ['40.0', '36.0'], tax: ['8.0', '7.2'] }],
			transactions: [{ id: '2', at: LATER, amount: ['47.5', '43.2'] }],
		},
	],
});

function sold(settings: SalesReceiptSettings, item: Json = order): SalesDocument[] {
	const outcome = orderToDocuments(item, salesReceiptPolicy(settings));
	return outcome.kind === 'documents' ? outcome.documents : [];
}

function givenBack(settings: SalesReceiptSettings): SalesDocument[] {
	const outcome = refundToRefundReceipt(refundItem(order, '31'), salesReceiptPolicy(settings));
	return outcome.kind === 'documents' ? outcome.documents : [];
}

const amounts = (document: SalesDocument) => ({
	currency: document.currency,
	customer: document.customer.name,
	total: document.total,
	lines: 'lines' in document ? document.lines.map((line) => [line.category, line.amount]) : [],
});

describe("books in the shop's currency", () => {
	it('book what the shop got, and the rest as exchange difference', () => {
		expect(sold({}).map(amounts)).toEqual([
			{
				currency: 'USD',
				customer: 'Shopify Customer',
				total: '46.90',
				lines: [
					['Product', '40.00'],
					['Currency Difference', '-1.10'],
				],
			},
		]);
		expect(givenBack({}).map(amounts)).toEqual([
			{
				currency: 'USD',
				customer: 'Shopify Customer',
				total: '47.50',
				lines: [
					['Product', '40.00'],
					['Currency Difference', '-0.50'],
				],
			},
		]);
	});
});

describe("books in the customers' currencies", () => {
	const settings: SalesReceiptSettings = { booksCurrency: 'Customer Currency' };

	it('book what the customer saw and paid, for a customer of that currency', () => {
		expect(sold(settings)).toMatchObject([
			{ taxes: [{ amount: '7.20' }], source: { total: '43.20' } },
		]);
		const expected = {
			currency: 'EUR',
			customer: 'Shopify Customer (EUR)',
			total: '43.20',
			lines: [['Product', '36.00']],
		};
		expect(sold(settings).map(amounts)).toEqual([expected]);
		expect(givenBack(settings).map(amounts)).toEqual([expected]);
	});

	it('keep invoice and payment in that currency too', () => {
		const documents = sold({ ...settings, saleForm: 'Invoice and Payments' });
		expect(documents.map(({ document, total, currency }) => [document, total, currency])).toEqual([
			['Invoice', '43.20', 'EUR'],
			['Payment', '43.20', 'EUR'],
		]);
		documents.forEach((document) => expect(documentTotals(document)).toMatchObject({ ok: true }));
	});

	it("keep the generic customer's name where the customer paid in the shop's currency", () => {
		const own = shopOrder();
		expect(sold(settings, own).map(amounts)).toMatchObject([{ customer: 'Shopify Customer' }]);
	});

	it('put the money of each currency into its own account', () => {
		const account = (name: string) => ({ account: name, type: 'Bank' as const });
		const paymentAccounts = [
			{ gateway: 'shopify_payments', account: account('Dollars') },
			{ gateway: 'shopify_payments', currency: 'EUR', account: account('Euros') },
		];
		expect(sold({ ...settings, paymentAccounts })).toMatchObject([
			{ depositTo: { account: 'Euros' } },
		]);
		expect(sold({ paymentAccounts })).toMatchObject([{ depositTo: { account: 'Dollars' } }]);
		const onlyPounds = [{ ...paymentAccounts[1], currency: 'GBP' }];
		const policy = salesReceiptPolicy({ ...settings, paymentAccounts: onlyPounds });
		expect(orderToDocuments(order, policy)).toMatchObject({
			kind: 'problem',
			problem: { code: 'unmapped-gateway' },
		});
	});

	it("refuse an order that does not tell the customer's amounts", () => {
		const { shopMoney } = bag(EUR, ['48.0', '43.2']);
		const blind = { ...order, totalPriceSet: { shopMoney } };
		expect(orderToDocuments(blind, salesReceiptPolicy(settings))).toMatchObject({
			kind: 'problem',
			problem: { code: 'malformed-order' },
		});
	});

	it('refuse to give back more than the customer paid, measured in that currency', () => {
		const item = structuredClone(refundItem(order, '31'));
		const [transaction] = (item.refund as { transactions: Json[] }).transactions;
		transaction.amountSet = bag(EUR, ['40.0', '43.21']);
		expect(refundToRefundReceipt(item, salesReceiptPolicy(settings))).toMatchObject({
			kind: 'problem',
			problem: { code: 'refund-exceeds-sale', what: expect.stringContaining('43.21 EUR') },
		});
	});
});
