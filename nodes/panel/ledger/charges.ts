import type { INodeProperties } from 'n8n-workflow';

/** Both nodes that can book charges must be told the same, or they are booked twice or not at all. */
export const charges: INodeProperties = {
	displayName: 'Charges of Shopify',
	name: 'chargesIn',
	type: 'options',
	default: 'Fee to Bill',
	options: [
		{
			name: 'Booked by Balance to Bank Entry',
			value: 'Balance to Bank Entry',
			description: 'As entries of their own; Fee to Bill books only what was kept from payments',
		},
		{
			name: 'Booked by Fee to Bill',
			value: 'Fee to Bill',
			description: 'On the bill, with the fees that were kept from payments',
		},
	],
	description:
		"Which node books rows that are charges by themselves: shipping labels, Shopify's bill, chargeback fees, campaigns. Choose the same in both nodes.",
};
