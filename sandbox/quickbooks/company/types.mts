/** JSON as it travels: amounts are JSON numbers, ids strings, dates 'YYYY-MM-DD'. */
export type Json = Record<string, unknown>;

export type CompanyKind = 'us-automated' | 'us-manual' | 'uk-vat' | 'multicurrency';

/** A reference to another row, as QuickBooks writes it. */
export interface Ref {
	value: string;
	name?: string;
	type?: string;
}

/** A stored row of any entity. Deleted transactions are kept as tombstones outside `all()`. */
export interface Row extends Json {
	Id: string;
	SyncToken: string;
	MetaData: { CreateTime: string; LastUpdatedTime: string };
	Active?: boolean;
}

/** One side of a double entry. Debits are positive, credits negative; amounts are integer cents. */
export interface JournalLine {
	/** 'YYYY-MM-DD', the TxnDate. */
	date: string;
	accountId: string;
	/** Cents of the company's home currency. */
	amount: number;
	/** ISO code of the transaction and its amount in cents of that currency. */
	currency: string;
	foreignAmount: number;
	/** 'SalesReceipt', 'Bill', ... and the Id of that row. 'Item' is an opening quantity. */
	txnType: string;
	txnId: string;
	entity?: { type: 'Customer' | 'Vendor'; id: string };
	classId?: string;
	departmentId?: string;
	memo?: string;
}

/** A row of a trial balance: `balance` in cents of home currency, debit positive. */
export interface AccountBalance {
	accountId: string;
	name: string;
	accountType: string;
	classification: Classification;
	balance: number;
}

export type Classification = 'Asset' | 'Liability' | 'Equity' | 'Revenue' | 'Expense';

/** Sections in the order QuickBooks prints them; amounts in cents, natural sign (income positive, liabilities positive). */
export interface StatementSection {
	/** 'Income', 'CostOfGoodsSold', 'Expenses', 'OtherIncome', 'OtherExpenses' | 'Bank', 'AccountsReceivable', ... */
	group: string;
	rows: { accountId: string | null; name: string; amount: number }[];
	total: number;
}

export interface ProfitAndLoss {
	from: string;
	to: string;
	sections: StatementSection[];
	grossProfit: number;
	netOperatingIncome: number;
	netIncome: number;
}

/** Equity holds the computed rows 'Retained Earnings' (earlier years) and 'Net Income' (this year). */
export interface BalanceSheet {
	asOf: string;
	assets: StatementSection[];
	liabilities: StatementSection[];
	equity: StatementSection[];
	totalAssets: number;
	totalLiabilities: number;
	totalEquity: number;
}

export interface Change {
	/** Entity name, 'SalesReceipt'. */
	entity: string;
	/** The full row, or `{ domain, status: 'Deleted', Id, MetaData }`. */
	row: Json;
}

export interface CreateOptions {
	/** Values of the `include` query parameter, e.g. ['allowduplicatedocnum']. */
	include?: string[];
}

/**
 * The books of one company. Everything is synchronous and in memory, ids count up per entity,
 * every method that writes either changes all (row, postings, stock) or throws a QuickBooksFault and changes nothing.
 * Rows handed out are copies. Entity names are QuickBooks' own ('SalesReceipt'); unknown ones are fault 500.
 */
export interface CompanyBooks {
	readonly kind: CompanyKind;
	/** The CompanyInfo row; tests may change it. */
	info: Json;
	/** The Preferences row; tests may change it. */
	preferences: Json;
	/** Whether more can be sold than there is (default); tests may change it. */
	allowsNegativeStock: boolean;
	/** `TaxService` answers `{ TaxCode, TaxCodeId, TaxRateDetails }` without a wrapper; everything else the stored row. */
	create(entity: string, body: Json, options?: CreateOptions): Json;
	/** Full update, or sparse when `body.sparse` is true. Faults: 5010 when SyncToken is old, 610 when missing. */
	update(entity: string, body: Json, options?: CreateOptions): Json;
	/** `{ status: 'Deleted', domain: 'QBO', Id }`. */
	remove(entity: string, body: Json): Json;
	void(entity: string, body: Json): Json;
	/** 610 when missing. `CompanyInfo` and `Preferences` take any id. */
	read(entity: string, id: string): Json;
	/** Stored rows in the order of their ids, inactive ones included. */
	all(entity: string): Row[];
	/** Those of `all` that are wanted; they are looked at without the names of what they refer to. */
	where(entity: string, wanted: (row: Json) => boolean): Row[];
	/** Rows changed at or after `since`, deleted ones after the living ones of their entity. */
	changes(since: Date): Change[];
	/** Home units for one unit of `currency` on that day (the latest rate on or before it, else 1). */
	exchangeRate(currency: string, asOf: string): Json;
	readonly journal: readonly JournalLine[];
	trialBalance(asOf: string): AccountBalance[];
	profitAndLoss(from: string, to: string): ProfitAndLoss;
	balanceSheet(asOf: string): BalanceSheet;
	/** Balance of one account in cents of home currency, debit positive. */
	balance(accountId: string, asOf?: string): number;
	toJSON(): Json;
}
