import { type Answer, type QuickBooksClient } from './client';
import { at, flagAt, recordsAt, textAt } from './json';

/**
 * Which of QuickBooks' sales tax systems the company uses:
 * 'us-automated' computes itself but takes our total, 'us-manual' has rates per document,
 * 'us-not-set-up' and 'off' cannot hold tax, 'global' has a tax code on every line.
 */
export type TaxRegime = 'us-automated' | 'us-manual' | 'us-not-set-up' | 'global' | 'off';

export interface Company {
	realmId: string;
	name: string;
	country: string;
	regime: TaxRegime;
	/** ISO 4217 code. */
	homeCurrency: string;
	multiCurrency: boolean;
	/** Whether document numbers are ours; if not, QuickBooks counts by itself. */
	ownNumbers: boolean;
	/** The same for expenses. */
	ownExpenseNumbers: boolean;
	/** Whether QuickBooks refuses a second journal entry of the same number. */
	uniqueJournalNumbers: boolean;
	/** "QuickBooks Online Plus", empty where QuickBooks does not say. */
	plan: string;
	/** Whether the plan has bills. */
	bills: boolean;
	/** Where a class is written; undefined where classes are switched off or not in the plan. */
	classes: 'lines' | 'header' | undefined;
	/** Whether locations are switched on. */
	locations: boolean;
	/** Custom fields of sales forms, by the number of their definition. */
	customFields: Array<{ id: string; name: string }>;
	/** Whether QuickBooks itself uses up credit memos for open invoices of their customer. */
	appliesCredits: boolean;
	/** Whether the company counts the stock of its products (a setting of the plans Plus and Advanced). */
	stock: boolean;
	/** Last day of the closed books, YYYY-MM-DD; nothing may be dated on or before it. */
	closedUntil: string | undefined;
}

/** Reads CompanyInfo and Preferences: two calls. */
export async function readCompany(client: QuickBooksClient): Promise<Answer<Company>> {
	const info = await client.read(`companyinfo/${encodeURIComponent(client.realmId)}`);
	if (info.kind !== 'done') return info;
	const preferences = await client.read('preferences');
	if (preferences.kind !== 'done') return preferences;
	const value = companyOf(
		client.realmId,
		at(info.value, 'CompanyInfo'),
		at(preferences.value, 'Preferences'),
	);
	return { kind: 'done', value };
}

function companyOf(realmId: string, info: unknown, preferences: unknown): Company {
	const country = textAt(info, 'Country') ?? 'US';
	const plan = planOf(info);
	return {
		realmId,
		name: textAt(info, 'CompanyName') ?? textAt(info, 'LegalName') ?? realmId,
		country,
		regime: regimeOf(country, preferences),
		homeCurrency: textAt(preferences, 'CurrencyPrefs', 'HomeCurrency', 'value') ?? 'USD',
		multiCurrency: flagAt(preferences, 'CurrencyPrefs', 'MultiCurrencyEnabled'),
		ownNumbers: hasOwnNumbers(preferences),
		ownExpenseNumbers: otherFlag(preferences, 'VendorAndPurchasesPrefs.UseCustomTxnNumbers'),
		uniqueJournalNumbers: otherFlag(preferences, 'WarnDuplicateJournalNumber'),
		plan,
		bills: !WITHOUT_BILLS.test(plan),
		classes: classesOf(preferences),
		locations: flagAt(preferences, 'AccountingInfoPrefs', 'TrackDepartments'),
		customFields: customFieldsOf(preferences),
		appliesCredits: flagAt(preferences, 'SalesFormsPrefs', 'AutoApplyCredit'),
		stock: flagAt(preferences, 'ProductAndServicesPrefs', 'QuantityOnHand'),
		closedUntil: textAt(preferences, 'AccountingInfoPrefs', 'BookCloseDate')?.slice(0, 10),
	};
}

/** The smallest plans know what was paid, not what is owed. */
const WITHOUT_BILLS = /simple\s?start|solopreneur/i;

function planOf(info: unknown): string {
	const pairs = recordsAt(info, 'NameValue');
	return (
		textAt(
			pairs.find((pair) => textAt(pair, 'Name') === 'OfferingSku'),
			'Value',
		) ?? ''
	);
}

function regimeOf(country: string, preferences: unknown): TaxRegime {
	if (!flagAt(preferences, 'TaxPrefs', 'UsingSalesTax')) return 'off';
	if (!['US', 'USA'].includes(country.toUpperCase())) return 'global';
	if (at(preferences, 'TaxPrefs', 'PartnerTaxEnabled') === undefined) return 'us-manual';
	return flagAt(preferences, 'TaxPrefs', 'PartnerTaxEnabled') ? 'us-automated' : 'us-not-set-up';
}

/** The flag is a field of SalesFormsPrefs, in some companies only a row of OtherPrefs. */
function hasOwnNumbers(preferences: unknown): boolean {
	if (flagAt(preferences, 'SalesFormsPrefs', 'CustomTxnNumbers')) return true;
	return otherFlag(preferences, 'SalesFormsPrefs.CustomTxnNumbers');
}

function otherFlag(preferences: unknown, name: string): boolean {
	return recordsAt(preferences, 'OtherPrefs', 'NameValue').some(
		(row) => textAt(row, 'Name') === name && flagAt(row, 'Value'),
	);
}

function classesOf(preferences: unknown): Company['classes'] {
	if (flagAt(preferences, 'AccountingInfoPrefs', 'ClassTrackingPerTxnLine')) return 'lines';
	return flagAt(preferences, 'AccountingInfoPrefs', 'ClassTrackingPerTxn') ? 'header' : undefined;
}

/** Names and switches lie in one list: SalesCustomName2 is a name, UseSalesCustom2 its switch. */
function customFieldsOf(preferences: unknown): Company['customFields'] {
	const rows = recordsAt(preferences, 'SalesFormsPrefs', 'CustomField').flatMap((group) =>
		recordsAt(group, 'CustomField'),
	);
	const isOff = (id: string) =>
		rows.some(
			(row) =>
				textAt(row, 'Name') === `SalesFormsPrefs.UseSalesCustom${id}` &&
				!flagAt(row, 'BooleanValue'),
		);
	return rows.flatMap((row) => {
		const id = /SalesCustomName(\d+)$/.exec(textAt(row, 'Name') ?? '')?.[1];
		const name = textAt(row, 'StringValue')?.trim() ?? '';
		return id === undefined || name === '' || isOff(id) ? [] : [{ id, name }];
	});
}
