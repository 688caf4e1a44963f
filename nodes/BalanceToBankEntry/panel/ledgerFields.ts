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
