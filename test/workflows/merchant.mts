import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	runWorkflow,
	type RunOptions,
	type RunResult,
	type WorkflowFile,
} from '../../engine/index.mts';
import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';

export type Shop = ReturnType<typeof createShop>;
export type Credentials = Record<string, ICredentialDataDecryptedObject>;

/** The nodes of template 1 that tests look at. */
export const NODES = {
	byHand: "When clicking 'Execute workflow'",
	hourly: 'Every hour',
	read: 'Get orders since the start date',
	readRecent: 'Get orders of the last three days',
	map: 'Turn orders into sales receipts',
	post: 'Post sales receipts to QuickBooks',
	skipped: 'Skipped: not a sale (yet)',
	held: 'Held: what to do',
} as const;

/** Template 1 as it is in the repository; a fresh copy each time. */
export function template1(): WorkflowFile {
	const file = path.join(process.cwd(), 'workflows/1-post-orders-as-sales-receipts.json');
	return JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;
}

/** The parameters of one of its nodes, to be changed as a user does in the panel. */
export function parametersOf({ nodes }: WorkflowFile, name: string): Record<string, unknown> {
	const node = nodes.find((each) => each.name === name);
	if (!node) throw new Error(`Template 1 has no node "${name}"`);
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
