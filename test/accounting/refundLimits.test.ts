import { documentTotals } from '../../nodes/accounting/documentTotals';
import type { SalesReceiptSettings } from '../../nodes/accounting/policy';
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

describe('limits', () => {
	const rest = (refunds: Array<Record<string, unknown>>, settings: SalesReceiptSettings = {}) =>
		refunds.map((refund) => told(map({ ...orderWith(refunds), refund }, settings)));
	const at = (number: number, day: number, more: Record<string, unknown> = {}) =>
		refundOf(number, { processedAt: `2026-10-${day}T14:30:00Z`, ...more });
	const paid = (amount: string) => ({ transactions: [transaction('REFUND', amount)] });

	it('everything to the cent', () => {
		const last = at(2, 13, {
			refundLineItems: [shirts(2, '40.0', '3.2')],
			refundShippingLines: [{ subtotalAmountSet: money('5.0'), taxAmountSet: money('0.4') }],
			...paid('48.6'),
		});
		expect(rest([at(1, 12), last])).toEqual(['documents 21.60', 'documents 48.60']);
	});

	it.each([
		['a cent more of a line', { refundLineItems: [shirts(3, '60.01', '4.8')], ...paid('64.81') }],
		['a cent more of its tax', { refundLineItems: [shirts(3, '60.0', '4.81')], ...paid('64.81') }],
		['a unit more', { refundLineItems: [shirts(4, '60.0', '4.8')], ...paid('64.8') }],
		[
			'a cent more of the shipping',
			{
				refundLineItems: [],
				refundShippingLines: [{ subtotalAmountSet: money('5.01'), taxAmountSet: money('0.4') }],
				...paid('5.41'),
			},
		],
		[
			'a cent more of the tax on shipping',
			{
				refundLineItems: [],
				refundShippingLines: [{ subtotalAmountSet: money('5.0'), taxAmountSet: money('0.41') }],
				...paid('5.41'),
			},
		],
		['a cent more of money', paid('70.21')],
		[
			'a cent more of tax alone',
			{
				refundLineItems: [],
				orderAdjustments: [
					{ reason: 'REFUND_DISCREPANCY', amountSet: money('0.0'), taxAmountSet: money('-5.21') },
				],
				...paid('5.21'),
			},
		],
		['a duty that was never charged', { duties: [{ amountSet: money('0.01') }], ...paid('21.61') }],
	])('%s', (_name, changes) => {
		expect(rest([at(1, 12, changes)])[0]).toMatch(/^problem refund-exceeds-sale: /);
	});

	it('says both figures', () => {
		const [outcome] = rest([
			at(1, 12, { refundLineItems: [shirts(4, '80.0', '6.4')], ...paid('70.2') }),
		]);
		expect(outcome).toBe(
			"problem refund-exceeds-sale: Of 'Linen Shirt', 3 for 64.80 USD with 4.80 USD tax were sold, but 4 for 86.40 USD with 6.40 USD tax are given back",
		);
	});

	it('counts earlier refunds, and never later ones', () => {
		const two = { refundLineItems: [shirts(2, '40.0', '3.2')], ...paid('35.0') };
		expect(rest([at(1, 12, two), at(2, 13, two)])).toEqual([
			'documents 35.00',
			expect.stringMatching(/^problem refund-exceeds-sale/),
		]);
		expect(rest([at(2, 13, two), at(1, 12, two)])).toEqual([
			expect.stringMatching(/^problem refund-exceeds-sale/),
			'documents 35.00',
		]);
	});

	it('counts one after the other at the same moment', () => {
		const two = { refundLineItems: [shirts(2, '40.0', '3.2')], ...paid('35.0') };
		expect(rest([at(1, 12, two), at(2, 12, two)])).toEqual([
			'documents 35.00',
			expect.stringMatching(/^problem refund-exceeds-sale/),
		]);
	});

	it('counts money by whatever tender', () => {
		const both = {
			transactions: [
				transaction('REFUND', '50.0'),
				transaction('REFUND', '20.21', { gateway: 'gift_card' }),
			],
		};
		expect(rest([at(1, 12, both)])[0]).toBe(
			'problem refund-exceeds-sale: Its payments are 70.20 USD, but 70.21 USD are given back',
		);
	});

	it.each(['FAILURE', 'ERROR'])('counts no money whose status is %s', (status) => {
		const tried = {
			transactions: [transaction('REFUND', '70.2', { status }), transaction('REFUND', '21.6')],
		};
		expect(rest([at(1, 12, tried)])).toEqual(['documents 21.60']);
	});
});

describe('states', () => {
	const state = (...statuses: string[]) =>
		told(
			map(
				itemWith(
					refundOf(1, {
						transactions: statuses.map((status) => transaction('REFUND', '21.6', { status })),
					}),
				),
			),
		);

	it.each([
		['PENDING', 'skipped pending'],
		['AWAITING_RESPONSE', 'skipped pending'],
		['UNKNOWN', 'skipped pending'],
		['FAILURE', 'skipped failed'],
		['ERROR', 'skipped failed'],
		['SUCCESS', 'documents 21.60'],
	])('%s', (status, expected) => {
		expect(state(status)).toBe(expected);
	});

	it('waits while anything may still move', () => {
		expect(state('SUCCESS', 'PENDING')).toBe('skipped pending');
		expect(state('FAILURE', 'PENDING')).toBe('skipped pending');
	});

	it.each(['SALE', 'VOID', 'SUGGESTED_REFUND'])('takes no %s for money back', (kind) => {
		const moved = [transaction(kind, '70.2'), transaction('REFUND', '21.6')];
		expect(told(map(itemWith(refundOf(1, { transactions: moved }))))).toBe('documents 21.60');
	});
});

describe('documents', () => {
	const forms: Array<[string, SalesReceiptSettings]> = [
		['receipts', {}],
		['credit memos', { refundForm: 'Credit Memo' }],
		['invoices', { saleForm: 'Invoice and Payments' }],
		['net prices', { discounts: 'Net' }],
		['summaries', { saleForm: 'Summary per Day' }],
	];

	it.each(forms)(
		'as %s add up, are the same twice, and leave the item as it was',
		(_form, settings) => {
			const item = itemWith(refundOf(1));
			const before = JSON.stringify(item);
			const first = map(item, settings);
			expect(map(item, settings)).toEqual(first);
			expect(JSON.stringify(item)).toBe(before);
			const documents = documentsOf(first);
			expect(documents.length).toBeGreaterThan(0);
			expect(documents.map((document) => documentTotals(document).ok)).not.toContain(false);
		},
	);

	it('name the sale that they take back, but none that is part of a summary', () => {
		const [receipt] = documentsOf(map(itemWith(refundOf(1))));
		expect(JSON.stringify(receipt)).toContain(
			'"appliesTo":{"document":"Sales Receipt","key":"demo.myshopify.com/Order/1"}',
		);
		const summary = map(itemWith(refundOf(1)), { saleForm: 'Summary per Day' });
		expect(summary).toMatchObject({ documents: [{ document: 'Refund Receipt' }] });
		expect(JSON.stringify(summary)).not.toContain('appliesTo');
	});

	it("are numbered by their place in the order's list", () => {
		const refunds = [refundOf(1), refundOf(2)];
		const numbers = refunds.map((refund) => map({ ...orderWith(refunds), refund }));
		expect(numbers).toMatchObject([
			{ documents: [{ number: '1-R1' }] },
			{ documents: [{ number: '1-R2' }] },
		]);
	});

	it('whose number would not fit are refused', () => {
		const outcome = told(map(itemWith(refundOf(1)), { numberPrefix: 'A-VERY-LONG-PREFIX-' }));
		expect(outcome).toMatch(/^problem number-does-not-fit: /);
	});

	it('need an account for the money', () => {
		expect(told(map(itemWith(refundOf(1)), { paymentAccounts: [] }))).toMatch(
			/^problem no-payment-accounts: /,
		);
	});
});
