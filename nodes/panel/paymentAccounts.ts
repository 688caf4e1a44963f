import type { INodeProperties } from 'n8n-workflow';

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
				{
					displayName: 'Account',
					name: 'account',
					type: 'string',
					default: '',
					placeholder: 'e.g. PayPal Clearing',
					description: 'Name of the account in QuickBooks',
				},
				{
					displayName: 'Account Type',
					name: 'accountType',
					type: 'options',
					default: 'Bank',
					options: [
						{ name: 'Bank', value: 'Bank' },
						{ name: 'Other Current Asset', value: 'Other Current Asset' },
					],
					description: 'Type the account has in QuickBooks, or gets when it is created',
				},
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
