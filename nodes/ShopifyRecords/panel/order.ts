import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { getManyFields } from './getMany';
import { includeTestOrders, ORDER_PERIOD } from './orderPeriod';

const showOnlyForOrders = { resource: ['order'] };

const DATES: INodePropertyOptions[] = [
	{
		name: 'Created',
		value: 'createdAt',
		description: 'When the order was made in Shopify',
	},
	{
		name: 'Processed',
		value: 'processedAt',
		description: 'The day the sale belongs to, also for orders that were imported later',
	},
	{
		name: 'Updated',
		value: 'updatedAt',
		description: 'When anything about the order changed last, such as its payment',
	},
];

export const orderFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForOrders },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many orders',
				description: 'Read the orders of a period with their amounts and taxes, oldest first',
			},
		],
		default: 'getAll',
	},
	...getManyFields('order', {
		...ORDER_PERIOD,
		dates: { options: DATES, description: 'Which date of the order has to lie in the period' },
		options: [
			{
				displayName: 'Include Payout',
				name: 'includePayout',
				type: 'boolean',
				default: false,
				description:
					'Whether to add to each Shopify Payments transaction the payout that holds its money, as a summary receipt per payout needs it. Costs a few requests for all orders together.',
			},
			includeTestOrders,
			{
				displayName: 'Include Unit Costs',
				name: 'includeUnitCosts',
				type: 'boolean',
				default: false,
				description:
					"Whether to add what a piece of each product costs now, as 'Order to Cost Entry' needs it. Costs one request for each 250 products. Needs the scope read_inventory or read_products and, in Shopify, the permission 'View product costs'.",
			},
		],
	}),
];
