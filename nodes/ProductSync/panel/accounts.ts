import type { INodeProperties } from 'n8n-workflow';

export const accountsCollection: INodeProperties = {
	displayName: 'Accounts',
	name: 'accounts',
	type: 'collection',
	placeholder: 'Add Account',
	default: {},
	description: 'Names of accounts in QuickBooks, where they differ from the usual ones',
	options: [
		{
			displayName: 'Cost of Goods Sold Account',
			name: 'stockCost',
			type: 'string',
			default: 'Cost of Goods Sold',
			description: 'Account that the cost of the items goes to',
		},
		{
			displayName: 'Inventory Asset Account',
			name: 'stockAsset',
			type: 'string',
			default: 'Inventory Asset',
			description: 'Account that holds the stock of items that are created as inventory',
		},
		{
			displayName: 'Sales Account',
			name: 'sales',
			type: 'string',
			default: 'Sales of Product Income',
			description: 'Income account of the items',
		},
	],
};
