import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** What differs between the 'Get Many' of the resources. */
export interface GetManySettings {
	/** Which dates can be searched, where there is a choice. */
	dates?: { options: INodePropertyOptions[]; description: string };
	/** What 'All' of the period means. */
	all: string;
	/** How far 'Last Hours' looks back, unless told. */
	hours: number;
	hoursDescription: string;
	options: INodeProperties[];
}

/** The fields of every 'Get Many': which period, which date of it, how many. */
export function getManyFields(resource: string, settings: GetManySettings): INodeProperties[] {
	const show = { resource: [resource], operation: ['getAll'] };
	const { dates } = settings;
	return [
		...period(show, settings),
		...(dates ? date(show, dates.options, dates.description) : []),
		...amount(show, settings.options),
	];
}

type Show = Record<string, string[]>;

const period = (
	show: Show,
	{ all, hours, hoursDescription }: GetManySettings,
): INodeProperties[] => [
	{
		displayName: 'Period',
		name: 'period',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		options: [
			{
				name: 'All',
				value: 'all',
				description: all,
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
		displayOptions: { show: { ...show, period: ['lastHours'] } },
		default: hours,
		description: hoursDescription,
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		displayOptions: { show: { ...show, period: ['dateRange'] } },
		default: '',
		description: "First day, or a moment, in the shop's time zone. Empty for no limit.",
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		displayOptions: { show: { ...show, period: ['dateRange'] } },
		default: '',
		description:
			"Last day, which is included whole, or a moment, in the shop's time zone. Empty for no limit.",
	},
];

// An hourly run must meet an order that is paid days later; a month's books go by the day of sale.
const date = (
	show: Show,
	dates: INodePropertyOptions[],
	description: string,
): INodeProperties[] => [
	{
		displayName: 'Date',
		name: 'dateField',
		type: 'options',
		displayOptions: { show: { ...show, period: ['lastHours'] } },
		options: dates,
		default: 'updatedAt',
		description,
	},
	{
		displayName: 'Date',
		name: 'dateField',
		type: 'options',
		displayOptions: { show: { ...show, period: ['dateRange', 'all'] } },
		options: dates,
		default: 'processedAt',
		description,
	},
];

const amount = (show: Show, options: INodeProperties[]): INodeProperties[] => [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		displayOptions: { show },
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { ...show, returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: { show },
		default: {},
		options,
	},
];
