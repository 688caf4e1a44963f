import type { INodeProperties } from 'n8n-workflow';

import { authenticationField } from '../../panel/shopifyConnection';
import { accountsCollection } from './accounts';
import { optionsCollection } from './options';

const whenApplied = { mode: ['Apply'] };

export const fields: INodeProperties[] = [
	authenticationField,
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Apply',
				value: 'Apply',
				description: 'Create and update items in QuickBooks',
			},
			{
				name: 'Preview',
				value: 'Preview',
				description: 'Show what would be created and updated, and write nothing',
			},
		],
		default: 'Preview',
	},
	{
		displayName: 'Changes to Apply',
		name: 'changesToApply',
		type: 'options',
		displayOptions: { show: whenApplied },
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Everything that differs now',
			},
			{
				name: 'Only Those in the Input',
				value: 'input',
				description:
					'Rows of a preview that were let through, and of those only what is still exactly as the preview said',
			},
		],
		default: 'all',
	},
	{
		displayName: 'Create Missing',
		name: 'createMissing',
		type: 'boolean',
		default: true,
		description: 'Whether to create an item for each product that QuickBooks does not have',
	},
	{
		displayName: 'Fields to Update',
		name: 'fieldsToUpdate',
		type: 'multiOptions',
		options: [
			{
				name: 'Accounts',
				value: 'accounts',
				description: 'Income account and, where the item has one, cost account',
			},
			{
				name: 'Cost',
				value: 'cost',
				description:
					"Shopify's cost per item. An item whose cost Shopify does not know keeps its own.",
			},
			{
				name: 'Description',
				value: 'description',
				description: 'The text on sales forms. A product without one leaves it as it is.',
			},
			{ name: 'Name', value: 'name' },
			{ name: 'Price', value: 'price' },
			{ name: 'SKU', value: 'sku' },
			{
				name: 'Type',
				value: 'type',
				description:
					'Between Service and Non-Inventory. To or from Inventory is listed, and never done.',
			},
		],
		default: [],
		description:
			'What of items that are in QuickBooks already follows Shopify. Everything else stays as it is, and their quantity always does.',
	},
	{
		displayName: 'Item Match',
		name: 'itemMatch',
		type: 'options',
		options: [
			{ name: 'Name Only', value: 'name' },
			{ name: 'SKU Only', value: 'sku' },
			{ name: 'SKU, Then Name', value: 'skuThenName' },
		],
		default: 'skuThenName',
		description:
			"How the item of a product is found. Choose the same as 'Item Match' in QuickBooks Posting.",
	},
	{
		displayName: 'Product Type',
		name: 'productType',
		type: 'options',
		options: [
			{
				name: 'Inventory',
				value: 'Inventory',
				description:
					'QuickBooks counts the stock of products that Shopify counts, beginning with none; others become Non-Inventory',
			},
			{ name: 'Non-Inventory', value: 'NonInventory' },
			{ name: 'Service', value: 'Service' },
		],
		default: 'NonInventory',
		description: 'Type of the items that are created',
	},
	{
		displayName: 'Inventory Start Date',
		name: 'stockStart',
		type: 'string',
		displayOptions: { show: { productType: ['Inventory'] } },
		default: '',
		placeholder: 'e.g. 2026-01-01',
		description:
			'First day of the stock of the items that are created. Choose one before the first order that is to be booked: QuickBooks refuses sales before it.',
	},
	accountsCollection,
	optionsCollection,
];
