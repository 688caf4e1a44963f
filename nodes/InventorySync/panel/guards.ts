import type { INodeProperties } from 'n8n-workflow';

const ON = ['Preview', 'Apply'];

export const guards: INodeProperties = {
	displayName: 'Guards',
	name: 'guards',
	type: 'collection',
	placeholder: 'Add Guard',
	default: {},
	displayOptions: { show: { mode: ON } },
	description: 'What keeps a mistake on one side from spreading to the other',
	options: [
		{
			displayName: 'Largest Change per Product',
			name: 'largestChange',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 0 },
			default: 100,
			description:
				'Pieces. A product that would change by more is skipped; 100 where nothing is said, and 0 is for any.',
		},
		{
			displayName: 'Largest Change per Run',
			name: 'largestRun',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1000,
			description:
				'Pieces of all products together; any number where nothing is said. Where there would be more, nothing is written.',
		},
		{
			displayName: 'Largest Share Emptied',
			name: 'largestEmptied',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 100 },
			default: 50,
			description:
				'Percent of the products with stock that may fall to zero in one run; 50 where nothing is said. Where there would be more, nothing is written.',
		},
		{
			displayName: 'Settling Time',
			name: 'settlingSeconds',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600 },
			default: 60,
			description:
				'Seconds. What changed just before waits for the next run, for Shopify lists new orders a moment later.',
		},
	],
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { mode: ON } },
	options: [
		{
			displayName: 'Distribution',
			name: 'distribution',
			type: 'options',
			default: 'mainLocation',
			options: [
				{
					name: 'Main Location',
					value: 'mainLocation',
					description: 'The first one; the next ones only where it would fall below zero',
				},
				{
					name: 'Proportional',
					value: 'proportional',
					description: 'In proportion to what lies at each location',
				},
			],
			description: 'Where a difference goes in Shopify, when there are several locations',
		},
		{
			displayName: 'Look-Back Days',
			name: 'lookBackDays',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 365, numberPrecision: 0 },
			default: 14,
			description:
				'Orders that changed in so many days are looked for in the books. Older ones count as booked, unless they are open and unpaid.',
		},
	],
};
