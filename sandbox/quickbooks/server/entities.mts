import type { CompanyBooks, Json } from '../company/types.mts';
import { invalidId, missingParameter, unsupported } from './faults.mts';
import { entityNamed } from './query/properties.mts';
import type { QuerySource } from './query/run.mts';

/** A write as it arrives, by URL or as an item of a batch. */
export interface Write {
	entity: string;
	/** From ?operation= or the item's operation; absent: the body's Id decides. */
	operation?: string;
	/** From ?include= or the item's optionsData. */
	include: string[];
	body: Json;
}

/** SalesReceipt, Payment and BillPayment are voided by an update that includes 'void'. */
const VOIDED_BY_UPDATE = ['SalesReceipt', 'Payment', 'BillPayment', 'Invoice'];
/** Single rows of a company, which queries can read as if they were tables. */
const SINGLE_ROWS = ['CompanyInfo', 'Preferences'];
const READ_ONLY = ['TaxCode', 'TaxRate'];

/** Performs a write; the answer is the row, or the deletion's receipt. */
export function write(books: CompanyBooks, { entity, operation, include, body }: Write): Json {
	const options = { include };
	const voids = include.some((option) => option.toLowerCase() === 'void');
	// A rate has no Id: the day's rate is set by posting it, as a client's "update" or without a name.
	if (entity === 'ExchangeRate') return books.create(entity, body, options);
	switch (operation ?? (body.Id === undefined ? 'create' : 'update')) {
		case 'create':
			if (READ_ONLY.includes(entity)) throw unsupported(`/${entity.toLowerCase()}`);
			return books.create(entity, body, options);
		case 'update':
			if (!voids) return books.update(entity, body, options);
			if (!VOIDED_BY_UPDATE.includes(entity)) {
				throw unsupported(`/${entity.toLowerCase()}?include=void`);
			}
			return books.void(entity, body);
		case 'delete':
			return books.remove(entity, body);
		case 'void':
			if (entity !== 'Invoice') throw unsupported(`/${entity.toLowerCase()}?operation=void`);
			return books.void(entity, body);
		default:
			throw unsupported(`/${entity.toLowerCase()}?operation=${operation}`);
	}
}

/** GET /{entity}/{id} @throws QuickBooksFault 2030 for an id that is no number, 610 for a missing row. */
export function read(books: CompanyBooks, entity: string, id: string): Json {
	if (!/^\d+$/.test(id) && !(entity === 'TaxCode' && /^(TAX|NON)$/.test(id))) throw invalidId(id);
	return books.read(entity, id);
}

/** GET /exchangerate?sourcecurrencycode=EUR&asofdate=2026-01-31 */
export function exchangeRate(books: CompanyBooks, query: URLSearchParams, today: string): Json {
	const currency = query.get('sourcecurrencycode');
	if (!currency) throw missingParameter('sourcecurrencycode');
	return books.exchangeRate(currency, query.get('asofdate') ?? today);
}

/** The rows that the query language reads. */
export function querySource(books: CompanyBooks, today: () => string): QuerySource {
	return {
		today,
		where: (entity, wanted) =>
			SINGLE_ROWS.includes(entity)
				? [books.read(entity, '')].filter(wanted)
				: books.where(entity, wanted),
	};
}

/** The entity of a path segment: 'salesreceipt' -> 'SalesReceipt'. */
export function entityOfPath(segment: string): string | undefined {
	return entityNamed(segment);
}
