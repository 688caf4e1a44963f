import { booksSide } from '../../nodes/InventorySync/sync/ofQuickBooks';
import { shopSide } from '../../nodes/InventorySync/sync/ofShopify';
import type { Sides } from '../../nodes/InventorySync/sync/sides';
import type { Connection } from '../../nodes/quickbooks/client';
import { openSession } from '../../nodes/quickbooks/session';
import type { ShopifyClient } from '../../nodes/shopify/client';
import { readShop } from '../../nodes/shopify/shop';

export interface Ways {
	client: ShopifyClient;
	connection: Connection;
	locations: readonly string[];
}

/** Both sides as the node connects them. @returns undefined where one cannot be reached. */
export async function sidesOf({ client, connection, locations }: Ways): Promise<Sides | undefined> {
	const session = await openSession(connection);
	const shop = await readShop(client);
	if (session.kind !== 'done' || !shop.ok) return undefined;
	const { myshopifyDomain: domain, ianaTimezone: timeZone } = shop.value;
	return {
		shop: shopSide(client, { domain, locationIds: locations }),
		books: booksSide(session.value, { domain, timeZone }),
		clock: client.clock,
	};
}
