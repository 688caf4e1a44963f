import { readOrderPieces, readRecentOrders } from '../../../nodes/shopify/inventory';
import { Random } from '../../../sandbox/shopify/shop/random.mts';
import { createStockShop } from '../../../sandbox/shopify/stock/stockShop.mts';
import { Till } from '../../../sandbox/shopify/stock/till.mts';
import { openStockShop, valueOf } from './stockShop.mts';

type Order = ReturnType<Till['sell']>;

let open: Awaited<ReturnType<typeof openStockShop>>;
afterEach(async () => await open.close());

const START = Date.parse('2026-11-02T09:00:00Z');
const MINUTE = 60_000;

async function openTill(seed: number) {
	const shop = createStockShop({ count: 60, mix: 'usual', locations: 2, seed });
	open = await openStockShop({ shop: shop as never, now: new Date(START + 3 * 86_400_000) });
	let minutes = 0;
	const till = new Till(open.shop as never, {
		seed,
		now: () => START + (minutes += 1) * MINUTE,
	});
	return { till, shop: open.shop as unknown as ReturnType<typeof createStockShop> };
}

/** The till lets an edit take off more than there is. */
const isLeft = ({ lineItems }: Order) => lineItems[0].currentQuantity > 0;

/** What an order can go through, and whether it can from where it is. */
const LIFE: Array<(till: Till, order: Order, random: Random) => unknown> = [
	(till, order) => void till.fulfil(order),
	(till, order) => void till.refund(order, undefined, 'NO_RESTOCK'),
	(till, order) => void till.refund(order, [{ line: 0, quantity: 1 }], 'RETURN'),
	(till, order) => void till.refund(order, [{ line: 0, quantity: 1 }], 'CANCEL'),
	(till, order) => void till.refund(order, [{ line: 0, quantity: 1 }], 'NO_RESTOCK'),
	(till, order) => void till.cancel(order, true),
	(till, order) => void till.cancel(order, false),
	(till, order) => void till.edit(order, { line: 0, quantity: 2 }),
	(till, order) => isLeft(order) && void till.edit(order, { line: 0, quantity: -1 }),
	(till, order) =>
		isLeft(order) && void till.edit(order, { line: 0, quantity: -1, restock: false }),
];

/** @returns whether it happened: the till refuses what Shopify would not offer. */
function happens(life: () => void): boolean {
	try {
		life();
		return true;
	} catch {
		return false;
	}
}

function trade(till: Till, skus: string[], random: Random): { happened: number; orders: Order[] } {
	const orders: Order[] = [];
	let happened = 0;
	for (let step = 0; step < 150; step++) {
		if (orders.length === 0 || random.chance(45)) {
			const lines = Array.from({ length: random.int(1, 3) }, () => ({
				variant: random.pick(skus),
				quantity: random.int(1, 4),
			}));
			orders.push(till.sell({ lines, paid: random.chance(70), fulfilled: random.chance(30) }));
		} else if (happens(() => random.pick(LIFE)(till, random.pick(orders), random))) happened += 1;
	}
	return { happened, orders };
}

it.each([1, 2, 3, 4])(
	'what orders took is what is missing from the shelf, whatever became of them (seed %i)',
	async (seed) => {
		const { till, shop } = await openTill(seed);
		const locationIds = shop.locations.map(({ id }) => id);
		const onShelf = async () =>
			new Map(
				(await open.stock(locationIds)).map(({ inventoryItemId, tracked, levels }) => [
					inventoryItemId,
					tracked ? levels.reduce((sum, { available }) => sum + available, 0) : 0,
				]),
			);
		const before = await onShelf();
		const skus = shop.productVariants.flatMap(({ sku }) => (typeof sku === 'string' ? [sku] : []));
		const { happened, orders } = trade(till, skus, new Random(seed));
		expect(happened).toBeGreaterThan(20);
		const since = new Date(START).toISOString();
		const found = valueOf(await readRecentOrders(open.client(), { since }));
		expect(found).toHaveLength(orders.length);
		const taken = new Map<string, number>();
		const ids = found.map(({ id }) => id);
		for (const { pieces } of valueOf(await readOrderPieces(open.client(), ids))) {
			for (const { inventoryItemId, pieces: count } of pieces)
				taken.set(inventoryItemId, (taken.get(inventoryItemId) ?? 0) + count);
		}
		const after = await onShelf();
		for (const [item, available] of before) {
			expect([item, available - (after.get(item) ?? 0)]).toEqual([item, taken.get(item) ?? 0]);
		}
		expect([...taken.values()].some((count) => count > 0)).toBe(true);
	},
);
