import { startShopifySandbox } from '../../../../sandbox/shopify/start.mts';
import type { ShopifySandboxOptions } from '../../../../sandbox/shopify/start.mts';
import { createStockShop } from '../../../../sandbox/shopify/stock/stockShop.mts';
import type { StockShopOptions } from '../../../../sandbox/shopify/stock/stockShop.mts';
import { Till } from '../../../../sandbox/shopify/stock/till.mts';
import { ask, type Ask } from '../client.mts';

/** A served shop with stock and a till; its today is 24 November 2026, 10:00. */
export async function openShop(shop: StockShopOptions = {}, options: ShopifySandboxOptions = {}) {
	const sandbox = await startShopifySandbox({
		shop: createStockShop(shop),
		now: new Date('2026-11-24T10:00:00Z'),
		till: true,
		...options,
	});
	const till = sandbox.till ?? new Till(sandbox.shop);
	return { ...sandbox, till };
}

export type StockSandbox = Awaited<ReturnType<typeof openShop>>;

/** The data of an answer without errors. */
export async function read<T>(
	sandbox: Pick<StockSandbox, 'url' | 'accessToken'>,
	query: string,
	options?: Ask,
): Promise<T> {
	const { body } = await ask(sandbox, query, options);
	if (body.errors) throw new Error(JSON.stringify(body.errors));
	return body.data as T;
}

export const SET = `mutation SetStock($input: InventorySetQuantitiesInput!, $key: String!) {
	inventorySetQuantities(input: $input) @idempotent(key: $key) {
		inventoryAdjustmentGroup { id changes { name delta } } userErrors { field message code } } }`;

export interface SetEntry {
	sku: string;
	from: number | null;
	to: number;
}

/** The variables of SET at the first location. */
export function setting({ shop }: StockSandbox, entries: SetEntry[], key = 'k') {
	const quantities = entries.map(({ sku, from, to }) => ({
		inventoryItemId: shop.productVariants.find((one) => one.sku === sku)!.inventoryItem.id,
		locationId: shop.locations[0].id,
		quantity: to,
		changeFromQuantity: from,
	}));
	return { key, input: { name: 'available', reason: 'correction', quantities } };
}

export interface SetAnswer {
	inventoryAdjustmentGroup: { changes: Array<{ name: string; delta: number }> } | null;
	userErrors: Array<{ field: string[] | null; message: string; code: string }>;
}

export async function setStock(
	sandbox: StockSandbox,
	entries: SetEntry[],
	key = 'k',
): Promise<SetAnswer> {
	const variables = setting(sandbox, entries, key);
	const data = await read<{ inventorySetQuantities: SetAnswer }>(sandbox, SET, { variables });
	return data.inventorySetQuantities;
}

export const codesOf = ({ userErrors }: SetAnswer): string[] => userErrors.map(({ code }) => code);

export const wait = async (milliseconds: number): Promise<void> =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds that the processor works on it: the clock's depend on what else runs. */
export function effort(work: () => void): number {
	const before = process.cpuUsage();
	work();
	return process.cpuUsage(before).user / 1000;
}
