import type { INodeProperties } from 'n8n-workflow';

import { moneyAccount } from './moneyAccount';

export const paymentAccounts: INodeProperties = {
	displayName: 'Payment Accounts',
	name: 'paymentAccounts',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Payment Account',
	default: {
		rows: [
			{
				gateway: 'shopify_payments',
				account: 'Shopify Payments Clearing',
				accountType: 'Bank',
			},
		],
	},
	description:
		'Where the money of each payment gateway arrives. An order paid by a gateway that is not listed is refused, because money of two providers in one clearing account can never be proved.',
	options: [
		{
			displayName: 'Payment Account',
			name: 'rows',
			values: [
				{
					displayName: 'Gateway',
					name: 'gateway',
					type: 'string',
					default: '',
					placeholder: 'e.g. paypal',
					description:
						"Shopify's code or name of the payment gateway. Use * for all that are not listed.",
				},
				...moneyAccount('e.g. PayPal Clearing'),
				{
					displayName: 'Currency',
					name: 'currency',
					type: 'string',
					default: '',
					placeholder: 'e.g. EUR',
					description:
						'Code of the only currency that this row counts for, as a bank account has one currency. Leave it empty for all.',
				},
			],
		},
	],
};
