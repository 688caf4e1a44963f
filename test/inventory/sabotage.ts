import type { Sides } from '../../nodes/InventorySync/sync/sides';

/** What would be wrong with the sync, to see that the test notices. */
export type Sabotage = 'changeFromQuantity ignored' | 'unbooked sales ignored' | 'books read first';

/** The sides of a run, one of which does not do what it should. */
export function sabotaged(sides: Sides, sabotage: Sabotage | undefined): Sides {
	if (sabotage === 'books read first') return booksFirst(sides);
	return sides;
}

/** The books and the orders are read before Shopify's stock, as if the order made no difference. */
function booksFirst(sides: Sides): Sides {
	const { shop, books } = sides;
	let orders: ReturnType<typeof shop.readRecentOrders> | undefined;
	let items: ReturnType<typeof books.readItems> | undefined;
	return {
		...sides,
		shop: {
			...shop,
			readStock: async (ids) => {
				items = books.readItems();
				await items;
				orders = shop.readRecentOrders(new Date(0).toISOString());
				await orders;
				return await shop.readStock(ids);
			},
			readRecentOrders: async (since) => await (orders ?? shop.readRecentOrders(since)),
		},
		books: {
			...books,
			readItems: async (ids) => {
				if (ids !== undefined || !items) return await books.readItems(ids);
				return await items;
			},
		},
	};
}
