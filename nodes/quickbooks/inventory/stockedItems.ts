import type { BooksItem } from '../../accounting/inventory/types';
import type { Answer } from '../client';
import { at } from '../json';
import { inConditions, PAGE_SIZE } from '../query';
import { legalName, NAME_LENGTHS, sameName } from '../resolve/names';
import type { Session } from '../session';
import { itemOf } from './readItems';

/** A product of the shop as its sale names it. */
export interface Goods {
	sku: string | null;
	name: string;
}

export interface StockedGoods extends Goods {
	/** The item of type Inventory that it is in QuickBooks. */
	item: BooksItem;
}

/** Inactive items too: what was sold while one was active has its cost in the books. */
const STOCKED = "Type = 'Inventory' AND Active IN (true, false)";

/**
 * Which of these goods QuickBooks counts itself, so that it books the cost of their sale itself. The
 * goods come back as they were given. One metered call where the company counts no stock at all; else one
 * more for 1,000 items, or for some 100 SKUs and names, whichever is fewer.
 */
export async function stockedItems(
	session: Session,
	goods: readonly Goods[],
): Promise<Answer<StockedGoods[]>> {
	if (goods.length === 0) return { kind: 'done', value: [] };
	const { client } = session;
	const query = `SELECT count(*) FROM Item WHERE ${STOCKED}`;
	const counted = await client.read('query', { query });
	if (counted.kind !== 'done') return counted;
	const count = Number(at(counted.value, 'QueryResponse', 'totalCount') ?? 0);
	if (count === 0) return { kind: 'done', value: [] };
	const items = new Map<string, BooksItem>();
	for (const condition of conditionsFor(goods, count)) {
		const answer = await client.rows('Item', condition);
		if (answer.kind !== 'done') return answer;
		for (const item of answer.value.flatMap(itemOf)) items.set(item.id, item);
	}
	const byNameOnly = session.settings.itemMatch === 'name';
	const stocked = [...items.values()].filter(({ type }) => type === 'Inventory');
	return { kind: 'done', value: matched(goods, stocked, byNameOnly) };
}

function conditionsFor(goods: readonly Goods[], count: number): string[] {
	const skus = goods.map(skuOf).filter((sku) => sku !== '');
	const named = [...inConditions('Sku', skus), ...inConditions('Name', goods.flatMap(namesOf))].map(
		(condition) => `${condition} AND ${STOCKED}`,
	);
	return Math.ceil(count / PAGE_SIZE) <= named.length ? [STOCKED] : named;
}

/** Rather one too many: a cost booked twice is worse than one that a person looks at. */
function matched(
	goods: readonly Goods[],
	items: readonly BooksItem[],
	byNameOnly: boolean,
): StockedGoods[] {
	const bySku = indexed(items, ({ sku }) => sku ?? '');
	const byName = indexed(items, ({ name }) => name);
	return goods.flatMap((each) => {
		const sku = skuOf(each);
		const named = namesOf(each).flatMap((name) => byName.get(name.toLowerCase()) ?? []);
		const item =
			(sku === '' ? undefined : bySku.get(sku.toLowerCase())?.[0]) ??
			named.find((row) => byNameOnly || sku === '' || row.sku === null || sameName(row.sku, sku));
		return item ? [{ ...each, item }] : [];
	});
}

function indexed(
	items: readonly BooksItem[],
	keyOf: (item: BooksItem) => string,
): Map<string, BooksItem[]> {
	const index = new Map<string, BooksItem[]>();
	for (const item of items) {
		const key = keyOf(item).toLowerCase();
		index.set(key, [...(index.get(key) ?? []), item]);
	}
	return index;
}

function skuOf({ sku }: Goods): string {
	return (sku ?? '').trim();
}

/** As posting names items: the name itself, or with the SKU. */
function namesOf(goods: Goods): string[] {
	const name = legalName(goods.name, NAME_LENGTHS.Item);
	const sku = skuOf(goods);
	if (sku === '') return [name];
	return [name, legalName(goods.name, NAME_LENGTHS.Item, ` (${legalName(sku, 40)})`)];
}
