import type { ItemReference } from '../../accounting/documents';
import type { Answer, QuickBooksClient } from '../client';
import { type Json, textAt } from '../json';
import type { ItemMatch } from '../settings';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import { candidates, refused, type Sought, type Wish } from './sought';

export interface ItemRow extends ListRow {
	sku: string;
	type: string;
	/** YYYY-MM-DD, of stocked items only. */
	stockedFrom: string | undefined;
}

export class Items {
	private readonly table = new ListTable('Item', 'Name');

	constructor(private readonly match: ItemMatch) {}

	async load(
		client: QuickBooksClient,
		references: readonly ItemReference[],
	): Promise<Answer<undefined>> {
		const skus = this.match === 'name' ? [] : references.map(skuOf).filter((sku) => sku !== '');
		const bySku = await this.table.load(client, 'Sku', skus);
		if (bySku.kind !== 'done') return bySku;
		const rest = references.filter((reference) => this.bySku(skuOf(reference)).length === 0);
		return await this.table.load(client, 'Name', rest.flatMap(namesOf));
	}

	forget(name: string): void {
		this.table.forget('Name', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	find(reference: ItemReference, incomeId: () => string): Sought<ItemRow> {
		const sku = skuOf(reference);
		const bySku = this.match === 'name' || sku === '' ? [] : this.bySku(sku);
		if (bySku.length > 0) return one(bySku, `SKU "${sku}"`);
		if (this.match === 'sku' && sku === '' && reference.sku !== undefined) {
			return refused(
				'no-sku',
				`"${reference.name}" has no SKU in Shopify, and items are found by SKU only`,
				"Give the product a SKU in Shopify, or set 'Item Match' to SKU, then name",
			);
		}
		const byName = this.byName(reference);
		if (byName.length > 0) return one(byName, `name "${reference.name}"`);
		return { state: 'missing', wish: this.wish(reference, incomeId) };
	}

	private wish(reference: ItemReference, incomeId: () => string): Wish {
		const sku = skuOf(reference);
		const body = (name: string): Json => ({
			Name: name,
			...(sku === '' ? {} : { Sku: sku }),
			Type: reference.type,
			IncomeAccountRef: { value: incomeId() },
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
		return this.items().filter((row) => sku !== '' && sameName(row.sku, sku));
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
		return this.table.rows.map(itemOf).filter(({ type }) => type !== 'Category');
	}
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

function skuOf(reference: ItemReference): string {
	return (reference.sku ?? '').trim();
}

/** The name itself, then with the SKU, for products of one name and several SKUs. */
function namesOf(reference: ItemReference): string[] {
	const name = legalName(reference.name, NAME_LENGTHS.Item);
	const sku = skuOf(reference);
	if (sku === '') return [name];
	return [name, legalName(reference.name, NAME_LENGTHS.Item, ` (${legalName(sku, 40)})`)];
}
