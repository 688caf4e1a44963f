import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { documentFields } from './panel/document';
import { optionsCollection } from './panel/options';
import { taxCodes } from './panel/taxCodes';
import { router } from './router';

export class QuickBooksPosting implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'QuickBooks Posting',
		name: 'quickBooksPosting',
		icon: {
			light: 'file:../../icons/quickBooksPosting.svg',
			dark: 'file:../../icons/quickBooksPosting.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] === "plan" ? "Plan Documents" : "Post Documents" }}',
		description:
			'Posts accounting documents to a QuickBooks Online company, each exactly once, or shows what would be posted',
		defaults: { name: 'QuickBooks Posting' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'quickBooksCompanyOAuth2Api', required: true }],
		properties: [...documentFields, taxCodes, optionsCollection],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await router(this)];
	}
}
