import type { IExecuteFunctions } from 'n8n-workflow';

import { localDate } from '../accounting/localDate';
import type { Outcome, Problem } from '../accounting/problems';
import {
	approved,
	planProducts,
	type ProductFacts,
	type ProductRow,
	type ShopVariant,
} from '../accounting/products';
import { connectCompany } from '../panel/connectCompany';
import { connectShop } from '../panel/connectShop';
import { type Answer, answerProblem, type Calls } from '../quickbooks/client';
import { stockOff } from '../quickbooks/inventory';
import {
	type Catalogue,
	findAccounts,
	firstCostEntry,
	readCatalogue,
	type WrittenItem,
} from '../quickbooks/products';
import type { Session } from '../quickbooks/session';
import { readProducts } from '../shopify/inventory';
import { readShop } from '../shopify/shop';
import type { Shop } from '../shopify/types';
import type { Settings } from './settings';
import { write } from './write';

export interface Synced {
	rows: ProductRow[];
	/** What came of the rows that were written. */
	written: ReadonlyMap<ProductRow, WrittenItem>;
	shop: Shop;
	company: Session['company'];
	products: number;
	items: number;
	calls: Calls;
}

/** Reads both sides, plans, and writes what the mode and the approvals allow. */
export async function sync(
	context: IExecuteFunctions,
	settings: Settings,
): Promise<Outcome<Synced>> {
	const shopSide = await readShopSide(context);
	if (!shopSide.ok) return shopSide;
	const { shop, products } = shopSide.value;
	const create = new Set(settings.createAccounts ? (['Account'] as const) : []);
	const connection = await connectCompany(context, { create });
	if (!connection.ok) return connection;
	const { session } = connection.value;
	const books = await readBooks(session, shop, settings);
	if (!books.ok) return books;
	const { catalogue, ...read } = books.value;
	const facts = { ...read, ...sides(shop, session), products, items: catalogue.items };
	const plan = planProducts(facts, settings.policy);
	const rows = settings.approvals === undefined ? plan : approved(plan, settings.approvals);
	const written = settings.apply
		? await write(session, rows, catalogue, settings.accounts)
		: new Map<ProductRow, WrittenItem>();
	return {
		ok: true,
		value: {
			rows,
			written,
			shop,
			company: session.company,
			products: products.length,
			items: catalogue.items.length,
			calls: { ...session.client.calls },
		},
	};
}

async function readShopSide(
	context: IExecuteFunctions,
): Promise<Outcome<{ shop: Shop; products: readonly ShopVariant[] }>> {
	const connection = await connectShop(context, 0);
	if (!connection.ok) return connection;
	const { client, download } = connection.value;
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const products = await readProducts(client, { download });
	if (!products.ok) return products;
	return { ok: true, value: { shop: shop.value, products: products.value } };
}

type Books = Pick<ProductFacts, 'accounts' | 'costEntry'> & { catalogue: Catalogue };

async function readBooks(
	session: Session,
	shop: Shop,
	{ policy, accounts }: Settings,
): Promise<Outcome<Books>> {
	const catalogue = await readCatalogue(session.client);
	if (catalogue.kind !== 'done') return unread(catalogue);
	const found = await findAccounts(session, accounts);
	if (found.kind !== 'done') return unread(found);
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(policy.stockStart);
	const mayStock = policy.createMissing && policy.type === 'Inventory' && isDay;
	const entry = mayStock
		? await firstCostEntry(session.client, shop.myshopifyDomain, policy.stockStart)
		: ({ kind: 'done', value: null } as const);
	if (entry.kind !== 'done') return unread(entry);
	return {
		ok: true,
		value: { catalogue: catalogue.value, accounts: found.value, costEntry: entry.value },
	};
}

function unread(answer: Exclude<Answer<unknown>, { kind: 'done' }>): {
	ok: false;
	problem: Problem;
} {
	return { ok: false, problem: answerProblem(answer, 'QuickBooks') };
}

function sides(
	shop: Shop,
	{ company, client }: Session,
): Pick<ProductFacts, 'shop' | 'company' | 'today'> {
	const now = new Date(client.clock.now()).toISOString();
	return {
		shop: { currency: shop.currencyCode, taxesIncluded: shop.taxesIncluded },
		company: {
			name: company.name,
			homeCurrency: company.homeCurrency,
			marksTax: company.regime === 'global',
			marksTaxable: ['US', 'USA'].includes(company.country.toUpperCase()),
			stockOff: stockOff(company) ?? null,
		},
		today: localDate(now, shop.ianaTimezone) ?? now.slice(0, 10),
	};
}
