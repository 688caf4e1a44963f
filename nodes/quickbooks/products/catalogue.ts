import type { BooksProduct, ItemAccount } from '../../accounting/products';
import type { Answer, QuickBooksClient } from '../client';
import { flagAt, type Json, textAt } from '../json';

/** The company's products and services, as they are and as far as a shop has the same. */
export interface Catalogue {
	items: BooksProduct[];
	/** All that QuickBooks gave, by id: an update sends it back. */
	rows: Map<string, Json>;
}

/** Reads all items but categories, inactive ones too; a thousand a call. */
export async function readCatalogue(client: QuickBooksClient): Promise<Answer<Catalogue>> {
	const answer = await client.rows('Item', 'Active IN (true, false)');
	if (answer.kind !== 'done') return answer;
	const rows = answer.value.filter((row) => textAt(row, 'Type') !== 'Category');
	const items = rows.flatMap((row) => itemOf(row) ?? []);
	const byId = new Map(rows.map((row) => [textAt(row, 'Id') ?? '', row]));
	return { kind: 'done', value: { items, rows: byId } };
}

/** @returns undefined where the row has no id. */
export function itemOf(row: Json): BooksProduct | undefined {
	const id = textAt(row, 'Id');
	if (id === undefined) return undefined;
	const sku = textAt(row, 'Sku')?.trim() ?? '';
	return {
		id,
		name: textAt(row, 'Name') ?? '',
		sku: sku === '' ? null : sku,
		type: textAt(row, 'Type') ?? '',
		active: row.Active === undefined || flagAt(row, 'Active'),
		parent: parentOf(row),
		price: textAt(row, 'UnitPrice') ?? null,
		priceIncludesTax: flagAt(row, 'SalesTaxIncluded'),
		cost: textAt(row, 'PurchaseCost') ?? null,
		description: textAt(row, 'Description') ?? '',
		income: accountAt(row, 'IncomeAccountRef'),
		expense: accountAt(row, 'ExpenseAccountRef'),
	};
}

/** "Shirts:Linen" of "Shirts:Linen:White". */
function parentOf(row: Json): string {
	const path = textAt(row, 'FullyQualifiedName') ?? '';
	return path.split(':').slice(0, -1).join(':');
}

function accountAt(row: Json, field: string): ItemAccount | null {
	const id = textAt(row, field, 'value');
	return id === undefined ? null : { id, name: textAt(row, field, 'name') ?? id };
}
