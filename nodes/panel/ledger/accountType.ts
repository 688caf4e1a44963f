import type { INodeProperties } from 'n8n-workflow';

import type { AccountReference, AccountType } from '../../accounting/documents';
import { oneOf, textOf } from '../values';

/** Receivables and payables are left out: QuickBooks wants a customer or vendor on them. */
const ACCOUNT_TYPES = [
	'Bank',
	'Cost of Goods Sold',
	'Credit Card',
	'Equity',
	'Expense',
	'Income',
	'Long Term Liability',
	'Other Current Asset',
	'Other Current Liability',
	'Other Expense',
	'Other Income',
] as const satisfies readonly AccountType[];

export const accountTypeField: INodeProperties = {
	displayName: 'Account Type',
	name: 'accountType',
	type: 'options',
	default: 'Expense',
	options: ACCOUNT_TYPES.map((type) => ({ name: type, value: type })),
	description: 'Type the account has in QuickBooks, or gets when it is created',
};

export const accountField: INodeProperties = {
	displayName: 'Account',
	name: 'account',
	type: 'string',
	default: '',
	description: 'Name of the account in QuickBooks',
};

/** The account of a row, where one is named. */
export function accountOf(row: Record<string, unknown>): AccountReference | undefined {
	const account = textOf(row.account);
	if (account === undefined) return undefined;
	return { account, type: oneOf(row.accountType, ACCOUNT_TYPES, 'Expense') };
}
