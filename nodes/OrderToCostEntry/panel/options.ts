import type { INodeProperties } from 'n8n-workflow';

import { ledgerOptions } from '../../panel/ledger/options';

const countSales: INodeProperties = {
	displayName: 'Count Sales',
	name: 'counts',
	type: 'options',
	default: 'When Ordered',
	options: [
		{
			name: 'When Ordered',
			value: 'When Ordered',
			description: 'On the day of the order, as single receipts and invoices are dated',
		},
		{
			name: 'When Paid',
			value: 'When Paid',
			description:
				'On the day of the first full payment, as a sales summary per day is; unpaid orders wait. Costs per payout always do.',
		},
	],
	description: 'When goods leave the shelf, so that their cost is in the month of their sale',
};

const bookedElsewhere: INodeProperties = {
	displayName: 'Cost Booked Elsewhere',
	name: 'bookedElsewhere',
	type: 'string',
	default: '',
	placeholder: 'e.g. MUG-BLUE, TEE-*',
	description:
		'SKUs, separated by commas, of products whose cost is not to be booked here, because QuickBooks counts their stock. An asterisk stands for any ending.',
};

const lastDay: INodeProperties = {
	displayName: 'Last Day',
	name: 'lastDay',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-10-31',
	description:
		"The last day to book, in the shop's time zone. Empty for the last one that is over.",
};

const numberPrefix: INodeProperties = {
	displayName: 'Number Prefix',
	name: 'numberPrefix',
	type: 'string',
	default: 'COGS-',
	description:
		'What the number of an entry begins with. Two shops that post to one company need two prefixes.',
};

export const costOptions: INodeProperties = ledgerOptions(
	bookedElsewhere,
	countSales,
	lastDay,
	numberPrefix,
);
