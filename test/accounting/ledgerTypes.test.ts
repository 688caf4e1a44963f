import { DEFAULT_LEDGER_ACCOUNTS } from '../../nodes/accounting/ledgerPolicy';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';
import { transactionTypes } from './transactionTypes.mts';

const types = [...LEDGER_TYPES.values()];

it('has every type of balance transaction that Shopify publishes, once, and no other', () => {
	const published = transactionTypes();
	expect(published).toHaveLength(113);
	expect(types.map(({ type }) => type).sort()).toEqual([...published].sort());
});

it('books each somewhere: by another document, to an account, or after asking', () => {
	for (const { type, booking, role, confirm } of types) {
		const isElsewhere = !['Charge', 'Entry'].includes(booking);
		const isKnown = role !== undefined && role in DEFAULT_LEDGER_ACCOUNTS;
		expect([type, isElsewhere || isKnown || confirm]).toEqual([type, true]);
		expect([type, isElsewhere && (isKnown || confirm)]).toEqual([type, false]);
	}
});

it('asks about every type that Shopify leaves unexplained', () => {
	const asked = types.filter(({ confirm }) => confirm).map(({ type }) => type);
	expect(asked).toEqual(
		expect.arrayContaining([
			'ADJUSTMENT',
			'ANOMALY_CREDIT',
			'TAX_ADJUSTMENT_DEBIT',
			'ADVANCE',
			'RISK_WITHDRAWAL',
			'MERCHANT_GOODWILL_CREDIT',
			'COLLECTIONS_CREDIT',
			'REFUND_FAILURE',
		]),
	);
	expect(asked).toHaveLength(48);
});

it('books what takes a type back as the type itself', () => {
	for (const own of types) {
		const reversal = LEDGER_TYPES.get(`${own.type}_REVERSAL`);
		if (reversal !== undefined) expect({ ...reversal, type: own.type }).toEqual(own);
	}
});

it('keeps duties and marketplace tax in the accounts that orders collect them in', () => {
	expect(DEFAULT_LEDGER_ACCOUNTS.duties.account).toBe('Duties Payable');
	expect(DEFAULT_LEDGER_ACCOUNTS.marketplaceTax.account).toBe('Marketplace Tax Payable');
});
