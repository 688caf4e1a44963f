import type { INodeProperties } from 'n8n-workflow';

/** The period of orders, and of refunds, which are found by their orders. */
export const ORDER_PERIOD = {
	all: 'Every order the app may see; without the scope read_all_orders those of the last 60 days',
	hours: 24,
	hoursDescription:
		'How far to look back. An hourly schedule with 24 hours meets each order again; posting leaves out what is in the books already.',
};

export const includeTestOrders: INodeProperties = {
	displayName: 'Include Test Orders',
	name: 'includeTestOrders',
	type: 'boolean',
	default: false,
	description:
		'Whether to return test orders too. They are never posted, but they help to try a workflow.',
};
