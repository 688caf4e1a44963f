import { andReversal, type LedgerGroup } from './ledgerGroup';

/** Booked against an account that is known. */
export const ENTRIES: readonly LedgerGroup[] = [
	{
		booking: 'Entry',
		category: 'Dispute',
		role: 'disputes',
		meaning: 'money held for a dispute, or given back when it was won',
		types: ['DISPUTE_WITHDRAWAL', 'DISPUTE_REVERSAL', 'CHARGEBACK_HOLD', 'CHARGEBACK_HOLD_RELEASE'],
	},
	{
		booking: 'Entry',
		category: 'Seller Protection',
		role: 'disputes',
		meaning: 'a chargeback that Shopify pays under its protection',
		types: andReversal('CHARGEBACK_PROTECTION_CREDIT', 'SELLER_PROTECTION_CREDIT'),
	},
	{
		booking: 'Entry',
		category: 'Reserve',
		role: 'reserves',
		meaning: 'money that Shopify sets aside, or releases',
		types: ['RESERVED_FUNDS', 'RESERVED_FUNDS_REVERSAL', 'RESERVED_FUNDS_WITHDRAWAL'],
	},
	{
		booking: 'Entry',
		category: 'Transfer Between Balances',
		role: 'balanceTransfers',
		meaning: 'money moved between two Shopify balances of the shop',
		types: ['BALANCE_TRANSFER_INBOUND', 'BALANCE_TRANSFER_OUTBOUND'],
	},
	{
		booking: 'Entry',
		category: 'Duty Remittance',
		role: 'duties',
		meaning: 'duties collected at checkout, paid to the authority',
		types: ['CUSTOMS_DUTY', 'CUSTOMS_DUTY_ADJUSTMENT'],
	},
	{
		booking: 'Entry',
		category: 'Import Tax',
		role: 'importTax',
		meaning: 'import tax collected at checkout, paid to the authority',
		types: ['IMPORT_TAX', 'IMPORT_TAX_ADJUSTMENT', 'IMPORT_TAX_REFUND'],
	},
	{
		booking: 'Entry',
		category: 'Lending',
		role: 'loan',
		meaning: 'Shopify Capital or a credit line: money lent, or paid back',
		types: andReversal(
			'LENDING_DEBIT',
			'LENDING_CREDIT',
			'LENDING_CREDIT_REMITTANCE',
			'LENDING_CREDIT_REFUND',
			'LENDING_CAPITAL_REMITTANCE',
			'LENDING_CAPITAL_REFUND',
		),
	},
	{
		booking: 'Entry',
		category: 'Shop Cash',
		role: 'shopCash',
		meaning: 'the part of an order that was paid by Shop Cash',
		types: andReversal('SHOP_CASH_CREDIT', 'SHOP_CASH_REFUND_DEBIT'),
	},
];
