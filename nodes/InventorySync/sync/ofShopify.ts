import type { ShopifyClient } from '../../shopify/client';
import {
	readOrderPieces,
	readRecentOrders,
	readStock,
	setQuantities,
} from '../../shopify/inventory';
import type { SendHttp } from '../../shopify/types';
import type { ShopSide } from './sides';

interface Shop {
	/** "my-shop.myshopify.com" */
	domain: string;
	locationIds: readonly string[];
	/** For the files of bulk operations, without a token; left out: everything is read by pages. */
	download?: SendHttp;
}

/** Shopify's side of a run. */
export function shopSide(client: ShopifyClient, { domain, locationIds, download }: Shop): ShopSide {
	return {
		domain,
		readStock: async (inventoryItemIds) =>
			await readStock(client, {
				locationIds,
				...(inventoryItemIds === undefined ? { download } : { inventoryItemIds }),
			}),
		readRecentOrders: async (since) => await readRecentOrders(client, { since }),
		readOrderPieces: async (orderIds, changedSince) =>
			await readOrderPieces(client, orderIds, { changedSince, download }),
		setQuantities: async (wanted) => await setQuantities(client, wanted),
	};
}
