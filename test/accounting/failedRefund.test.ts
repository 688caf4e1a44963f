import type { AccountingDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import { refundToRefundReceipt } from '../../nodes/accounting/refundToRefundReceipt';
import { NOON, refundItem, shopOrder, USD, type AgreementOf, type RefundOf } from './shopOrder';

const PAYOUT = {
	id: 'gid://shopify/ShopifyPaymentsPayout/901',
	legacyResourceId: '901',
	issuedAt: '2026-10-08T00:00:00Z',
};
const REFUNDED = '2026-10-07T16:00:00Z';
const RETRIED = '2026-10-20T16:00:00Z';

const lamp = { total: ['48.0'] as const, tax: ['8.0'] as const };
const goodsBack: AgreementOf = {
	id: '2',
	at: REFUNDED,
	reason: 'REFUND',
	refund: '31',
	sales: [{ quantity: -1, total: ['-48.0'], tax: ['-8.0'] }],
};

const first = (status: string, payout: typeof PAYOUT | null): RefundOf => ({
	id: '31',
	at: REFUNDED,
	lines: [{ line: '1', quantity: 1, subtotal: ['40.0'], tax: ['8.0'] }],
	transactions: [{ id: '2', at: REFUNDED, amount: ['48.0'], status, payout }],
});

const again: RefundOf = {
	id: '32',
	at: RETRIED,
	transactions: [{ id: '3', at: RETRIED, amount: ['48.0'] }],
};

function mapped(refunds: RefundOf[], id: string, settings: SalesReceiptSettings = {}) {
	const order = shopOrder({
		currencies: USD,
		total: ['48.0'],
		agreements: [{ at: NOON, sales: [lamp] }, goodsBack],
		refunds,
		changes: { updatedAt: '2026-10-12T01:00:00Z' },
	});
	return refundToRefundReceipt(refundItem(order, id), salesReceiptPolicy(settings));
}

function documentsOf(...of: Parameters<typeof mapped>): AccountingDocument[] {
	const outcome = mapped(...of);
	return outcome.kind === 'documents' ? outcome.documents : [];
}

it('was never booked where no money left', () => {
	expect(mapped([first('FAILURE', null)], '31')).toMatchObject({
		kind: 'skipped',
		skip: { code: 'failed' },
	});
});

it('stays as it was booked when it succeeded, and is reversed on the day it failed', () => {
	const [booked] = documentsOf([first('SUCCESS', null)], '31');
	const [receipt, reversal] = documentsOf([first('FAILURE', PAYOUT)], '31');
	expect(receipt).toEqual(booked);
	expect(reversal).toMatchObject({
		document: 'Sales Receipt',
		key: `${booked.key}/Failure`,
		number: '001-R1-F',
		date: '2026-10-11',
		depositTo: { account: 'Shopify Payments Clearing' },
		lines: [{ category: 'Product', amount: '40.00' }],
		taxTotal: '8.00',
		total: '48.00',
	});
	expect(documentTotals(reversal)).toMatchObject({ ok: true });
});

it('leaves the goods to the refund that pays for them in the end', () => {
	const refunds = [first('FAILURE', PAYOUT), again];
	expect(documentsOf(refunds, '31').map(({ document }) => document)).toEqual([
		'Refund Receipt',
		'Sales Receipt',
	]);
	expect(documentsOf(refunds, '32')).toMatchObject([
		{
			document: 'Refund Receipt',
			lines: [{ category: 'Product', amount: '40.00' }],
			total: '48.00',
		},
	]);
});

it('is left to a person where it was a credit memo', () => {
	const outcome = mapped([first('FAILURE', PAYOUT)], '31', { refundForm: 'Credit Memo' });
	expect(outcome).toMatchObject({
		kind: 'problem',
		problem: { code: 'refund-failed-after-booking' },
	});
});
