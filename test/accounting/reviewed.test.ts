import type { AccountingDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt';
import { refundItem, shopOrder, type OrderOf, type RefundOf } from './shopOrder';

/** Cases a reviewer tried to book wrong. */

const AT = '2026-10-07T16:00:00Z';
const LATER = '2026-10-09T16:00:00Z';

const lampBack = (id: string, at: string, status = 'SUCCESS'): RefundOf => ({
	id,
	at,
	lines: [{ line: '1', quantity: 1, subtotal: ['40.0'], tax: ['8.0'] }],
	transactions: [{ id: `9${id}`, at, amount: ['48.0'], status }],
});

function outcome(of: OrderOf, id: string, settings = {}) {
	const order = shopOrder({ total: ['48.0'], ...of });
	return refundToRefundReceipt(refundItem(order, id), salesReceiptPolicy(settings));
}

function documentsOf(...of: Parameters<typeof outcome>): AccountingDocument[] {
	const found = outcome(...of);
	if (found.kind !== 'documents') throw new Error(JSON.stringify(found));
	found.documents.forEach((each) => expect(documentTotals(each)).toMatchObject({ ok: true }));
	return found.documents;
}

/** Facts of an older version of the workflow. */
const withoutAgreements = { changes: { agreements: null } };

describe('a refund that failed and was made again, without agreements', () => {
	const refunds = [lampBack('31', AT, 'FAILURE'), lampBack('32', LATER)];

	it('gives the goods back once, by the one that succeeded', () => {
		expect(outcome({ ...withoutAgreements, refunds }, '31')).toMatchObject({ kind: 'skipped' });
		expect(documentsOf({ ...withoutAgreements, refunds }, '32')).toMatchObject([
			{ total: '48.00', lines: [{ category: 'Product', amount: '40.00' }] },
		]);
	});

	it('is still refused where both succeeded', () => {
		const twice = [lampBack('31', AT), lampBack('32', LATER)];
		expect(outcome({ ...withoutAgreements, refunds: twice }, '32')).toMatchObject({
			kind: 'problem',
			problem: { code: 'refund-exceeds-sale' },
		});
	});
});

it('two refunds of the same second are counted one after the other', () => {
	const refunds = [lampBack('31', AT), lampBack('32', AT)];
	expect(documentsOf({ ...withoutAgreements, refunds }, '31')).toHaveLength(1);
	expect(outcome({ ...withoutAgreements, refunds }, '32')).toMatchObject({ kind: 'problem' });
});

describe('a gift card that was sold', () => {
	const card: OrderOf = {
		lines: [{ id: '1', name: 'Gift Card', quantity: 2, gift: true }],
		total: ['40.0'],
		agreements: [
			{ at: AT, sales: [{ lineType: 'GIFT_CARD', quantity: 2, total: ['40.0'] }] },
			{
				id: '2',
				at: LATER,
				reason: 'REFUND',
				refund: '31',
				sales: [{ lineType: 'GIFT_CARD', quantity: -1, total: ['-20.0'] }],
			},
		],
		refunds: [
			{
				id: '31',
				at: LATER,
				lines: [{ line: '1', quantity: 1, subtotal: ['20.0'] }],
				transactions: [{ id: '2', at: LATER, amount: ['20.0'] }],
			},
		],
	};

	it('lowers the liability, not the income, when a part is given back', () => {
		expect(documentsOf(card, '31')).toMatchObject([
			{
				document: 'Refund Receipt',
				total: '20.00',
				taxTotal: '0.00',
				lines: [
					{
						category: 'Gift Card Sold',
						quantity: 1,
						amount: '20.00',
						item: { income: { account: 'Gift Card Liability' } },
					},
				],
			},
		]);
	});
});

it('a tip that is given back lowers what is owed to the staff, without tax', () => {
	const tip: OrderOf = {
		lines: [
			{ id: '1', quantity: 1 },
			{ id: '2', name: 'Tip', sku: null, quantity: 1 },
		],
		total: ['53.0'],
		agreements: [
			{
				at: AT,
				sales: [
					{ total: ['48.0'], tax: ['8.0'] },
					{ lineType: 'TIP', total: ['5.0'], line: '2' },
				],
			},
			{
				id: '2',
				at: LATER,
				reason: 'REFUND',
				refund: '31',
				sales: [{ lineType: 'TIP', quantity: -1, total: ['-5.0'], line: '2' }],
			},
		],
		refunds: [{ id: '31', at: LATER, transactions: [{ id: '2', at: LATER, amount: ['5.0'] }] }],
	};
	expect(documentsOf(tip, '31')).toMatchObject([
		{
			total: '5.00',
			taxTotal: '0.00',
			lines: [{ category: 'Tip', amount: '5.00', item: { income: { account: 'Tips Payable' } } }],
		},
	]);
});

it('a refund to store credit moves no money and raises what is owed', () => {
	const credit: OrderOf = {
		agreements: [
			{ at: AT, sales: [{ total: ['48.0'], tax: ['8.0'] }] },
			{
				id: '2',
				at: LATER,
				reason: 'REFUND',
				refund: '31',
				sales: [{ quantity: -1, total: ['-48.0'], tax: ['-8.0'] }],
			},
		],
		refunds: [
			{
				...lampBack('31', LATER),
				transactions: [{ id: '2', at: LATER, amount: ['48.0'], gateway: 'shopify_store_credit' }],
			},
		],
	};
	expect(documentsOf(credit, '31')).toMatchObject([
		{
			total: '0.00',
			lines: [
				{ category: 'Product', amount: '40.00' },
				{
					category: 'Store Credit Refunded',
					amount: '-48.00',
					item: { income: { account: 'Store Credit Liability' } },
				},
			],
		},
	]);
});
