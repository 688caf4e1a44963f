import type {
	AccountingDocument,
	AccountReference,
	BillDocument,
	BillPaymentDocument,
	DepositDocument,
	ExpenseDocument,
	JournalEntryDocument,
	TransferDocument,
} from '../../nodes/accounting/documents';
import type { PostingSettings } from '../../nodes/quickbooks/settings';
import { COMPANIES, invoice, orderKey, payment, refundReceipt } from './allKinds';
import { receipt, SHOP } from './documents';

/** The documents of the ledger, around payout number n. */

export const CLEARING: AccountReference = { account: 'Shopify Payments Clearing', type: 'Bank' };
export const BANK: AccountReference = { account: 'Payout Bank', type: 'Bank' };
export const UNDEPOSITED: AccountReference = {
	account: 'Undeposited Funds',
	type: 'Other Current Asset',
};
const FEES: AccountReference = { account: 'Merchant Fees', type: 'Expense' };
const CONVERSION: AccountReference = { account: 'Conversion Fees', type: 'Expense' };
const LABELS: AccountReference = { account: 'Shipping Labels', type: 'Cost of Goods Sold' };
const DISPUTES: AccountReference = { account: 'Disputes Receivable', type: 'Other Current Asset' };

export const payoutKey = (n: number) => `${SHOP}/Payout/${6660000 + n}`;
const rowKey = (n: number) => `${SHOP}/BalanceTransaction/${4440000 + n}`;
const day = (n: number) => `2026-10-${String((n % 26) + 3).padStart(2, '0')}`;

function common(n: number, key: string, total: string) {
	return {
		key,
		date: day(n),
		currency: 'USD',
		total,
		memo: `Shopify payout ${6660000 + n}`,
		source: {
			type: 'Payout' as const,
			id: `gid://shopify/ShopifyPaymentsPayout/${6660000 + n}`,
			name: `Payout ${6660000 + n}`,
			shop: SHOP,
			total,
		},
	};
}

/** Out of the clearing account, with a fee that was kept back. */
export function deposit(n: number, changes: Partial<DepositDocument> = {}): DepositDocument {
	return {
		...common(n, payoutKey(n), '96.80'),
		document: 'Deposit',
		depositTo: BANK,
		lines: [
			{ category: 'Payout', account: CLEARING, description: 'Payout', amount: '100.00' },
			{
				category: 'Card Processing Fee',
				account: FEES,
				description: 'Fees',
				amount: '-3.20',
				receivedFrom: { vendor: 'Shopify' },
			},
		],
		...changes,
	};
}

/** Of what waits in Undeposited Funds: a receipt, a payment and a refund, less a fee. */
export function linkedDeposit(n: number, changes: Partial<DepositDocument> = {}): DepositDocument {
	return {
		...common(n, `${payoutKey(n)}1`, '72.35'),
		document: 'Deposit',
		depositTo: BANK,
		lines: [
			{
				category: 'Receipt',
				links: { document: 'Sales Receipt', key: orderKey(n) },
				description: 'Order',
				amount: '47.90',
			},
			{
				category: 'Receipt',
				links: { document: 'Payment', key: payment(n + 1).key },
				description: 'Order',
				amount: '47.90',
			},
			{
				category: 'Receipt',
				links: { document: 'Refund Receipt', key: refundReceipt(n).key },
				description: 'Refund',
				amount: '-21.45',
			},
			{ category: 'Card Processing Fee', account: FEES, description: 'Fees', amount: '-2.00' },
		],
		...changes,
	};
}

/** What `linkedDeposit` banks. */
export function waiting(n: number, currency = 'USD'): AccountingDocument[] {
	return [
		receipt(n, { currency, depositTo: UNDEPOSITED }),
		invoice(n + 1, { currency }),
		payment(n + 1, { currency, depositTo: UNDEPOSITED }),
		refundReceipt(n, { currency, refundFrom: UNDEPOSITED }),
	];
}

export function transfer(n: number, changes: Partial<TransferDocument> = {}): TransferDocument {
	return {
		...common(n, `${payoutKey(n)}2`, '50.00'),
		document: 'Transfer',
		from: CLEARING,
		to: BANK,
		...changes,
	};
}

/** Two kinds of fees, and one given back. */
export function bill(n: number, changes: Partial<BillDocument> = {}): BillDocument {
	return {
		...common(n, `${payoutKey(n)}/Fees`, '13.00'),
		document: 'Bill',
		vendor: 'Shopify',
		number: `F-${6660000 + n}`,
		lines: [
			{ category: 'Card Processing Fee', account: FEES, description: 'Card', amount: '12.00' },
			{
				category: 'Currency Conversion Fee',
				account: CONVERSION,
				description: 'Conversion',
				amount: '1.50',
			},
			{ category: 'Card Processing Fee', account: FEES, description: 'Returned', amount: '-0.50' },
		],
		...changes,
	};
}

export function billPayment(
	n: number,
	changes: Partial<BillPaymentDocument> = {},
): BillPaymentDocument {
	return {
		...common(n, `${payoutKey(n)}/Fees/Payment`, '13.00'),
		document: 'Bill Payment',
		vendor: 'Shopify',
		appliesTo: { document: 'Bill', key: `${payoutKey(n)}/Fees` },
		payFrom: CLEARING,
		...changes,
	};
}

export function expense(n: number, changes: Partial<ExpenseDocument> = {}): ExpenseDocument {
	return {
		...common(n, rowKey(n), '8.25'),
		document: 'Expense',
		vendor: 'Shopify',
		payFrom: CLEARING,
		lines: [{ category: 'Shipping Label', account: LABELS, description: 'Label', amount: '8.25' }],
		...changes,
	};
}

/** A dispute is withdrawn, with its fee. */
export function journalEntry(
	n: number,
	changes: Partial<JournalEntryDocument> = {},
): JournalEntryDocument {
	return {
		...common(n, `${rowKey(n)}1`, '55.00'),
		document: 'Journal Entry',
		lines: [
			{
				category: 'Dispute',
				account: DISPUTES,
				posting: 'Debit',
				amount: '40.00',
				description: 'Dispute',
			},
			{
				category: 'Dispute Fee',
				account: FEES,
				posting: 'Debit',
				amount: '15.00',
				description: 'Dispute fee',
			},
			{
				category: 'Dispute',
				account: CLEARING,
				posting: 'Credit',
				amount: '55.00',
				description: 'Withdrawn',
			},
		],
		...changes,
	};
}

/** One of each; what links comes before what it links to. */
export function allLedgerKinds(n = 1, currency = 'USD'): AccountingDocument[] {
	return [
		linkedDeposit(n, { currency }),
		billPayment(n, { currency }),
		deposit(n, { currency }),
		transfer(n, { currency }),
		bill(n, { currency }),
		expense(n, { currency }),
		journalEntry(n, { currency }),
	];
}

/** The companies of `COMPANIES`, where vendors may be created too. */
export const LEDGER_COMPANIES = COMPANIES.map(({ company, currency, settings }) => ({
	company,
	currency,
	settings: {
		...settings,
		create: new Set([...(settings.create ?? []), 'Vendor']),
	} as Partial<PostingSettings>,
}));
