import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { credentialsOfBothSides } from '../panel/shopifyConnection';
import { fields } from './panel/fields';
import { router } from './router';

export class ProductSync implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Product Sync',
		name: 'productSync',
		icon: {
			light: 'file:../../icons/productSync.svg',
			dark: 'file:../../icons/productSync.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["mode"] }}',
		description:
			'Creates and updates products and services in QuickBooks Online from the products of a Shopify shop, only what was chosen, and lists what has no match on either side',
		defaults: { name: 'Product Sync' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Products', 'Summary'],
		credentials: credentialsOfBothSides,
		properties: fields,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
