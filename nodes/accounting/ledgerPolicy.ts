import type { AccountReference } from './documents';
import type { LedgerAccountRole } from './ledgerTypes';

/** What a merchant may decide about payouts, fees and everything else in Shopify's ledger. */
export interface LedgerPolicy {
	/** Where the money that Shopify holds is kept, by currency; the first row that fits counts. */
	clearing: CurrencyAccount[];
	accounts: Record<LedgerAccountRole, AccountReference>;
	/** The user's own table of types; its first row that fits comes before the shipped table. */
	typeRules: LedgerTypeRule[];
	/** Which of the two nodes books rows that are charges by themselves (labels, Shopify's bill, ...). */
	chargesIn: 'Fee to Bill' | 'Balance to Bank Entry';
	/** Shopify, as a vendor. */
	vendor: string;
	payouts: PayoutPolicy;
	fees: FeePolicy;
	entries: EntryPolicy;
	/** Shopify's payout days follow UTC; 'Shop' takes the shop's local day instead. */
	payoutDay: 'UTC' | 'Shop';
	dimensions: { class?: string; location?: string };
	/** The moment of mapping (ISO 8601): fees of a day or month wait until it is over. */
	asOf: string | undefined;
}

/** '*' is the shop's own currency: an account holds money of one currency only. */
export interface CurrencyAccount {
	currency: string;
	account: AccountReference;
}

export interface LedgerTypeRule {
	/** Shopify's type; '*' is never read as any. */
	type: string;
	/** A part of the adjustment's reason, in any case; empty is any. */
	reason: string;
	/** Undefined stops the payout. */
	account: AccountReference | undefined;
}

/**
 * 'Deposit' takes the net out of clearing, 'Transfer' does the same as a transfer; 'Deposit of Receipts'
 * banks what waits in Undeposited Funds, with the fees and everything else as lines.
 */
export type PayoutForm = 'Deposit' | 'Deposit of Receipts' | 'Transfer';

export interface PayoutPolicy {
	form: PayoutForm;
	/** Where payouts arrive; the first row that fits counts. None fits: the payout is refused. */
	banks: PayoutBank[];
	/**
	 * A payout may fail days after it was paid. 'Book and Take Back' books it and its return, so that the
	 * books are right whether or not it had been booked; 'Leave Out' books neither.
	 */
	failed: 'Book and Take Back' | 'Leave Out';
	/** What orders were booked as, for links to what waits in Undeposited Funds. */
	receipts: 'Sales Receipt' | 'Payment';
	undeposited: AccountReference;
}

export interface PayoutBank {
	/** A currency, a business entity, the bank account's name or last digits, or '*' for any. */
	payoutsOf: string;
	account: AccountReference;
}

export interface FeePolicy {
	form: 'Bill' | 'Expense';
	per: 'Payout' | 'Day' | 'Month' | 'Transaction';
	/** Fees of a payout that spans two months become a document in each. */
	splitAtMonthEnd: boolean;
	/** Name of the QuickBooks tax code on fees. */
	taxCode: string | undefined;
	/** Percent of tax that the fees include ("23"); undefined is none. */
	taxRate: string | undefined;
}

export interface EntryPolicy {
	/** 'Bank Entry': expenses, deposits and transfers where they fit; else journal entries only. */
	form: 'Bank Entry' | 'Journal Entry';
	/** Percent of a loan's remittance that is its cost ("20"); undefined is none. */
	financingCost: string | undefined;
}

/** The settings a person changed; what is left out keeps its default. */
export interface LedgerSettings
	extends Partial<Omit<LedgerPolicy, 'accounts' | 'payouts' | 'fees' | 'entries'>> {
	accounts?: Partial<Record<LedgerAccountRole, Partial<AccountReference>>>;
	payouts?: Partial<PayoutPolicy>;
	fees?: Partial<FeePolicy>;
	entries?: Partial<EntryPolicy>;
}

/** Duties and marketplace tax are the accounts that orders collect them in. */
export const DEFAULT_LEDGER_ACCOUNTS: Readonly<Record<LedgerAccountRole, AccountReference>> = {
	cardFees: { account: 'Merchant Fees', type: 'Expense' },
	conversionFees: { account: 'Merchant Fees', type: 'Expense' },
	disputeFees: { account: 'Chargeback Fees', type: 'Expense' },
	otherFees: { account: 'Merchant Fees', type: 'Expense' },
	shopifyBill: { account: 'Shopify Subscription', type: 'Expense' },
	shippingLabels: { account: 'Shipping Labels', type: 'Expense' },
	advertising: { account: 'Advertising', type: 'Expense' },
	disputes: { account: 'Disputes Receivable', type: 'Other Current Asset' },
	disputeLosses: { account: 'Chargeback Losses', type: 'Expense' },
	reserves: { account: 'Shopify Reserve', type: 'Other Current Asset' },
	loan: { account: 'Shopify Capital Loan', type: 'Other Current Liability' },
	financingCost: { account: 'Shopify Capital Cost', type: 'Expense' },
	duties: { account: 'Duties Payable', type: 'Other Current Liability' },
	importTax: { account: 'Import Tax Payable', type: 'Other Current Liability' },
	marketplaceTax: { account: 'Marketplace Tax Payable', type: 'Other Current Liability' },
	vatRefunds: { account: 'VAT Refunds from Shopify', type: 'Other Current Asset' },
	advances: { account: 'Payout Advances', type: 'Other Current Liability' },
	shopCash: { account: 'Shop Cash Clearing', type: 'Bank' },
	channels: { account: 'Channel Clearing', type: 'Other Current Asset' },
	shopifyCredits: { account: 'Credits from Shopify', type: 'Other Income' },
	balanceTransfers: { account: 'Transfers Between Shopify Balances', type: 'Other Current Asset' },
};

export const DEFAULT_CLEARING: readonly CurrencyAccount[] = [
	{ currency: '*', account: { account: 'Shopify Payments Clearing', type: 'Bank' } },
];

/** Settings completed with the defaults. No bank account is a default: nobody else can know it. */
export function ledgerPolicy(settings: LedgerSettings = {}): LedgerPolicy {
	return {
		clearing: settings.clearing ?? [...DEFAULT_CLEARING],
		accounts: accountsWith(settings.accounts ?? {}),
		typeRules: settings.typeRules ?? [],
		chargesIn: settings.chargesIn ?? 'Fee to Bill',
		vendor: settings.vendor ?? 'Shopify',
		payouts: {
			form: 'Deposit',
			banks: [],
			failed: 'Book and Take Back',
			receipts: 'Sales Receipt',
			undeposited: { account: 'Undeposited Funds', type: 'Other Current Asset' },
			...settings.payouts,
		},
		fees: {
			form: 'Bill',
			per: 'Payout',
			splitAtMonthEnd: false,
			taxCode: undefined,
			taxRate: undefined,
			...settings.fees,
		},
		entries: { form: 'Bank Entry', financingCost: undefined, ...settings.entries },
		payoutDay: settings.payoutDay ?? 'UTC',
		dimensions: settings.dimensions ?? {},
		asOf: settings.asOf,
	};
}

function accountsWith(
	changes: Partial<Record<LedgerAccountRole, Partial<AccountReference>>>,
): Record<LedgerAccountRole, AccountReference> {
	const complete = { ...DEFAULT_LEDGER_ACCOUNTS };
	for (const role of LEDGER_ROLES) complete[role] = { ...complete[role], ...changes[role] };
	return complete;
}

const LEDGER_ROLES = Object.keys(DEFAULT_LEDGER_ACCOUNTS) as LedgerAccountRole[];
