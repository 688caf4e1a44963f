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
import { pollBalance, type BalanceNews } from '../shopify/polling/pollBalance';
import { sampleBalance } from '../shopify/polling/samples';
import { isWhole } from './isWhole';
import { includeTestTransactions, triggerOn } from './panel';

export class ShopifyBalanceTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shopify Balance Trigger',
		name: 'shopifyBalanceTrigger',
		icon: {
			light: 'file:../../icons/shopifyBalanceTrigger.svg',
			dark: 'file:../../icons/shopifyBalanceTrigger.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["triggerOn"].length + " kinds of news" }}',
		description:
			'Starts the workflow when the Shopify Payments balance moves: balance transactions, payouts, disputes',
		defaults: { name: 'Shopify Balance Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: shopifyCredentials(),
		properties: [
			authenticationField,
			triggerOn,
			...pollingFields,
			pollingOptions(includeTestTransactions),
		],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		const news = new Set(this.getNodeParameter('triggerOn', []) as BalanceNews[]);
		return await runPoll(this, {
			poll: async (client, settings, kept) =>
				await pollBalance(client, { ...settings, news, isWhole }, kept),
			sample: async (client, { includeTest }) => await sampleBalance(client, { news, includeTest }),
		});
	}
}
