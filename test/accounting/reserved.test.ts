import { orderToDocuments } from '../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { NOON, shopOrder } from './shopOrder';

const policy = salesReceiptPolicy({ saleForm: 'Invoice and Payments' });

function reservedAt(at: string) {
	return orderToDocuments(
		shopOrder({
			transactions: [{ at, amount: ['48.0', '43.2'], kind: 'AUTHORIZATION' }],
			changes: { displayFinancialStatus: 'AUTHORIZED' },
		}),
		policy,
	);
}

it('is no sale yet where the money was reserved when the order was placed', () => {
	expect(reservedAt(NOON)).toMatchObject({ kind: 'skipped', skip: { code: 'not-paid' } });
	expect(reservedAt('2026-10-05T15:59:58Z')).toMatchObject({ kind: 'skipped' });
});

it('stays an invoice where the order was owed before money was reserved for it', () => {
	expect(reservedAt('2026-10-07T16:00:00Z')).toMatchObject({
		kind: 'documents',
		documents: [{ document: 'Invoice', total: '48.00' }],
	});
});
