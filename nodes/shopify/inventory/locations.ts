import type { ShopifyClient } from '../client';
import { ok, type GraphqlObject, type Outcome } from '../types';
import { readAll } from './pages';
import { LOCATIONS, LOCATIONS_PAGE } from './queries';
import type { ShopLocation } from './types';

/** Every place where the shop keeps stock, also those that are closed, by name. */
export async function readLocations(client: ShopifyClient): Promise<Outcome<ShopLocation[]>> {
	const read = await readAll<ShopLocation & GraphqlObject>(client, {
		operation: LOCATIONS,
		firstSize: LOCATIONS_PAGE,
		pageIn: ({ locations }) => locations,
	});
	if (!read.ok) return read;
	return ok(
		read.value.map(({ id, name, isActive, fulfillsOnlineOrders }) => ({
			id,
			name,
			isActive,
			fulfillsOnlineOrders,
		})),
	);
}
