import type { INodeProperties } from 'n8n-workflow';

const CLASS: INodeProperties = {
	displayName: 'Class',
	name: 'class',
	type: 'string',
	default: '',
	description: 'Name of a QuickBooks class for all documents',
};

const LOCATION: INodeProperties = {
	displayName: 'Location',
	name: 'location',
	type: 'string',
	default: '',
	description: 'Name of a QuickBooks location for all documents',
};

export const payoutDay: INodeProperties = {
	displayName: 'Payout Day',
	name: 'payoutDay',
	type: 'options',
	default: 'UTC',
	options: [
		{
			name: "Shop's Day",
			value: 'Shop',
			description: "The day in the shop's time zone",
		},
		{
			name: 'UTC Day',
			value: 'UTC',
			description: 'The day that Shopify prints, as its payout days follow UTC',
		},
	],
	description: 'Which calendar the date of a payout is taken from',
};

export const vendorOption: INodeProperties = {
	displayName: 'Vendor',
	name: 'vendor',
	type: 'string',
	default: 'Shopify',
	description: 'Name of Shopify as a vendor in QuickBooks',
};

export const financingCost: INodeProperties = {
	displayName: 'Cost in Loan Remittances (Percent)',
	name: 'financingCost',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 99, numberPrecision: 4 },
	default: 0,
	description:
		'Part of each remittance of Shopify Capital that is its cost, not the loan; Shopify does not tell it. At 1,000 lent and 1,200 to repay it is 16.67 of what is repaid.',
};

/** An option that a node shows for one of its choices only. */
export function shownFor(option: INodeProperties, field: string, choice: string): INodeProperties {
	return { ...option, displayOptions: { show: { [`/${field}`]: [choice] } } };
}

/** Options of a node of the ledger, in the order of their names. */
export function ledgerOptions(...own: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [CLASS, LOCATION, ...own].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
	};
}
