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
