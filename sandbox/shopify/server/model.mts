/** An object of the shop under the schema's own field names; connections are plain arrays. */
export type ShopObject = Record<string, unknown>;

/** What the Admin API serves: the roots of the shop's object graph. */
export interface ShopData {
	shop: object;
	businessEntities: readonly object[];
	orders: readonly object[];
	customers: readonly object[];
	products: readonly object[];
	productVariants: readonly object[];
	inventoryItems: readonly object[];
	locations: readonly object[];
	giftCards: readonly object[];
	disputes: readonly object[];
	/** Null for a shop without Shopify Payments. */
	shopifyPaymentsAccount: object | null;
	/** Default: a search knows everything at once. */
	searchIndex?: SearchKnowledge;
}

/** What a search knows: Shopify's index is later than the objects themselves. */
export interface SearchKnowledge {
	/** The object as a search compares it with its terms; undefined: not found yet. */
	asIndexed(item: object, now: number): object | undefined;
}

export function isObject(value: unknown): value is ShopObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The type and number of "gid://shopify/Order/123"; undefined for anything else. */
export function parseGid(id: unknown): { type: string; number: string } | undefined {
	const match = typeof id === 'string' ? /^gid:\/\/shopify\/(\w+)\/([^/?]+)/.exec(id) : null;
	return match ? { type: match[1], number: match[2] } : undefined;
}

/** The runtime type of an object: what it says itself, else what its id says. */
export function typeNameOf(value: unknown): string | undefined {
	if (!isObject(value)) return undefined;
	return typeof value.__typename === 'string' ? value.__typename : parseGid(value.id)?.type;
}

/** The value under a dotted path, e.g. "associatedPayout.id". */
export function valueAt(source: unknown, path: string): unknown {
	return path
		.split('.')
		.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), source);
}

/** Objects that belong to the whole shop: an order refers to them. */
const SHARED = new Set(
	['Customer', 'Product', 'ProductVariant', 'InventoryItem', 'Location', 'Order'].concat([
		'GiftCard',
		'BusinessEntity',
		'Company',
		'CompanyLocation',
		'App',
	]),
);

/**
 * The objects of the shop by global id. What a test adds to the shop while it runs is found too: an
 * unknown id is looked for in the orders that have changed, and then in the shop as it is now.
 */
export class ShopIndex {
	private byId: Map<string, ShopObject>;
	/** When each order had last changed when it was looked through. */
	private readonly seenAt = new Map<object, unknown>();

	constructor(private readonly shop: ShopData) {
		this.byId = indexById(shop);
		for (const order of shop.orders) this.seenAt.set(order, valueAt(order, 'updatedAt'));
	}

	get(id: string): ShopObject | undefined {
		const known = this.byId.get(id);
		if (known) return known;
		for (const order of this.shop.orders) this.addChanged(order);
		const added = this.byId.get(id);
		if (added) return added;
		this.byId = indexById(this.shop);
		return this.byId.get(id);
	}

	private addChanged(order: object): void {
		const changed = valueAt(order, 'updatedAt');
		if (this.seenAt.has(order) && this.seenAt.get(order) === changed) return;
		this.seenAt.set(order, changed);
		const isOther = (value: object) =>
			value !== order && isObject(value) && SHARED.has(parseGid(value.id)?.type ?? '');
		addObjects(this.byId, order, isOther);
	}
}

/**
 * Walks the graph level by level: a reference that shows only part of an object (`associatedOrder`) is met after the object.
 */
function indexById(shop: ShopData): Map<string, ShopObject> {
	const index = new Map<string, ShopObject>();
	const { truth: _books, searchIndex: _index, ...api } = shop as ShopData & { truth?: unknown };
	addObjects(index, api, () => false);
	return index;
}

function addObjects(
	index: Map<string, ShopObject>,
	root: object,
	isLeftOut: (value: object) => boolean,
): void {
	const seen = new Set<object>();
	let level: unknown[] = [root];
	while (level.length > 0) {
		const next: unknown[] = [];
		for (const value of level) {
			if (typeof value !== 'object' || value === null || seen.has(value)) continue;
			seen.add(value);
			if (isLeftOut(value)) continue;
			if (isObject(value) && typeof value.id === 'string' && !index.has(value.id)) {
				index.set(value.id, value);
			}
			next.push(...(Object.values(value) as unknown[]));
		}
		level = next;
	}
}
