import { at, isRecord, recordsAt, textAt } from '../json';

/** What is wrong with a field, in the user's words; undefined where nothing is. */
export type Finding = string | undefined;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ACCOUNT_TYPES = [
	'Bank',
	'Accounts Receivable',
	'Other Current Asset',
	'Accounts Payable',
	'Credit Card',
	'Other Current Liability',
	'Long Term Liability',
	'Equity',
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
];

export function textFinding(json: unknown, ...path: string[]): Finding {
	const value = at(json, ...path);
	return typeof value === 'string' && value.trim() !== ''
		? undefined
		: `the field '${path.join('.')}' is missing`;
}

/** Of fields that may be left out. */
export function maybeTextFinding(json: unknown, ...path: string[]): Finding {
	const value = at(json, ...path);
	return value === undefined || value === null || typeof value === 'string'
		? undefined
		: `the field '${path.join('.')}' is no text`;
}

export function dateFinding(json: unknown, ...path: string[]): Finding {
	return isDate(textAt(json, ...path) ?? '')
		? undefined
		: `the field '${path.join('.')}' is no date like 2026-10-31`;
}

export function maybeDateFinding(json: unknown, field: string): Finding {
	const value = at(json, field);
	return value === undefined || value === null ? undefined : dateFinding(json, field);
}

export function taxesFinding(json: unknown, field: string): Finding {
	const taxes = at(json, field);
	if (!Array.isArray(taxes)) return `the field '${field}' is no list`;
	const isTax = (tax: unknown) =>
		typeof at(tax, 'title') === 'string' &&
		typeof at(tax, 'rate') === 'string' &&
		typeof at(tax, 'amount') === 'string';
	const complete = recordsAt(json, field).every(isTax) && taxes.every(isRecord);
	return complete ? undefined : `the field '${field}' holds a tax without title, rate or amount`;
}

export function accountFinding(json: unknown, ...path: string[]): Finding {
	const missing = textFinding(json, ...path, 'account');
	if (missing) return missing;
	const known = ACCOUNT_TYPES.includes(textAt(json, ...path, 'type') ?? '');
	return known ? undefined : `the field '${path.join('.')}.type' is no account type of QuickBooks`;
}

export function amountFinding(json: unknown, field: string): Finding {
	return typeof at(json, field) === 'string'
		? undefined
		: `the field '${field}' is no amount in quotes like "12.30"`;
}

/** Written into the books in brackets, it must hold none itself. */
export function keyFinding(json: unknown, ...path: string[]): Finding {
	const key = textAt(json, ...path) ?? '';
	return key.trim() === '' || /[[\]]/.test(key)
		? `the field '${path.join('.')}' is missing or has brackets`
		: undefined;
}

function isDate(text: string): boolean {
	const time = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
