import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { authenticationField } from '../panel/shopifyConnection';
import { shopifyStoreConnection } from './credentialTest';
import { orderFields } from './panel/order';
import { paymentsFields } from './panel/payments';
import { refundFields } from './panel/refund';
import { resourceField } from './panel/resource';
import { router } from './router';

export class ShopifyRecords implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Records',
		name: 'shopifyRecords',
		icon: {
			light: 'file:../../icons/shopifyRecords.svg',
			dark: 'file:../../icons/shopifyRecords.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle:
			'={{ "Get Many: " + ({ balanceTransaction: "Balance Transaction", dispute: "Dispute", payout: "Payout", refund: "Refund" }[$parameter["resource"]] ?? "Order") }}',
		description:
			'Reads what the books need from a Shopify shop: orders and refunds with every amount and tax, payouts with all their balance transactions, disputes',
		defaults: { name: 'Shopify Records' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'shopifyStoreOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				name: 'shopifyStoreClientCredentialsApi',
				required: true,
				testedBy: 'shopifyStoreConnection',
				displayOptions: { show: { authentication: ['clientCredentials'] } },
			},
			{
				name: 'shopifyStoreAccessTokenApi',
				required: true,
				testedBy: 'shopifyStoreConnection',
				displayOptions: { show: { authentication: ['accessToken'] } },
			},
		],
		properties: [
			authenticationField,
			resourceField,
			...orderFields,
			...refundFields,
			...paymentsFields,
		],
	};

	methods = { credentialTest: { shopifyStoreConnection } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
