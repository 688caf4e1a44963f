import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { runPoll } from '../panel/poll';
import { pollingFields, pollingOptions } from '../panel/polling';
import { authenticationField, shopifyCredentials } from '../panel/shopifyConnection';
import { pollOrders, type OrderNews } from '../shopify/polling/pollOrders';
import { sampleOrders } from '../shopify/polling/samples';
import { includeTestOrders, triggerOn } from './panel';

export class ShopifyOrderTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Order Trigger',
		name: 'shopifyOrderTrigger',
		icon: {
			light: 'file:../../icons/shopifyOrderTrigger.svg',
			dark: 'file:../../icons/shopifyOrderTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["triggerOn"].length + " kinds of news" }}',
		description:
			'Starts the workflow when an order is created, paid, edited or cancelled, or a refund is made',
		defaults: { name: 'Shopify Order Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: shopifyCredentials(),
		properties: [
			authenticationField,
			triggerOn,
			...pollingFields,
			pollingOptions(includeTestOrders),
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const news = new Set(this.getNodeParameter('triggerOn', []) as OrderNews[]);
		return await runPoll(this, {
			poll: async (client, settings, kept) => await pollOrders(client, { ...settings, news }, kept),
			sample: async (client, { includeTest }) => await sampleOrders(client, { news, includeTest }),
		});
	}
}
