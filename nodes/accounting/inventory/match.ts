import { itemNames } from '../legalName';

/**
 * What is the same on both sides, by the rules that posting finds items by: first by SKU, without regard
 * to case and to blanks around it; by name only where one side has no SKU. What could be two things is
 * told, never guessed.
 */
export type MatchRule = 'skuThenName' | 'sku' | 'name';

export interface Named {
	name: string;
	sku: string | null;
}

/** Of QuickBooks; an inactive item is only found by SKU, and only to say that it is inactive. */
export interface NamedItem extends Named {
	active: boolean;
}

export type ProductMatch<Product, Item> =
	| { kind: 'matched'; product: Product; item: Item; by: 'sku' | 'name' }
	/** QuickBooks has nothing of this SKU or name. */
	| { kind: 'unmatched'; product: Product }
	/** By SKU only, and the product has none. */
	| { kind: 'noSku'; product: Product }
	/** Other products have the same SKU, or would be the same item: the items, if there are any. */
	| { kind: 'sharedInShopify'; product: Product; rivals: Product[]; items: Item[] }
	/** Several active items would be it. */
	| { kind: 'severalInBooks'; product: Product; items: Item[]; by: 'sku' | 'name' }
	/** All items of this SKU are inactive. */
	| { kind: 'inactive'; product: Product; items: Item[] };

export interface Matching<Product, Item> {
	/** One for each product, in their order. */
	products: Array<ProductMatch<Product, Item>>;
	/** What no product is, not even perhaps; inactive ones too. */
	itemsLeft: Item[];
}

/** Compares products of Shopify with items of QuickBooks; neither is changed. */
export function matchProducts<Product extends Named, Item extends NamedItem>(
	products: readonly Product[],
	items: readonly Item[],
	rule: MatchRule,
): Matching<Product, Item> {
	const index = new ItemIndex(items, rule);
	const found = products.map((product) => ({ product, ...index.find(product) }));
	const rivals = rivalsAmong(found, rule);
	const touched = new Set(found.flatMap(({ items: candidates }) => candidates));
	return {
		products: found.map((entry) => judged(entry, rule, rivals(entry))),
		itemsLeft: items.filter((item) => !touched.has(item)),
	};
}

interface Candidates<Item> {
	by: 'sku' | 'name';
	items: Item[];
}

interface Found<Product, Item> extends Candidates<Item> {
	product: Product;
}

class ItemIndex<Item extends NamedItem> {
	private readonly bySku = new Map<string, Item[]>();
	private readonly byName = new Map<string, Item[]>();

	constructor(
		items: readonly Item[],
		private readonly rule: MatchRule,
	) {
		for (const item of items) {
			add(this.bySku, skuKey(item), item);
			if (item.active) add(this.byName, nameKey(item.name), item);
		}
	}

	find(product: Named): Candidates<Item> {
		const sku = this.rule === 'name' ? '' : skuKey(product);
		const bySku = sku === '' ? [] : (this.bySku.get(sku) ?? []);
		if (bySku.length > 0) return { by: 'sku', items: bySku };
		return { by: 'name', items: this.rule === 'sku' ? [] : this.named(product, sku) };
	}

	/** An item of this name with another SKU is another product. */
	private named(product: Named, sku: string): Item[] {
		const keys = new Set(itemNames(product.name, product.sku).map(nameKey));
		const items = [...keys].flatMap((key) => this.byName.get(key) ?? []);
		return items.filter((item) => sku === '' || skuKey(item) === '');
	}
}

/** Products that are one another's: of one SKU (or name, where that counts), or of one item. */
function rivalsAmong<Product extends Named, Item extends NamedItem>(
	found: ReadonlyArray<Found<Product, Item>>,
	rule: MatchRule,
): (entry: Found<Product, Item>) => Product[] {
	const claims = new Map<Item | string, Product[]>();
	const claimsOf = ({ product, items }: Found<Product, Item>) => [
		identity(product, rule),
		...items,
	];
	for (const entry of found) {
		for (const claim of claimsOf(entry)) add(claims, claim, entry.product);
	}
	return (entry) => {
		const all = claimsOf(entry).flatMap((claim) => claims.get(claim) ?? []);
		return [...new Set(all)].filter((product) => product !== entry.product);
	};
}

function judged<Product extends Named, Item extends NamedItem>(
	{ product, items, by }: Found<Product, Item>,
	rule: MatchRule,
	rivals: Product[],
): ProductMatch<Product, Item> {
	if (rule === 'sku' && skuKey(product) === '') return { kind: 'noSku', product };
	if (rivals.length > 0) return { kind: 'sharedInShopify', product, rivals, items };
	const active = items.filter((item) => item.active);
	const [item] = active;
	if (active.length > 1) return { kind: 'severalInBooks', product, items: active, by };
	if (item !== undefined) return { kind: 'matched', product, item, by };
	return items.length > 0 ? { kind: 'inactive', product, items } : { kind: 'unmatched', product };
}

function identity(product: Named, rule: MatchRule): string {
	const sku = skuKey(product);
	if (sku !== '' && rule !== 'name') return `sku ${sku}`;
	return `name ${itemNames(product.name, product.sku).map(nameKey).join('\n')}`;
}

function skuKey({ sku }: Named): string {
	return (sku ?? '').trim().toLowerCase();
}

function nameKey(name: string): string {
	return name.trim().toLowerCase();
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
	const values = map.get(key);
	if (values === undefined) map.set(key, [value]);
	else values.push(value);
}
