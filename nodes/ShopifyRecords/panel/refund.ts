import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { getManyFields } from './getMany';
import { includeTestOrders, ORDER_PERIOD } from './orderPeriod';

// A refund may wait for its money for days, and then only its order changes.
const DATES: INodePropertyOptions[] = [
	{
		name: 'Order Updated',
		value: 'updatedAt',
		description: 'All refunds of orders that changed, so also one whose money moved only now',
	},
	{
		name: 'Processed',
		value: 'processedAt',
		description: 'The day the refund belongs to, for a closed month or a backfill',
	},
];

export const refundFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['refund'] } },
		options: [
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many refunds',
				description: 'Read the refunds of a period, each with its whole order, oldest first',
			},
		],
		default: 'getAll',
	},
	...getManyFields('refund', {
		...ORDER_PERIOD,
		dates: { options: DATES, description: 'Which date has to lie in the period' },
		options: [
			{
				displayName: 'Include Payout',
				name: 'includePayout',
				type: 'boolean',
				default: false,
				description:
					'Whether to add to each Shopify Payments transaction the payout that holds its money. It shows which refunds failed after their money had left, so that they are reversed. Costs a few requests for all refunds together.',
			},
			includeTestOrders,
		],
	}),
];
