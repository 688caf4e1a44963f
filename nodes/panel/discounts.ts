import type { INodeProperties } from 'n8n-workflow';

export const discountsField: INodeProperties = {
	displayName: 'Discounts',
	name: 'discounts',
	type: 'options',
	default: 'Contra Income',
	options: [
		{
			name: 'As Own Lines',
			value: 'Contra Income',
			description: 'Sales at list price, with discounts in an account of their own',
		},
		{
			name: 'Netted Into Sales',
			value: 'Net',
			description: 'Sales after discount. Discounts on gift cards still get a line of their own.',
		},
	],
	description:
		'How discounts on products are booked. A discount on shipping always lowers shipping.',
};
