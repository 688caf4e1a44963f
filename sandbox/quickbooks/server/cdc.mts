import { QuickBooksFault } from '../company/fault.mts';
import type { CompanyBooks, Json } from '../company/types.mts';
import { missingParameter } from './faults.mts';
import { invalidQuery } from './query/errors.mts';
import { entityNamed } from './query/properties.mts';

const MAX_OBJECTS = 1000;
const LOOK_BACK_DAYS = 30;
/** Entities that change data capture does not know. */
const NOT_CAPTURED = [
	'TaxCode',
	'TaxRate',
	'TaxAgency',
	'InventoryAdjustment',
	'CompanyInfo',
	'ExchangeRate',
];

/**
 * GET /cdc?entities=A,B&changedSince=ISO: one QueryResponse per entity, in the order asked, with the
 * deleted rows after the living ones; 1000 objects over all, and no word when there are more.
 */
export function changedData(books: CompanyBooks, query: URLSearchParams, now: Date): Json[] {
	const names = (query.get('entities') ?? '').split(',').filter((name) => name.trim() !== '');
	if (names.length === 0) throw missingParameter('entities');
	const entities = names.map(captured);
	const changes = books.changes(changedSince(query.get('changedSince'), now));
	let room = MAX_OBJECTS;
	return entities.map((entity) => {
		const rows = changes
			.filter((change) => change.entity === entity)
			.map(({ row }) => row)
			.slice(0, room);
		room -= rows.length;
		return rows.length === 0 ? {} : { [entity]: rows, startPosition: 1, maxResults: rows.length };
	});
}

function captured(name: string): string {
	const entity = entityNamed(name.trim());
	if (!entity || NOT_CAPTURED.includes(entity)) {
		throw invalidQuery(`invalid context declaration: ${name.trim()}`);
	}
	return entity;
}

function changedSince(text: string | null, now: Date): Date {
	if (!text) throw missingParameter('changedSince');
	const since = new Date(text);
	if (Number.isNaN(since.getTime())) throw dateFault('2060', 'Invalid date format', text);
	if (now.getTime() - since.getTime() > LOOK_BACK_DAYS * 86_400_000) {
		throw dateFault('2070', 'Date range is invalid', text);
	}
	return since;
}

function dateFault(code: string, message: string, value: string): QuickBooksFault {
	return new QuickBooksFault({
		code,
		message,
		detail: `changedSince must be an ISO 8601 time of the last ${LOOK_BACK_DAYS} days. Supplied value:${value}`,
		element: 'changedSince',
	});
}
