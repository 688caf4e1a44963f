import { createShop } from '../../../../sandbox/shopify/shop/createShop.mts';
import { minor, total } from './money.mts';

describe.each([
	['USD', createShop()],
	['GBP', createShop({ currency: 'GBP', seed: 5 })],
])('the Shopify Payments ledger in %s', (_currency, shop) => {
	const { balanceTransactions, payouts, balance } = shop.shopifyPaymentsAccount;
	const live = balanceTransactions.filter(({ test }) => !test);

	it('nets every row: net = amount - fee', () => {
		const wrong = balanceTransactions.filter(
			(row) => minor(row.net) !== minor(row.amount) - minor(row.fee),
		);
		expect(wrong).toEqual([]);
	});

	it('pays out the sum of the rows, and the transfer brings each payout to zero', () => {
		for (const payout of payouts) {
			const rows = live.filter(({ associatedPayout }) => associatedPayout.id === payout.id);
			const paid = rows.filter(({ type }) => type !== 'TRANSFER');
			expect(total(paid.map(({ net }) => minor(net)))).toBe(minor(payout.net));
			expect(total(rows.map(({ net }) => minor(net)))).toBe(0n);
			expect(rows.every(({ associatedPayout }) => associatedPayout.status === payout.status)).toBe(
				true,
			);
		}
	});

	it('sums each payout summary to its net', () => {
		for (const { summary, net } of payouts) {
			const gross = Object.keys(summary).filter((key) => key.endsWith('Gross'));
			const fees = Object.keys(summary).filter((key) => /Fees?$/.test(key));
			const of = (keys: string[]) => total(keys.map((key) => minor(summary[key])));
			expect(of(gross) - of(fees)).toBe(minor(net));
		}
	});

	it('owes what no payout holds', () => {
		const open = live.filter(({ associatedPayout }) => associatedPayout.id === null);
		expect(minor(balance[0])).toBe(total(open.map(({ net }) => minor(net))));
		expect(open.length).toBeGreaterThan(5);
		expect(BigInt(shop.truth.balance)).toBe(minor(balance[0]));
	});

	it('has paid, failed and retried, withdrawn and scheduled payouts', () => {
		const statuses = payouts.map(({ status }) => status);
		expect(statuses.filter((status) => status === 'FAILED')).toHaveLength(1);
		expect(statuses.indexOf('SCHEDULED')).toBe(payouts.length - 1);
		expect(payouts.some(({ transactionType }) => transactionType === 'WITHDRAWAL')).toBe(true);
		const retried = payouts.filter(({ summary }) => minor(summary.retriedPayoutsGross) !== 0n);
		expect(retried).toHaveLength(1);
	});

	it('joins every charge and refund to its order transaction, to the cent', () => {
		const known = new Map(
			shop.orders.flatMap(({ transactions }) =>
				transactions.map((row) => [row.id.split('/').pop()!, row]),
			),
		);
		const rows = balanceTransactions.filter(({ type }) => type === 'CHARGE' || type === 'REFUND');
		for (const row of rows) {
			const transaction = known.get(row.sourceOrderTransactionId!)!;
			const amount = minor(transaction.amountSet.shopMoney);
			expect(minor(row.amount)).toBe(row.type === 'CHARGE' ? amount : -amount);
			const fees = transaction.fees as Array<{ amount: { amount: string; currencyCode: string } }>;
			if (row.type === 'CHARGE')
				expect(minor(row.fee)).toBe(total(fees.map((fee) => minor(fee.amount))));
		}
		const processed = [...known.values()].filter(
			({ gateway, kind, status }) =>
				gateway === 'shopify_payments' &&
				status === 'SUCCESS' &&
				['SALE', 'CAPTURE', 'REFUND'].includes(kind),
		);
		expect(rows).toHaveLength(processed.length);
	});

	it('holds every kind of movement', () => {
		expect([...new Set(live.map(({ type }) => type))]).toEqual(
			expect.arrayContaining([
				'CHARGE',
				'REFUND',
				'TRANSFER',
				'TRANSFER_FAILURE',
				'DISPUTE_WITHDRAWAL',
				'DISPUTE_REVERSAL',
				'CHARGEBACK_FEE',
				'ADJUSTMENT',
				'RESERVED_FUNDS',
				'RESERVED_FUNDS_REVERSAL',
				'SHIPPING_LABEL',
				'TAX_ADJUSTMENT_DEBIT',
				'SHOP_CASH_CREDIT',
				'BILLING_DEBIT',
				'LENDING_CAPITAL_REMITTANCE',
			]),
		);
	});
});
