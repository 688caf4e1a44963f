import { matchProducts, type MatchRule } from '../../../nodes/accounting/inventory';

const product = (id: string, name: string, sku: string | null = null) => ({ id, name, sku });
const item = (id: string, name: string, sku: string | null = null, active = true) => ({
	id,
	name,
	sku,
	active,
});

type Product = ReturnType<typeof product>;
type Item = ReturnType<typeof item>;

/** "p1 matched i1", "p2 severalInBooks i1 i2", and what is left over. */
function matched(products: Product[], items: Item[], rule: MatchRule = 'skuThenName'): string[] {
	const { products: matches, itemsLeft } = matchProducts(products, items, rule);
	const lines = matches.map((match) => {
		const of = match.kind === 'matched' ? [match.item] : 'items' in match ? match.items : [];
		const rivals = 'rivals' in match ? match.rivals.map(({ id }) => `not ${id}`) : [];
		return [match.product.id, match.kind, ...of.map(({ id }) => id), ...rivals].join(' ');
	});
	return [...lines, ...itemsLeft.map(({ id }) => `left ${id}`)];
}

it('a SKU comes before a name, without regard to case and to blanks around it', () => {
	const products = [product('p1', 'Mug', ' mug '), product('p2', 'Plate', '   ')];
	const items = [item('i1', 'Plate'), item('i2', 'Something else', 'MUG')];
	expect(matched(products, items)).toEqual(['p1 matched i2', 'p2 matched i1']);
});

it('another SKU is another product, also of the same name', () => {
	expect(matched([product('p1', 'Mug', 'A')], [item('i1', 'Mug', 'B')])).toEqual([
		'p1 unmatched',
		'left i1',
	]);
});

it('a name is compared as QuickBooks would keep it, also with the SKU that posting adds', () => {
	const long = 'x'.repeat(120);
	const products = [
		product('p1', 'Tray: large'),
		product('p2', 'Mug', 'M-2'),
		product('p3', long),
		product('p4', 'Size 1\\2'),
	];
	const items = [
		item('i1', 'tray- Large'),
		item('i2', 'Mug (M-2)'),
		item('i3', long.slice(0, 100)),
		item('i4', 'Size 1/2'),
	];
	expect(matched(products, items)).toEqual([
		'p1 matched i1',
		'p2 matched i2',
		// a name that is cut has a mark of its own: this item was not made by posting
		'p3 unmatched',
		'p4 matched i4',
		'left i3',
	]);
});

it('a SKU twice in Shopify is told, with and without an item for it', () => {
	const products = [
		product('p1', 'Mug', 'A'),
		product('p2', 'Cup', 'a'),
		product('p3', 'Bowl', 'B'),
		product('p4', 'Vase', 'B'),
	];
	expect(matched(products, [item('i1', 'Mug', 'A')])).toEqual([
		'p1 sharedInShopify i1 not p2',
		'p2 sharedInShopify i1 not p1',
		'p3 sharedInShopify not p4',
		'p4 sharedInShopify not p3',
	]);
});

it("one item for two products, by SKU and by name, is nobody's", () => {
	const products = [product('p1', 'Mug, blue', 'A'), product('p2', 'Mug')];
	expect(matched(products, [item('i1', 'Mug', 'A')])).toEqual([
		'p1 sharedInShopify i1 not p2',
		'p2 sharedInShopify i1 not p1',
	]);
});

it('two products of one name and no SKU are one to QuickBooks', () => {
	expect(matched([product('p1', 'Mug'), product('p2', 'mug')], [])).toEqual([
		'p1 sharedInShopify not p2',
		'p2 sharedInShopify not p1',
	]);
});

it('several items are told; an inactive one makes no two', () => {
	const products = [product('p1', 'Mug', 'A'), product('p2', 'Bowl', 'B')];
	const items = [
		item('i1', 'Mug', 'A'),
		item('i2', 'Mug 2', 'a'),
		item('i3', 'Bowl', 'B'),
		item('i4', 'Bowl 2', 'B', false),
	];
	expect(matched(products, items)).toEqual(['p1 severalInBooks i1 i2', 'p2 matched i3']);
});

it('an inactive item is found by its SKU, to say so; not by its name', () => {
	const products = [product('p1', 'Mug', 'A'), product('p2', 'Bowl')];
	const items = [item('i1', 'Mug', 'A', false), item('i2', 'Bowl', null, false)];
	expect(matched(products, items)).toEqual(['p1 inactive i1', 'p2 unmatched', 'left i2']);
});

it('by SKU only, and by name only', () => {
	const products = [product('p1', 'Mug', 'A'), product('p2', 'Bowl')];
	const items = [item('i1', 'Mug'), item('i2', 'Bowl', 'B')];
	expect(matched(products, items, 'sku')).toEqual([
		'p1 unmatched',
		'p2 noSku',
		'left i1',
		'left i2',
	]);
	const other = [item('i1', 'Cup', 'A'), item('i2', 'MUG', 'Z')];
	expect(matched([products[0]], other, 'name')).toEqual(['p1 matched i2', 'left i1']);
});
