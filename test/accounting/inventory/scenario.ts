import { DEFAULT_STOCK_POLICY } from '../../../nodes/accounting/inventory';
import type {
	BooksItem,
	OrderPieces,
	ShopProduct,
	StockFacts,
	StockPlan,
	StockRow,
	StockSyncPolicy,
} from '../../../nodes/accounting/inventory';
import { listOf, type Page, type Row, tableOf } from './tables';

export const AS_OF = '2026-11-02T12:00:00Z';

/** The facts of a page: what lies in Shopify and in QuickBooks, and the orders between them. */
export function factsOf({ sections }: Page): StockFacts {
	const products = productsOf(tableOf(sections.get('Shopify')));
	const items = tableOf(sections.get('QuickBooks')).map(itemOf);
	const sold = new Map<string, OrderPieces[]>();
	const booked = new Map<string, number>();
	for (const row of tableOf(sections.get('Orders'))) {
		const { order, product } = row;
		const id = products.find(({ name }) => name === product)?.inventoryItemId ?? '';
		const entry = { orderId: `gid://shopify/Order/${order}`, order, pieces: Number(row.sold) };
		sold.set(id, [...(sold.get(id) ?? []), entry]);
		const item = items.find(({ name }) => name === product);
		if (row['in the books'] !== '') {
			booked.set(`${entry.orderId} ${item?.id ?? ''}`, Number(row['in the books']));
		}
	}
	return { products, items, unbooked: { sold, booked } };
}

function productsOf(rows: readonly Row[]): ShopProduct[] {
	const products: ShopProduct[] = [];
	for (const row of rows) {
		if (row.product !== '') products.push(productOf(row, products.length + 1));
		const committed = Number(row.committed ?? '');
		if (row.location === '') continue;
		products[products.length - 1].levels.push({
			locationId: row.location,
			location: row.location,
			available: Number(row.available),
			onHand: Number(row['on hand'] ?? '') || Number(row.available) + committed,
			committed,
			updatedAt: row.changed
				? new Date(Date.parse(AS_OF) - 1000 * Number(row.changed)).toISOString()
				: null,
		});
	}
	return products;
}

function productOf({ product, SKU, kind }: Row, number: number): ShopProduct {
	return {
		inventoryItemId: `gid://shopify/InventoryItem/${number}`,
		variantId: `gid://shopify/ProductVariant/${number}`,
		name: product,
		sku: SKU === '' ? null : SKU,
		tracked: kind !== 'untracked',
		isBundle: kind === 'bundle',
		isGiftCard: kind === 'gift card',
		levels: [],
	};
}

function itemOf(row: Row, index: number): BooksItem {
	return {
		id: String(index + 1),
		name: row.item,
		sku: row.SKU === '' ? null : row.SKU,
		type: row.type || 'Inventory',
		active: row.active !== 'no',
		onHand: Number(row['on hand']),
		stockedFrom: row['stock from'] || null,
	};
}

/** The settings of a page, with the usual ones for what it does not name. */
export function policyOf({ sections }: Page): StockSyncPolicy {
	const { locations = 'Main', ...settings } = listOf(sections.get('Settings'));
	const numbers = Object.entries(settings).map(([name, value]) => [
		name,
		/^\d+$/.test(value) ? Number(value) : value,
	]);
	return {
		...DEFAULT_STOCK_POLICY,
		...(Object.fromEntries(numbers) as Partial<StockSyncPolicy>),
		locations: locations.split(', '),
		asOf: AS_OF,
		date: '2026-11-02',
	};
}

const HEAD = 'product | books | unbooked | before | after | change | outcome | locations';

/** What a plan comes to, as a page writes it under "Expected". */
export function planText({ rows, stop }: StockPlan): string[] {
	return [
		HEAD,
		...rows.map(rowText),
		...rows.flatMap(({ product, notes }) => notes.map((note) => `- ${product}: ${note}`)),
		...(stop ? [`Stop: ${stop.code}. ${stop.what}.`] : []),
	];
}

function rowText(row: StockRow): string {
	const levels = row.levels.map(({ location, from, to }) => `${location} ${from} to ${to}`);
	return [
		row.product,
		row.quickBooks?.onHand ?? '',
		row.unbooked,
		row.before ?? '',
		row.after ?? '',
		row.change,
		row.problem?.code ?? row.status,
		levels.join(', '),
	].join(' | ');
}
