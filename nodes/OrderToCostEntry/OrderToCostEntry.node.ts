import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { costAccounts, firstDay, missingCosts, onePer } from './panel/costFields';
import { costOptions } from './panel/options';
import { router } from './router';

export class OrderToCostEntry implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Order to Cost Entry',
		name: 'orderToCostEntry',
		icon: {
			light: 'file:../../icons/orderToCostEntry.svg',
			dark: 'file:../../icons/orderToCostEntry.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ "Cost of Goods per " + $parameter["onePer"] }}',
		description:
			'Turns Shopify orders into journal entries of the cost of goods sold for QuickBooks Posting, without sending anything. For products whose stock QuickBooks does not count.',
		defaults: { name: 'Order to Cost Entry' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [onePer, firstDay, missingCosts, costAccounts, costOptions],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router(this);
	}
}
