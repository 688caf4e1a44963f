import type { Problem } from '../accounting/problems';
import { type ProductAccounts, type ProductRow, whereOf } from '../accounting/products';
import {
	type AccountSettings,
	type Catalogue,
	createAccounts,
	createItems,
	updateItems,
	type WrittenItem,
} from '../quickbooks/products';
import type { Session } from '../quickbooks/session';

/** Writes the rows that are to be created or updated: accounts first, then items in batches. */
export async function write(
	session: Session,
	rows: readonly ProductRow[],
	catalogue: Catalogue,
	settings: AccountSettings,
): Promise<Map<ProductRow, WrittenItem>> {
	const open = rows.filter(({ status }) => status === 'Create' || status === 'Update');
	const used = new Set(open.flatMap(rolesOf));
	const { ids, problems } = await createAccounts(session, settings, used);
	const results = new Map<ProductRow, WrittenItem>();
	const ready = open.filter((row) => {
		const problem = rolesOf(row).flatMap((role) => problems.get(role) ?? [])[0];
		if (problem !== undefined) results.set(row, refused(row, problem));
		return problem === undefined;
	});
	const news = ready
		.filter(({ status }) => status === 'Create')
		.map((row) => ({ row, values: row.values, otherName: row.otherName, where: nameOf(row) }));
	for (const [{ row }, result] of await createItems(session, news, ids)) results.set(row, result);
	const changes = ready
		.filter(({ status }) => status === 'Update')
		.map((row) => ({ row, id: row.item?.id ?? '', values: row.values, where: nameOf(row) }));
	const updated = await updateItems(session, changes, catalogue.rows, ids);
	for (const [{ row }, result] of updated) results.set(row, result);
	return results;
}

function rolesOf({ values }: ProductRow): ReadonlyArray<keyof ProductAccounts> {
	return values.accounts ?? [];
}

function refused(row: ProductRow, problem: Problem): WrittenItem {
	return { ok: false, problem: { ...problem, where: nameOf(row) } };
}

function nameOf({ product, sku }: ProductRow): string {
	return whereOf({ name: product, sku });
}
