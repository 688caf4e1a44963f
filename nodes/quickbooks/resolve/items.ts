import type { AccountReference, ItemReference } from '../../accounting/documents';
import { itemNames } from '../../accounting/legalName';
import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import { type Json, textAt } from '../json';
import type { ItemMatch, PostingSettings } from '../settings';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import { candidates, refused, type Sought, type Wish } from './sought';

export interface ItemRow extends ListRow {
	sku: string;
	type: string;
	/** YYYY-MM-DD, of stocked items only. */
	stockedFrom: string | undefined;
	/** The product that the fall-back item stands in for. */
	standsInFor?: string;
}

export type ItemSettings = Pick<PostingSettings, 'itemMatch' | 'fallbackItem' | 'create'>;

export class Items {
	private readonly table = new ListTable('Item', 'Name');
	/** A run asks once for every line it posts. */
	private known = { version: -1, rows: [] as ItemRow[], bySku: new Map<string, ItemRow[]>() };

	constructor(
		private readonly settings: ItemSettings,
		private readonly company: Company,
	) {}

	private get match(): ItemMatch {
		return this.settings.itemMatch;
	}

	async load(
		client: QuickBooksClient,
		references: readonly ItemReference[],
	): Promise<Answer<undefined>> {
		const skus = this.match === 'name' ? [] : references.map(skuOf).filter((sku) => sku !== '');
		const bySku = await this.table.load(client, 'Sku', skus);
		if (bySku.kind !== 'done') return bySku;
		const rest = references.filter((reference) => this.bySku(skuOf(reference)).length === 0);
		const names = rest.flatMap(namesOf);
		const { fallbackItem } = this.settings;
		const fallback = names.length > 0 && fallbackItem !== '' ? [fallbackItem] : [];
		return await this.table.load(client, 'Name', [...names, ...fallback]);
	}

	forget(name: string): void {
		this.table.forget('Name', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	/**
	 * @param isProduct whether the fall-back item may stand in; never for tips, gift cards and the like,
	 * which would be booked to its account.
	 * @param idOf the id of an account that is there.
	 */
	find(
		reference: ItemReference,
		isProduct: boolean,
		idOf: (account: AccountReference) => string,
	): Sought<ItemRow> {
		const sku = skuOf(reference);
		const bySku = this.match === 'name' || sku === '' ? [] : this.bySku(sku);
		if (bySku.length > 0) return one(bySku, `SKU "${sku}"`);
		const hasFallback = isProduct && this.settings.fallbackItem !== '';
		if (this.match === 'sku' && sku === '' && isProduct) {
			return hasFallback ? this.fallback(reference) : noSku(reference);
		}
		const byName = this.byName(reference);
		if (byName.length > 0) return one(byName, `name "${reference.name}"`);
		if (hasFallback && !this.settings.create.has('Item')) return this.fallback(reference);
		if (reference.type === 'Inventory' && !this.company.stock) return stockOff(this.company);
		return { state: 'missing', wish: this.wish(reference, idOf) };
	}

	private fallback(reference: ItemReference): Sought<ItemRow> {
		const name = this.settings.fallbackItem;
		const rows = this.items().filter((row) =>
			sameName(row.name, legalName(name, NAME_LENGTHS.Item)),
		);
		if (rows.length === 0) {
			return refused(
				'no-fallback-item',
				`QuickBooks has no "${reference.name}", and no item "${name}" to stand in for it`,
				"Create the item of 'Fallback Item' in QuickBooks, or allow Items under 'Create Missing'",
			);
		}
		const sought = one(rows, `name "${name}"`);
		if (sought.state !== 'found') return sought;
		return { ...sought, row: { ...sought.row, standsInFor: reference.name } };
	}

	private wish(reference: ItemReference, idOf: (account: AccountReference) => string): Wish {
		const sku = skuOf(reference);
		const body = (name: string): Json => ({
			Name: name,
			...(sku === '' ? {} : { Sku: sku }),
			Type: reference.type,
			IncomeAccountRef: { value: idOf(reference.income) },
			...stockFields(reference, idOf),
		});
		const name = sku === '' ? reference.name : `${reference.name} (SKU ${sku})`;
		const identity = sku !== '' && this.match !== 'name' ? `sku ${sku}` : namesOf(reference)[0];
		return {
			kind: 'Item',
			entity: 'Item',
			name,
			id: `Item ${identity.toLowerCase()}`,
			names: this.freeNames(reference),
			body,
		};
	}

	private freeNames(reference: ItemReference): string[] {
		return namesOf(reference).filter(
			(name) => !this.table.rows.some((row) => row.active && sameName(row.name, name)),
		);
	}

	private bySku(sku: string): ItemRow[] {
		if (sku === '') return [];
		this.items();
		return this.known.bySku.get(sku.toLowerCase()) ?? [];
	}

	/** An item of this name with another SKU is another product. */
	private byName(reference: ItemReference): ItemRow[] {
		const sku = this.match === 'name' ? '' : skuOf(reference);
		return this.items().filter(
			(row) =>
				row.active &&
				namesOf(reference).some((name) => sameName(row.name, name)) &&
				(sku === '' || row.sku === '' || sameName(row.sku, sku)),
		);
	}

	private items(): ItemRow[] {
		const { version } = this.table;
		if (this.known.version !== version) {
			const rows = this.table.rows.map(itemOf).filter(({ type }) => type !== 'Category');
			this.known = { version, rows, bySku: groupBySku(rows) };
		}
		return this.known.rows;
	}
}

/** The accounts that a created item needs. */
export function accountsOfItem({ income, stock }: ItemReference): AccountReference[] {
	return stock === undefined ? [income] : [income, stock.asset, stock.cost];
}

/** The stock begins with nothing: what lies on the shelf is counted in QuickBooks, or by a bill. */
function stockFields(
	{ type, stock }: ItemReference,
	idOf: (account: AccountReference) => string,
): Json {
	if (type !== 'Inventory' || stock === undefined) return {};
	return {
		TrackQtyOnHand: true,
		QtyOnHand: 0,
		InvStartDate: stock.startDate,
		AssetAccountRef: { value: idOf(stock.asset) },
		ExpenseAccountRef: { value: idOf(stock.cost) },
	};
}

function stockOff({ name }: Company): Sought<never> {
	return refused(
		'stock-not-tracked',
		`A product is to be created as inventory, and "${name}" does not count stock`,
		"Turn on 'Track quantity on hand' in QuickBooks (Settings > Account and settings > Sales; plans Plus and Advanced), or choose Non-Inventory as 'Product Type' in the mapping",
	);
}

function groupBySku(rows: readonly ItemRow[]): Map<string, ItemRow[]> {
	const groups = new Map<string, ItemRow[]>();
	for (const row of rows) {
		const sku = row.sku.toLowerCase();
		groups.set(sku, [...(groups.get(sku) ?? []), row]);
	}
	return groups;
}

function itemOf(row: ListRow): ItemRow {
	return {
		...row,
		sku: (textAt(row.json, 'Sku') ?? '').trim(),
		type: textAt(row.json, 'Type') ?? '',
		stockedFrom: textAt(row.json, 'InvStartDate')?.slice(0, 10),
	};
}

function one(rows: ItemRow[], sought: string): Sought<ItemRow> {
	const active = rows.filter((row) => row.active);
	const [row] = active;
	if (active.length > 1) {
		return refused(
			'ambiguous-item',
			`QuickBooks has several items with ${sought}: ${candidates(active)}`,
			'Leave the SKU or name to one of them, or make the others inactive',
		);
	}
	if (!row) {
		return refused(
			'inactive-item',
			`The item with ${sought} is inactive in QuickBooks: ${candidates(rows)}`,
			'Make the item active again, or change its SKU',
		);
	}
	if (row.type !== 'Group') return { state: 'found', row };
	return refused(
		'bundle-item',
		`The item with ${sought} is a bundle, and a bundle cannot be sold on one line`,
		'Give the SKU to a product or service instead of the bundle',
	);
}

function noSku({ name }: ItemReference): Sought<never> {
	return refused(
		'no-sku',
		`"${name}" has no SKU in Shopify, and items are found by SKU only`,
		"Give the product a SKU in Shopify, set 'Item Match' to SKU, then name, or name a 'Fallback Item'",
	);
}

function skuOf(reference: ItemReference): string {
	return (reference.sku ?? '').trim();
}

function namesOf(reference: ItemReference): string[] {
	return itemNames(reference.name, reference.sku ?? null);
}
