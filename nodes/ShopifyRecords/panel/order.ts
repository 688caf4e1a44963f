import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const showOnlyForOrders = { resource: ['order'] };
const showOnlyForOrderGetAll = { ...showOnlyForOrders, operation: ['getAll'] };

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

const period: INodeProperties[] = [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: showOnlyForOrderGetAll },
		options: [
			{
				name: 'All',
				value: 'all',
				description:
					'Every order the app may see; without the scope read_all_orders those of the last 60 days',
			},
			{
				name: 'Date Range',
				value: 'dateRange',
				description: "Days in the shop's time zone, for a closed month or a backfill",
			},
			{
				name: 'Last Hours',
				value: 'lastHours',
				description: 'For a schedule; longer than the schedule, so that nothing is missed',
			},
		],
		default: 'lastHours',
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { ...showOnlyForOrderGetAll, period: ['lastHours'] } },
		default: 24,
		description:
			'How far to look back. An hourly schedule with 24 hours meets each order again; posting leaves out what is in the books already.',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		displayOptions: { show: { ...showOnlyForOrderGetAll, period: ['dateRange'] } },
		default: '',
		description: "First day, or a moment, in the shop's time zone. Empty for no limit.",
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		displayOptions: { show: { ...showOnlyForOrderGetAll, period: ['dateRange'] } },
		default: '',
		description:
			"Last day, which is included whole, or a moment, in the shop's time zone. Empty for no limit.",
	},
];

// An hourly run must meet an order that is paid days later; a month's books go by the day of sale.
const date: INodeProperties[] = [
	{
		displayName: 'Date',
		name: 'dateField',
		type: 'options',
		displayOptions: { show: { ...showOnlyForOrderGetAll, period: ['lastHours'] } },
		options: DATES,
		default: 'updatedAt',
		description: 'Which date of the order has to lie in the period',
	},
	{
		displayName: 'Date',
		name: 'dateField',
		type: 'options',
		displayOptions: { show: { ...showOnlyForOrderGetAll, period: ['dateRange', 'all'] } },
		options: DATES,
		default: 'processedAt',
		description: 'Which date of the order has to lie in the period; also the order of the output',
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
	...period,
	...date,
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		displayOptions: { show: showOnlyForOrderGetAll },
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { ...showOnlyForOrderGetAll, returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: { show: showOnlyForOrderGetAll },
		default: {},
		options: [
			{
				displayName: 'Include Test Orders',
				name: 'includeTestOrders',
				type: 'boolean',
				default: false,
				description:
					'Whether to return test orders too. They are never posted, but they help to try a workflow.',
			},
		],
	},
];
