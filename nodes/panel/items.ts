import type { INodeProperties } from 'n8n-workflow';

export const itemsCollection: INodeProperties = {
	displayName: 'Items',
	name: 'items',
	type: 'collection',
	placeholder: 'Add Item',
	default: {},
	description:
		'Names of the products and services in QuickBooks for lines that are no product of the shop',
	options: [
		{
			displayName: 'Additional Fee Item',
			name: 'additionalFees',
			type: 'string',
			default: 'Shopify Additional Fee',
		},
		{
			displayName: 'Cash Rounding Item',
			name: 'cashRounding',
			type: 'string',
			default: 'Shopify Cash Rounding',
		},
		{
			displayName: 'Currency Difference Item',
			name: 'currencyDifference',
			type: 'string',
			default: 'Shopify Currency Difference',
		},
		{
			displayName: 'Customer Credit Item',
			name: 'customerCredits',
			type: 'string',
			default: 'Shopify Customer Credit',
		},
		{
			displayName: 'Discount Item',
			name: 'discounts',
			type: 'string',
			default: 'Shopify Discount',
		},
		{
			displayName: 'Duties Item',
			name: 'duties',
			type: 'string',
			default: 'Shopify Duties',
		},
		{
			displayName: 'Gift Card Item',
			name: 'giftCards',
			type: 'string',
			default: 'Shopify Gift Card',
		},
		{
			displayName: 'Marketplace Tax Item',
			name: 'marketplaceTax',
			type: 'string',
			default: 'Shopify Marketplace Tax',
		},
		{
			displayName: 'Refund Difference Item',
			name: 'refundDifferences',
			type: 'string',
			default: 'Shopify Refund Difference',
		},
		{
			displayName: 'Refund Not Itemised Item',
			name: 'refundsNotItemised',
			type: 'string',
			default: 'Shopify Refund Not Itemised',
		},
		{
			displayName: 'Return Fee Item',
			name: 'returnFees',
			type: 'string',
			default: 'Shopify Return Fee',
		},
		{
			displayName: 'Returned Goods Item',
			name: 'returns',
			type: 'string',
			default: 'Shopify Returned Goods',
			description: 'For goods that came back but not on the shelf',
		},
		{
			displayName: 'Shipping Item',
			name: 'shipping',
			type: 'string',
			default: 'Shopify Shipping',
		},
		{
			displayName: 'Store Credit Item',
			name: 'storeCredit',
			type: 'string',
			default: 'Shopify Store Credit',
		},
		{
			displayName: 'Tip Item',
			name: 'tips',
			type: 'string',
			default: 'Shopify Tip',
		},
	],
};
