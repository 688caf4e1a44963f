import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { authenticationField, credentialsOfBothSides } from '../panel/shopifyConnection';
import { properties } from './panel/fields';
import { getLocations } from './panel/getLocations';
import { router } from './router';

export class InventorySync implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Inventory Sync',
		name: 'inventorySync',
		icon: {
			light: 'file:../../icons/inventorySync.svg',
			dark: 'file:../../icons/inventorySync.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["mode"] + ": " + $parameter["direction"] }}',
		description:
			'Keeps the stock of Shopify and QuickBooks Online in step: shows what would change, and writes it when it is confirmed',
		defaults: { name: 'Inventory Sync' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Products', 'Summary'],
		credentials: credentialsOfBothSides,
		properties: [authenticationField, ...properties],
	};

	methods = { loadOptions: { getLocations } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
