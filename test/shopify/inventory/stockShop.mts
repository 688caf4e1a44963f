import { openShop } from '../sandboxShop.mts';
import { fetchHttp } from '../fetchHttp.mts';
import { createShopifyClient } from '../../../nodes/shopify/client.ts';
import { readLocations, readStock } from '../../../nodes/shopify/inventory/index.ts';
import type { Outcome } from '../../../nodes/shopify/types.ts';

export function valueOf<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	throw new Error(`${outcome.problem.code}: ${outcome.problem.what}`);
}

/** A sandbox shop, with what the tests of stock ask of it. */
export async function openStockShop(options: Parameters<typeof openShop>[0] = {}) {
	const open = await openShop(options);
	const { sandbox } = open;
	const file = fetchHttp();
	return {
		...open,
		download: file.send,
		locationIds: async () => valueOf(await readLocations(open.client())).map(({ id }) => id),
		stock: async (locationIds: string[], inventoryItemIds?: string[]) =>
			valueOf(await readStock(open.client(), { locationIds, inventoryItemIds })).products,
		/** The calls since, with the points that Shopify charged in advance. */
		calls: () => {
			const calls = sandbox.control.log.all().filter(({ label }) => / /.test(label));
			const costs = calls.map(({ detail }) => Number(detail?.requestedCost ?? 0));
			return {
				labels: calls.map(({ label }) => label),
				count: calls.length,
				points: costs.reduce((a, b) => a + b, 0),
				dearest: Math.max(0, ...costs),
			};
		},
		clientWith: (scopes: string[]) =>
			createShopifyClient({
				baseUrl: sandbox.url,
				send: fetchHttp(sandbox.control.issueToken(scopes).accessToken).send,
				clock: { now: () => Date.now(), sleep: async () => undefined },
			}),
	};
}
