import type { INodeProperties } from 'n8n-workflow';

/** The account of a row that says where money arrives. */
export function moneyAccount(placeholder: string): INodeProperties[] {
	return [
		{
			displayName: 'Account',
			name: 'account',
			type: 'string',
			default: '',
			placeholder,
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
	];
}
