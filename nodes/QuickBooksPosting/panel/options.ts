import type { INodeProperties } from 'n8n-workflow';

import { WRITING } from './document';

export const optionsCollection: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	displayOptions: WRITING,
	default: {},
	options: [
		{
			displayName: 'Closed Period',
			name: 'closedPeriod',
			type: 'options',
			options: [
				{
					name: 'Hold',
					value: 'hold',
					description: 'The document is refused, the others are posted',
				},
				{
					name: 'Next Open Day',
					value: 'nextOpenDay',
					description: 'It is dated on the first open day, and its memo keeps its own date',
				},
				{
					name: 'Stop',
					value: 'stop',
					description: 'Nothing of this run is posted',
				},
			],
			default: 'hold',
			description: 'What to do with documents that are dated in closed books',
		},
		{
			displayName: 'Fallback Item',
			name: 'fallbackItem',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sales',
			description:
				'Product or service that stands in for products that QuickBooks does not have, where Items are not among Create Missing. The line keeps the name of the product.',
		},
		{
			displayName: 'Tax Code for Untaxed Lines',
			name: 'noTaxCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. No VAT',
			description:
				'For lines that Shopify did not tax, in companies that want a tax code on every line',
		},
		{
			displayName: 'Tax Differences',
			name: 'taxDifferences',
			type: 'options',
			options: [
				{
					name: 'Hold',
					value: 'hold',
					description: 'The document is refused with both figures',
				},
				{
					name: "Use Shopify's Tax",
					value: 'shopify',
					description: "QuickBooks keeps Shopify's tax to the cent, and a note tells both figures",
				},
			],
			default: 'shopify',
			description:
				'What to do where QuickBooks would compute another tax from its own rates than Shopify charged. Companies with automated sales tax always take the tax of Shopify.',
		},
		{
			displayName: 'Taxable Tax Code',
			name: 'taxableCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. California',
			description: "For taxes that neither a row under 'Tax Codes' nor exactly one rate fits",
		},
		{
			displayName: 'Zero-Rate Tax Code',
			name: 'zeroRateCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. 0.0% Z',
			description: 'For lines that Shopify taxed at 0 percent',
		},
	],
};
