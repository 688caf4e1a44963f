import type { INodeProperties } from 'n8n-workflow';
import { getManyFields, type GetManySettings } from './getMany';

const PERIOD = {
	all: 'Everything since the Shopify Payments account was opened',
	hours: 336,
};

function operation(resource: string, action: string, description: string): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: [{ name: 'Get Many', value: 'getAll', action, description }],
		default: 'getAll',
	};
}

const payout: GetManySettings = {
	...PERIOD,
	hoursDescription:
		'How far to look back, by the time the payout was issued. Two weeks let a daily schedule meet a payout again when it has been paid or has failed.',
	options: [
		{
			displayName: 'Include Orders',
			name: 'includeOrders',
			type: 'boolean',
			default: false,
			description:
				'Whether to add the orders behind the rows, each with its transactions and refunds. Payout Proof needs them to find the documents.',
		},
		{
			displayName: 'Status',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Canceled', value: 'CANCELED' },
				{ name: 'Failed', value: 'FAILED' },
				{ name: 'In Transit', value: 'IN_TRANSIT' },
				{ name: 'Paid', value: 'PAID' },
				{ name: 'Scheduled', value: 'SCHEDULED' },
			],
			default: [],
			description: 'Return only payouts with one of these statuses. Empty for all.',
		},
	],
};

const balanceTransaction: GetManySettings = {
	...PERIOD,
	hours: 48,
	hoursDescription: 'How far to look back, by the time the transaction was processed',
	options: [
		{
			displayName: 'Include Test Transactions',
			name: 'includeTest',
			type: 'boolean',
			default: false,
			description: 'Whether to return the rows of test payments too. They are never posted.',
		},
		{
			displayName: 'Leave Out Transfers',
			name: 'hideTransfers',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out the rows that move the payouts themselves',
		},
	],
};

const dispute: GetManySettings = {
	...PERIOD,
	hours: 2880,
	hoursDescription:
		'How far to look back, by the time the dispute was initiated. A dispute can take months until it is won or lost.',
	options: [
		{
			displayName: 'Status',
			name: 'statuses',
			type: 'multiOptions',
			options: [
				{ name: 'Accepted', value: 'ACCEPTED' },
				{ name: 'Lost', value: 'LOST' },
				{ name: 'Needs Response', value: 'NEEDS_RESPONSE' },
				{ name: 'Prevented', value: 'PREVENTED' },
				{ name: 'Under Review', value: 'UNDER_REVIEW' },
				{ name: 'Won', value: 'WON' },
			],
			default: [],
			description: 'Return only disputes with one of these statuses. Empty for all.',
		},
	],
};

export const paymentsFields: INodeProperties[] = [
	operation(
		'payout',
		'Get many payouts',
		'Read the payouts of a period with every balance transaction in them, oldest first',
	),
	...getManyFields('payout', payout),
	operation(
		'balanceTransaction',
		'Get many balance transactions',
		'Read the rows of the Shopify Payments ledger of a period, oldest first',
	),
	...getManyFields('balanceTransaction', balanceTransaction),
	operation(
		'dispute',
		'Get many disputes',
		'Read the inquiries and chargebacks that began in a period, oldest first',
	),
	...getManyFields('dispute', dispute),
];
