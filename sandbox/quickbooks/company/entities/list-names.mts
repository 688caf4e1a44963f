import type { Books } from '../books.mts';
import { duplicateName, invalidText, missing, tooDeep } from '../faults.mts';
import { refId, text } from '../json.mts';
import type { Json, Row } from '../types.mts';

/** Rules of names that Account, Item, Class, Department and the party lists share. */

const CONTROL = /[:\t\n\r]/;

export function needName(body: Json, forbidden = CONTROL, field = 'Name'): string {
	const name = text(body, field)?.trim();
	if (name === undefined || name === '') throw missing(field);
	if (forbidden.test(name)) {
		throw invalidText(field, `${field} must not contain a colon, double quote, tab or new line`);
	}
	return name;
}

export function needUniqueName(
	books: Books,
	entities: string[],
	same: (row: Row) => boolean,
	self: { entity: string; id: string },
	detail: string,
): void {
	for (const entity of entities) {
		const other = books.store
			.table(entity)
			.values()
			.find(
				(row) =>
					row.Active !== false && !(entity === self.entity && row.Id === self.id) && same(row),
			);
		if (other !== undefined) throw duplicateName(detail);
	}
}

export const equalNames = (a: unknown, b: unknown): boolean =>
	String(a).toLowerCase() === String(b).toLowerCase();

/** The path of names from the top, and how deep it is; 6180 beyond five levels. */
export function placeInTree(
	books: Books,
	entity: string,
	body: Json,
	name: string,
	selfId?: string,
): { fullName: string; level: number; parentId?: string } {
	const parent = books.resolve(entity, body, 'ParentRef');
	if (parent === undefined) return { fullName: name, level: 0 };
	if (parent.Id === selfId) throw invalidText('ParentRef', 'A row cannot be its own parent');
	const path = String(parent.FullyQualifiedName);
	const level = path.split(':').length;
	if (level > 4) throw tooDeep();
	return { fullName: `${path}:${name}`, level, parentId: parent.Id };
}

/** Renames an inactive row "X (deleted)", which frees its name, and takes that back again. */
export function nameForActive(name: string, active: boolean): string {
	const plain = name.replace(/ \(deleted\)$/, '');
	return active ? plain : `${plain} (deleted)`;
}

export function isActive(body: Json): boolean {
	return body.Active !== false;
}

export function currencyOf(books: Books, body: Json, previous?: Row): string {
	return refId(previous, 'CurrencyRef') ?? refId(body, 'CurrencyRef') ?? books.homeCurrency;
}
