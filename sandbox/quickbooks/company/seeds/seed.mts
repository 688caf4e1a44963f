import type { Books } from '../books.mts';
import type { CompanyKind, Json, Row } from '../types.mts';
import { CHART } from './chart.mts';
import { seedLists } from './lists.mts';
import { settingsOf } from './settings.mts';
import { seedTaxes } from './taxes.mts';

/** Writes through the company, so that a seed obeys the same rules as a client. */
export interface Writer {
	create(entity: string, body: Json): Json;
}

function seedChart(writer: Writer): void {
	const ids = new Map<string, string>();
	for (const [path, type, subType] of CHART) {
		const parent = path.includes(':') ? ids.get(path.slice(0, path.lastIndexOf(':'))) : undefined;
		const row = writer.create('Account', {
			Name: path.slice(path.lastIndexOf(':') + 1),
			AccountType: type,
			...(subType === undefined ? {} : { AccountSubType: subType }),
			...(parent === undefined ? {} : { ParentRef: { value: parent } }),
		}) as Row;
		ids.set(path, row.Id);
	}
}

export function seed(books: Books, writer: Writer): void {
	const kind: CompanyKind = books.kind;
	const settings = settingsOf(kind, books.store.timestamp());
	books.info = settings.info;
	books.preferences = settings.preferences;
	seedChart(writer);
	seedTaxes(books, kind);
	seedLists(books, writer, kind);
}
