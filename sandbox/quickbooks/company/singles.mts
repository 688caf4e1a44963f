import type { Books } from './books.mts';
import { stale } from './faults.mts';
import { copy, isObject } from './json.mts';
import type { Json, Row } from './types.mts';

/** Preferences and CompanyInfo: one row each, held as plain JSON so that a test can change it. */

export function readSingle(books: Books, entity: 'Preferences' | 'CompanyInfo'): Row {
	return copy(entity === 'Preferences' ? books.preferences : books.info) as Row;
}

function merge(into: Json, from: Json): void {
	for (const [name, value] of Object.entries(from)) {
		const known = into[name];
		if (isObject(known) && isObject(value)) merge(known, value);
		else into[name] = copy(value);
	}
}

export function updateSingle(
	books: Books,
	entity: 'Preferences' | 'CompanyInfo',
	body: Json,
): Json {
	const row = entity === 'Preferences' ? books.preferences : books.info;
	if (body.SyncToken !== undefined && body.SyncToken !== row.SyncToken) throw stale();
	merge(row, body);
	row.SyncToken = String(Number(row.SyncToken) + 1);
	row.sparse = false;
	row.MetaData = { ...(row.MetaData as Json), LastUpdatedTime: books.store.timestamp() };
	return readSingle(books, entity);
}
