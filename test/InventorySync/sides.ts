import type { BooksItem, ShopProduct } from '../../nodes/accounting/inventory/types';
import type { Outcome } from '../../nodes/accounting/problems';
import type {
	Adjustment,
	RecentOrder,
	SetResult,
	Sides,
	StockOrder,
	SyncPolicy,
	SyncRun,
} from '../../nodes/InventorySync/sync';

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const LAMP = 'gid://shopify/InventoryItem/1';
const MAIN = 'gid://shopify/Location/1';
const NOW = Date.parse('2026-11-24T12:00:00Z');

/** A shop with lamps and a company that counts them, as plain values that a test changes at will. */
export class World {
	/** What Shopify and QuickBooks have. */
	available = 10;
	onHand = 20;
	changedAt = '2026-11-01T00:00:00Z';
	orders: Array<RecentOrder & { pieces: number }> = [];
	/** Pieces that the documents of an order have moved, by its id. */
	readonly booked = new Map<string, number>();
	readonly bySummary = new Map<string, string>();
	payoutSummaries = false;
	/** What was asked, in its order. */
	readonly log: string[] = [];
	readonly keys: string[] = [];
	readonly adjustments: Adjustment[] = [];
	slept = 0;
	/** Happens before the named question is answered, each time. */
	readonly before = new Map<string, () => void>();
	/** Takes the place of Shopify's answer to a write. */
	answer: ((wanted: SetResult) => SetResult) | undefined;

	sell(pieces: number): RecentOrder {
		this.available -= pieces;
		const number = 1001 + this.orders.length;
		const at = '2026-11-20T10:00:00Z';
		const order = {
			id: `gid://shopify/Order/${number}`,
			legacyId: String(number),
			name: `#${number}`,
			processedAt: at,
			createdAt: at,
			test: false,
			edited: false,
			paidAt: at,
			refunds: [],
			pieces,
		};
		this.orders.push(order);
		return order;
	}

	book({ id }: Pick<RecentOrder, 'id'>): void {
		const pieces = this.orders.find((order) => order.id === id)?.pieces ?? 0;
		this.onHand -= pieces;
		this.booked.set(`${id} 7`, pieces);
	}

	sides(): Sides {
		return {
			shop: {
				domain: 'lamps.myshopify.com',
				readStock: async () => {
					this.ask('stock');
					const readAt = new Date(NOW + this.slept).toISOString();
					return ok({ products: [this.product()], readAt });
				},
				readRecentOrders: async () => {
					this.ask('orders');
					return ok(this.orders.map((order) => ({ ...order })));
				},
				readOrderPieces: async (ids) => {
					this.ask('pieces');
					return ok(this.piecesOf(ids));
				},
				setQuantities: async (wanted) => {
					this.ask('set');
					this.keys.push(wanted.key);
					const result: SetResult = { done: [], stale: [], refused: [], unknown: [] };
					for (const entry of wanted.entries) {
						if (entry.from !== this.available) result.stale.push(entry);
						else result.done.push(entry);
					}
					for (const { to } of result.done) this.available = to;
					return ok(this.answer?.(result) ?? result);
				},
			},
			books: {
				readItems: async (ids) => {
					this.ask(ids ? 'items again' : 'items');
					return ok([this.item()]);
				},
				bookedSales: async () => {
					this.ask('booked');
					const { booked, bySummary, payoutSummaries } = this;
					return ok({ bySummary, pieces: new Map(booked), payoutSummaries });
				},
				nextAdjustmentKey: async (date) => {
					this.ask('key');
					return ok(`lamps.myshopify.com/Inventory/${date}/${this.adjustments.length + 1}`);
				},
				writeAdjustment: async (adjustment) => {
					this.ask('adjust');
					this.adjustments.push(adjustment);
					for (const { change } of adjustment.lines) this.onHand += change;
					return { written: [{ id: '90', lines: adjustment.lines }], refused: [] };
				},
			},
			clock: {
				sleep: async (ms) => {
					this.slept += ms;
					await Promise.resolve();
				},
			},
		};
	}

	private ask(question: string): void {
		this.log.push(question);
		this.before.get(question)?.();
	}

	private product(): ShopProduct {
		const level = {
			locationId: MAIN,
			location: 'Main',
			available: this.available,
			onHand: this.available,
			committed: 0,
			updatedAt: this.changedAt,
		};
		return {
			inventoryItemId: LAMP,
			variantId: 'gid://shopify/ProductVariant/1',
			name: 'Lamp',
			sku: 'LAMP',
			tracked: true,
			isBundle: false,
			isGiftCard: false,
			levels: [level],
		};
	}

	private item(): BooksItem {
		const { onHand } = this;
		const stock = { onHand, stockedFrom: '2026-01-01' };
		return { id: '7', name: 'Lamp', sku: 'LAMP', type: 'Inventory', active: true, ...stock };
	}

	private piecesOf(ids: readonly string[]): StockOrder[] {
		return this.orders
			.filter(({ id }) => ids.includes(id))
			.map(({ id, name, pieces }) => ({ id, name, pieces: [{ inventoryItemId: LAMP, pieces }] }));
	}
}

export const POLICY: SyncPolicy = {
	direction: 'QuickBooks to Shopify',
	quantity: 'available',
	match: 'skuThenName',
	locations: [MAIN],
	distribution: 'mainLocation',
	unbooked: 'orders',
	buffer: 0,
	largestChange: undefined,
	largestRun: undefined,
	largestEmptied: 100,
	settlingSeconds: 60,
	date: '2026-11-24',
};

export const RUN: SyncRun = {
	mode: 'Apply',
	lookBackDays: 14,
	account: 'Inventory Shrinkage',
	runKey: 'run 1',
};
