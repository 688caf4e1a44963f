import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import {
	runWorkflow,
	type RunOptions,
	type RunResult,
	type WorkflowFile,
} from '../../engine/index.mts';
import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { readTemplate, TEMPLATES } from '../../scripts/demo/template.mts';

export type Shop = ReturnType<typeof createShop>;
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** The nodes of a template that tests look at, by what they do. */
export interface Nodes {
	byHand: string;
	schedule: string;
	/** What a run by hand reads with. */
	read: string;
	/** What a run by schedule reads with. */
	readRecent: string;
	map: string;
	post: string;
	skipped: string;
	held: string;
}

export function nodesOf({ nodes }: WorkflowFile): Nodes {
	const all = (test: (node: INode) => boolean) => nodes.filter(test).map(({ name }) => name);
	const ofType = (type: string) => all((node) => node.type.endsWith(`.${type}`));
	const [read, readRecent] = ofType('shopifyRecords');
	return {
		byHand: ofType('manualTrigger')[0],
		schedule: ofType('scheduleTrigger')[0],
		read,
		readRecent,
		map: [...ofType('orderToSalesReceipt'), ...ofType('refundToRefundReceipt')][0],
		post: ofType('quickBooksPosting')[0],
		skipped: all(({ name }) => name.startsWith('Skipped'))[0],
		held: all(({ name }) => name.startsWith('Held'))[0],
	};
}

/** A template as it is in the repository; a fresh copy each time. */
export const template = (number: keyof typeof TEMPLATES): WorkflowFile =>
	readTemplate(TEMPLATES[number]);

export const template1 = (): WorkflowFile => template(1);

export const NODES: Nodes = nodesOf(template1());

/** The parameters of one of a template's nodes, to be changed as a user does in the panel. */
export function parametersOf({ nodes }: WorkflowFile, name: string): Record<string, unknown> {
	const node = nodes.find((each) => each.name === name);
	if (!node) throw new Error(`The template has no node "${name}"`);
	return node.parameters;
}

/** One merchant: a shop, a company, and both credentials connected. */
export interface Merchant {
	shopify: ShopifySandbox;
	quickBooks: QuickBooksSandbox;
	/** As n8n stores them; a run puts its refreshed tokens back. */
	credentials: Credentials;
	run(workflow?: WorkflowFile, options?: Partial<RunOptions>): Promise<RunResult>;
	close(): Promise<void>;
}

export interface MerchantOptions {
	/** Default: a month by the other options. */
	shop?: Shop;
	/** Of the generator, in turn. */
	scenarios?: string[];
	orders?: number;
	/** Whether QuickBooks enforces Intuit's call limits. */
	limits?: boolean;
}

export async function startMerchant(options: MerchantOptions): Promise<Merchant> {
	const { orders, scenarios, limits = false } = options;
	const shop = options.shop ?? createShop({ seed: 5, month: lastMonth(), orders, scenarios });
	const shopify = await startShopifySandbox({ shop, realTimeThrottle: false });
	const quickBooks = await startQuickBooksSandbox({ limits });
	const merchant: Merchant = {
		shopify,
		quickBooks,
		credentials: connected(shopify, quickBooks),
		run: async (workflow = template1(), more = {}) => {
			const { credentials } = merchant;
			const result = await runWorkflow({ workflow, credentials, ...more });
			merchant.credentials = result.credentials;
			return result;
		},
		close: async () => {
			await Promise.all([shopify.close(), quickBooks.close()]);
		},
	};
	return merchant;
}

function connected(shopify: ShopifySandbox, quickBooks: QuickBooksSandbox): Credentials {
	const { clientId, clientSecret, realmId } = quickBooks;
	return {
		shopifyStoreOAuth2Api: {
			shopSubdomain: shopify.shopDomain.replace('.myshopify.com', ''),
			clientId: shopify.clientId,
			clientSecret: shopify.clientSecret,
			baseUrl: shopify.url,
			oauthTokenData: { access_token: shopify.accessToken, token_type: 'bearer' },
		},
		quickBooksCompanyOAuth2Api: {
			environment: 'sandbox',
			clientId,
			clientSecret,
			baseUrl: quickBooks.url,
			oauthTokenData: { ...quickBooks.issueTokens(), callbackQueryString: { realmId } },
		},
	} as unknown as Credentials;
}

/** 'YYYY-MM': the template's own start date is the first of last month. */
export function lastMonth(now = new Date()): string {
	return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 7);
}
