import type { INodeProperties } from 'n8n-workflow';

export const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'multiOptions',
	required: true,
	noDataExpression: true,
	options: [
		{
			name: 'Order Cancelled',
			value: 'orderCancelled',
			description: 'An order is cancelled, paid or not',
		},
		{ name: 'Order Created', value: 'orderCreated', description: 'An order is placed' },
		{
			name: 'Order Edited',
			value: 'orderEdited',
			description: 'Lines, shipping or discounts are changed after the order was placed',
		},
		{
			name: 'Order Paid',
			value: 'orderPaid',
			description: 'A payment of the order comes in, for a part of it or for all',
		},
		{
			name: 'Refund Created',
			value: 'refundCreated',
			description:
				'A refund is made, and again when its money has moved; the item is the refund with its order',
		},
	],
	default: ['orderCreated', 'orderPaid', 'orderEdited', 'orderCancelled'],
};

export const includeTestOrders: INodeProperties = {
	displayName: 'Include Test Orders',
	name: 'includeTest',
	type: 'boolean',
	default: false,
	description:
		'Whether test orders start the workflow too. They are never posted, but they help to try a workflow.',
};
