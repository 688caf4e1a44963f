import type { INodeProperties } from 'n8n-workflow';

import { accountField, accountTypeField } from './accountType';

/** The same in every node of the ledger: what stops one must stop the others too. */
export const ledgerTypes: INodeProperties = {
	displayName: 'Ledger Types',
	name: 'ledgerTypes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Ledger Type',
	default: {},
	description:
		"Where types of balance transactions are booked, before the node's own table of all types. A type that Shopify does not explain stops until it has a row here. Use the same rows in every node that maps payouts.",
	options: [
		{
			displayName: 'Ledger Type',
			name: 'rows',
			values: [
				{ ...accountField, displayOptions: { show: { book: ['account'] } } },
				{ ...accountTypeField, displayOptions: { show: { book: ['account'] } } },
				{
					displayName: 'Book',
					name: 'book',
					type: 'options',
					default: 'account',
					options: [
						{
							name: 'Stop',
							value: 'stop',
							description: 'Refuse the payout until somebody has looked at it',
						},
						{ name: 'To an Account', value: 'account' },
					],
					description: 'What becomes of rows of this type',
				},
				{
					displayName: 'Reason Contains',
					name: 'reason',
					type: 'string',
					default: '',
					placeholder: 'e.g. correction',
					description: "Part of Shopify's reason for an adjustment. Leave empty for any.",
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'string',
					default: '',
					placeholder: 'e.g. MERCHANT_GOODWILL_CREDIT',
					description: "Shopify's name of the type of balance transaction",
				},
			],
		},
	],
};
