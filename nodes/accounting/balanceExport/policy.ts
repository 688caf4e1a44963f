import type { AccountReference } from '../documents';
import type { EntryPolicy } from '../ledgerPolicy';

/** How rows of a Shopify Balance account's export are read and booked. */
export interface BalanceExportPolicy {
	/** The shop's myshopify.com domain; the export does not name it, and keys begin with it. */
	shop: string;
	/** The account that the export is of. */
	account: AccountReference;
	currency: string;
	columns: BalanceExportColumns;
	/** How "10/3/2026" is read; a date with the year first is always read as such. */
	dateOrder: 'Month First' | 'Day First';
	/** The first rule that fits counts; a row that none fits is refused. */
	rules: BalanceExportRule[];
	/** Vendor of expenses where the rule names none. */
	vendor: string;
	form: EntryPolicy['form'];
	dimensions: { class?: string; location?: string };
}

/** Names of the export's columns; Shopify does not publish them, so a person maps them. */
export interface BalanceExportColumns {
	date: string;
	description: string;
	/** Signed; empty where the export has a column each for money in and money out. */
	amount: string;
	moneyIn: string;
	moneyOut: string;
	/** These may be empty. */
	type: string;
	reference: string;
	currency: string;
}

export interface BalanceExportRule {
	/** A part of the description or type, in any case; empty is any. */
	contains: string;
	direction: 'In' | 'Out' | 'Both';
	/** Undefined: booked elsewhere, such as a payout. */
	account: AccountReference | undefined;
	vendor: string | undefined;
}

export interface BalanceExportSettings extends Partial<Omit<BalanceExportPolicy, 'columns'>> {
	columns?: Partial<BalanceExportColumns>;
}

/** Payouts arrive by Payout to Deposit; what Shopify pays as a reward is income. */
export const DEFAULT_EXPORT_RULES: readonly BalanceExportRule[] = [
	{ contains: 'payout', direction: 'In', account: undefined, vendor: undefined },
	{
		contains: 'cashback',
		direction: 'In',
		account: { account: 'Cashback Rewards', type: 'Other Income' },
		vendor: undefined,
	},
];

export function balanceExportPolicy(settings: BalanceExportSettings = {}): BalanceExportPolicy {
	return {
		shop: settings.shop ?? '',
		account: settings.account ?? { account: 'Shopify Balance', type: 'Bank' },
		currency: settings.currency ?? 'USD',
		columns: {
			date: 'Date',
			description: 'Description',
			amount: 'Amount',
			moneyIn: '',
			moneyOut: '',
			type: '',
			reference: '',
			currency: '',
			...settings.columns,
		},
		dateOrder: settings.dateOrder ?? 'Month First',
		rules: settings.rules ?? [...DEFAULT_EXPORT_RULES],
		vendor: settings.vendor ?? 'Shopify Balance',
		form: settings.form ?? 'Bank Entry',
		dimensions: settings.dimensions ?? {},
	};
}
