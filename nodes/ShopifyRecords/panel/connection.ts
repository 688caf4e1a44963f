import type { INodeProperties } from 'n8n-workflow';

export const resourceField: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Balance Transaction', value: 'balanceTransaction' },
		{ name: 'Dispute', value: 'dispute' },
		{ name: 'Order', value: 'order' },
		{ name: 'Payout', value: 'payout' },
		{ name: 'Refund', value: 'refund' },
	],
	default: 'order',
};

export const connectionFields: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'OAuth2',
				value: 'oAuth2',
				description: 'Any app that is installed by its consent page',
			},
			{
				name: 'Client Credentials',
				value: 'clientCredentials',
				description: 'Your own app in a shop of your own organization; nothing to click',
			},
			{
				name: 'Access Token',
				value: 'accessToken',
				description: 'A custom app that was made in the shop before 2026',
			},
		],
		default: 'oAuth2',
	},
	resourceField,
];
