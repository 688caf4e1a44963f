import type { INodeProperties } from 'n8n-workflow';

import { charges } from '../../panel/ledger/charges';
import { clearingAccounts } from '../../panel/ledger/clearingAccounts';
import { ENTRY_ROLES, FEE_ROLES, ledgerAccounts } from '../../panel/ledger/ledgerAccounts';
import { ledgerTypes } from '../../panel/ledger/ledgerTypes';

export const book: INodeProperties = {
	displayName: 'Book',
	name: 'book',
	type: 'options',
	default: 'ledger',
	options: [
		{
			name: 'Shopify Balance Export',
			value: 'export',
			description:
				'Rows of the CSV file of a Shopify Balance account, which Shopify gives no other access to',
		},
		{
			name: 'Shopify Payments Ledger',
			value: 'ledger',
			description: 'Payouts with their rows, balance transactions, and disputes that were lost',
		},
	],
	description: 'What the items are',
};

const displayOptions = { show: { book: ['ledger'] } };

export const ledgerFields: INodeProperties[] = [
	{ ...clearingAccounts, displayOptions },
	{ ...charges, displayOptions },
	ledgerAccounts([...ENTRY_ROLES, ...FEE_ROLES.filter(isCharge)], displayOptions),
	{ ...ledgerTypes, displayOptions },
];

/** Fees that were kept from payments are never entries. */
function isCharge(role: string): boolean {
	return role !== 'cardFees' && role !== 'conversionFees';
}

export const financingCost: INodeProperties = {
	displayName: 'Cost in Loan Remittances (Percent)',
	name: 'financingCost',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 99, numberPrecision: 4 },
	default: 0,
	description:
		'Part of each remittance of Shopify Capital that is its cost, not the loan; Shopify does not tell it. At 1,000 lent and 1,200 to repay it is 16.67 of what is repaid.',
	displayOptions: { show: { '/book': ['ledger'] } },
};
