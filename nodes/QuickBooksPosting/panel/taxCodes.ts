import type { INodeProperties } from 'n8n-workflow';

import { WRITING } from './document';

export const taxCodes: INodeProperties = {
	displayName: 'Tax Codes',
	name: 'taxCodes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	displayOptions: WRITING,
	placeholder: 'Add Tax Code',
	default: {},
	description:
		'Which QuickBooks tax code belongs to which tax of Shopify. A code whose rate is the only one to fit is found without a row. Companies with automated sales tax need none.',
	options: [
		{
			displayName: 'Tax Code',
			name: 'rows',
			values: [
				{
					displayName: 'Shopify Tax Title',
					name: 'title',
					type: 'string',
					default: '',
					placeholder: 'e.g. GB VAT',
					description: 'The title that orders show. Leave empty for every title.',
				},
				{
					displayName: 'Rate in Percent',
					name: 'rate',
					type: 'string',
					default: '',
					placeholder: 'e.g. 20',
					description: 'Leave empty for every rate of this title',
				},
				{
					displayName: 'Country',
					name: 'country',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
					description:
						'Code of the country that the goods went to, for taxes of one title and rate in several countries. Leave empty for every country.',
				},
				{
					displayName: 'QuickBooks Tax Code',
					name: 'code',
					type: 'string',
					default: '',
					placeholder: 'e.g. 20.0% S',
					description: 'The name of the sales tax or VAT code as QuickBooks shows it',
				},
			],
		},
	],
};
