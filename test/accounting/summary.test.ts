import { orderToDocuments } from '../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import { summaries, type SummaryPart } from '../../nodes/accounting/summary';
import { shopOrder, type Json, type OrderOf, type TransactionOf } from './shopOrder';

const ANY = [
	{ gateway: 'shopify_payments', account: { account: 'Clearing', type: 'Bank' as const } },
	{ gateway: '*', account: { account: 'Other Clearing', type: 'Bank' as const } },
];

const settings: SalesReceiptSettings = {
	saleForm: 'Summary per Payout',
	paymentAccounts: ANY,
	asOf: '2026-11-20T12:00:00Z',
};

function payout(id: string, issuedAt = '2026-11-03T00:00:00Z'): Json {
	return {
		id: `gid://shopify/ShopifyPaymentsPayout/${id}`,
		legacyResourceId: id,
		issuedAt,
		status: 'PAID',
	};
}

/** Paid by Shopify Payments and part of a payout. */
function paidAt(id: string, at: string, more: Partial<TransactionOf> = {}): OrderOf {
	const transactions = [{ id, at, amount: ['48.0'] as const, payout: payout('901'), ...more }];
	return { id, at, total: ['48.0'], transactions };
}

function mapped(orders: readonly OrderOf[], changes: SalesReceiptSettings = {}) {
	const policy = salesReceiptPolicy({ ...settings, ...changes });
	const outcomes = orders.map((order) => orderToDocuments(shopOrder(order), policy));
	const parts = outcomes.flatMap((outcome): SummaryPart[] =>
		outcome.kind === 'documents' && outcome.part ? [outcome.part] : [],
	);
	const waiting = outcomes.flatMap((outcome) =>
		outcome.kind === 'documents' ? outcome.waiting.map(({ code }) => code) : [outcome.kind],
	);
	return { documents: summaries(parts).map(({ document }) => document), waiting };
}

const brief = (orders: readonly OrderOf[], changes?: SalesReceiptSettings) =>
	mapped(orders, changes).documents.map(({ key, number, date, total }) => [
		key,
		number,
		date,
		total,
	]);

describe('a summary per payout', () => {
	it('holds all orders that the payout paid, dated on the last day one of them was paid', () => {
		const { documents } = mapped([
			paidAt('5001', '2026-11-01T16:00:00Z'),
			paidAt('5002', '2026-11-02T16:00:00Z'),
		]);
		expect(documents).toMatchObject([
			{
				document: 'Sales Receipt',
				key: ['demo.myshopify.com', 'Payout/901/Sales/2026-11', 'USD/Clearing'].join('/'),
				number: 'P901-2611',
				date: '2026-11-02',
				customer: { name: 'Shopify Customer' },
				lines: [{ quantity: 2, unitPrice: '40.00', amount: '80.00' }],
				taxTotal: '16.00',
				total: '96.00',
				memo: 'Shopify sales of payout 901, 2026-11: 2 orders',
				source: { type: 'Payout', id: 'gid://shopify/ShopifyPaymentsPayout/901', total: '96.00' },
			},
		]);
		expect(documents[0].source.orders).toHaveLength(2);
	});

	it("is split at the month's end of the shop's own calendar", () => {
		const orders = [
			paidAt('5001', '2026-10-30T16:00:00Z'),
			// 23:30 on 31 October in New York
			paidAt('5002', '2026-11-01T03:30:00Z'),
			// 00:30 on 1 November
			paidAt('5003', '2026-11-01T04:30:00Z'),
		];
		expect(brief(orders)).toEqual([
			[
				'demo.myshopify.com/Payout/901/Sales/2026-10/USD/Clearing',
				'P901-2610',
				'2026-10-31',
				'96.00',
			],
			[
				'demo.myshopify.com/Payout/901/Sales/2026-11/USD/Clearing',
				'P901-2611',
				'2026-11-01',
				'48.00',
			],
		]);
	});

	it('is the same in whatever order its orders come', () => {
		const orders = ['5001', '5002', '5003'].map((id, day) =>
			paidAt(id, `2026-10-1${day}T16:00:00Z`),
		);
		expect(mapped([...orders].reverse()).documents).toEqual(mapped(orders).documents);
	});

	it('waits until Shopify has made the payout', () => {
		const order = paidAt('5001', '2026-11-01T16:00:00Z', { payout: null });
		expect(mapped([order])).toEqual({ documents: [], waiting: ['no-payout'] });
		const pending = { id: null, legacyResourceId: null, issuedAt: null, status: 'PENDING' };
		expect(
			mapped([{ ...order, ...paidAt('5001', '2026-11-01T16:00:00Z', { payout: pending }) }]),
		).toEqual({ documents: [], waiting: ['no-payout'] });
	});

	it('leaves money of other gateways, and none at all, to the summary of their day', () => {
		const paypal = paidAt('5001', '2026-11-01T16:00:00Z', { gateway: 'paypal', payout: undefined });
		const card = paidAt('5002', '2026-11-01T18:00:00Z', {
			gateway: 'gift_card',
			payout: undefined,
		});
		expect(brief([paypal, card]).map(([key]) => key)).toEqual([
			'demo.myshopify.com/Day/2026-11-01/USD/Other Clearing',
			'demo.myshopify.com/Day/2026-11-01/USD/Clearing',
		]);
		expect(mapped([paypal], { asOf: '2026-11-01T20:00:00Z' }).waiting).toEqual(['day-not-over']);
	});

	it('takes an order paid in parts where the last one is', () => {
		const parts = {
			...paidAt('5001', '2026-10-30T16:00:00Z'),
			transactions: [
				{ id: '1', at: '2026-10-30T16:00:00Z', amount: ['20.0'] as const, payout: payout('901') },
				{ id: '2', at: '2026-11-02T16:00:00Z', amount: ['28.0'] as const, payout: payout('902') },
			],
		};
		expect(brief([parts])).toEqual([
			[
				'demo.myshopify.com/Payout/902/Sales/2026-11/USD/Clearing',
				'P902-2611',
				'2026-11-02',
				'48.00',
			],
		]);
	});

	it('counts the payment by card of an order that a gift card paid in part', () => {
		const mixed = {
			...paidAt('5001', '2026-11-02T16:00:00Z'),
			transactions: [
				{ id: '1', at: '2026-11-02T16:00:00Z', amount: ['18.0'] as const, gateway: 'gift_card' },
				{ id: '2', at: '2026-11-02T16:00:00Z', amount: ['30.0'] as const, payout: payout('901') },
			],
		};
		expect(brief([mixed])[0]?.slice(1)).toEqual(['P901-2611', '2026-11-02', '30.00']);
	});

	it('keeps its number within 21 characters, by its last digits', () => {
		const order = paidAt('5001', '2026-11-02T16:00:00Z', { payout: payout('123456789012345678') });
		const [[, number]] = brief([order], { numberPrefix: 'EU-' });
		expect(number).toBe('EU-P789012345678-2611');
		expect(number).toHaveLength(21);
	});
});

describe('a summary per day', () => {
	it('keeps goods of one name with another price apart in amount, and as one line in count', () => {
		const policy = { saleForm: 'Summary per Day' as const };
		const { documents } = mapped(
			[paidAt('5001', '2026-11-01T16:00:00Z'), paidAt('5002', '2026-11-01T18:00:00Z')],
			policy,
		);
		expect(documents).toMatchObject([{ date: '2026-11-01', lines: [{ quantity: 2 }] }]);
	});

	it('waits until the day is over in the shop', () => {
		const order = paidAt('5001', '2026-11-01T16:00:00Z');
		const policy = { saleForm: 'Summary per Day' as const, asOf: '2026-11-02T04:30:00Z' };
		expect(mapped([order], policy).waiting).toEqual(['day-not-over']);
		const after = { ...policy, asOf: '2026-11-02T05:30:00Z' };
		expect(mapped([order], after).documents).toHaveLength(1);
	});

	it('of a day that was over before Shopify knew of an import leaves that one a receipt alone', () => {
		const policy = salesReceiptPolicy({ ...settings, saleForm: 'Summary per Day' });
		const imported = (createdAt: string) =>
			orderToDocuments(
				shopOrder({ ...paidAt('5001', '2026-10-05T16:00:00Z'), changes: { createdAt } }),
				policy,
			);
		const alone = imported('2026-10-28T09:00:00Z');
		expect(alone).not.toHaveProperty('part');
		expect(alone).toMatchObject({
			documents: [{ document: 'Sales Receipt', source: { type: 'Order' }, date: '2026-10-05' }],
		});
		expect(imported('2026-10-05T15:59:00Z')).toHaveProperty('part');
	});
});
