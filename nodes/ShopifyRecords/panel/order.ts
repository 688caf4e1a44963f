import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { getManyFields } from './getMany';

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
	...getManyFields('order', DATES, 'Which date of the order has to lie in the period'),
];
