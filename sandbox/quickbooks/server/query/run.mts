import { compareScalars, satisfies, valueOf } from './compare.mts';
import { invalidQuery } from './errors.mts';
import { parseQuery, type Predicate, type Query } from './parse.mts';
import { entityNamed, filterable, hidesInactive, type Property } from './properties.mts';

type Row = Record<string, unknown>;

/** Where a query reads from. */
export interface QuerySource {
	/** Stored rows that are wanted, inactive ones included, in the order of creation. */
	where(entity: string, wanted: (row: Row) => boolean): Row[];
	/** 'YYYY-MM-DD' for CURRENT_DATE. */
	today(): string;
}

/** The `QueryResponse` object: empty when there is no row, `totalCount` alone for count(*). */
export function runQuery(statement: string, source: QuerySource): Row {
	const query = parseQuery(statement);
	const entity = entityNamed(query.entity);
	if (!entity) throw invalidQuery(`invalid context declaration: ${query.entity}`);
	const found = matching(query, entity, source);
	if (query.select === 'count') return { totalCount: found.length };
	const sorted = inOrder(found, query, entity);
	const page = sorted.slice(query.startPosition - 1, query.startPosition - 1 + query.maxResults);
	if (page.length === 0) return {};
	return {
		[entity]: query.select === 'all' ? page : page.map((row) => projected(row, query.select)),
		startPosition: query.startPosition,
		maxResults: page.length,
	};
}

function matching(query: Query, entity: string, source: QuerySource): Row[] {
	const where = query.where.map((predicate) => ({
		predicate,
		property: property(entity, predicate.property),
	}));
	for (const {
		predicate,
		property: { name, type },
	} of where)
		checkOperator(predicate, name, type);
	const namesActive = where.some(({ property: { name } }) => name === 'Active');
	const today = source.today();
	return source.where(
		entity,
		(row) =>
			(namesActive || !hidesInactive(entity) || row.Active !== false) &&
			where.every(({ predicate, property }) => satisfies(row, property, predicate, today)),
	);
}

function property(entity: string, name: string): Property {
	const found = filterable(entity, name);
	if (!found) throw invalidQuery(`property '${name}' is not queryable`);
	return found;
}

/** Ids are compared by = and IN only, LIKE is for text. */
function checkOperator({ operator }: Predicate, name: string, type: Property['type']): void {
	const allowed = {
		id: ['=', 'IN'],
		ref: ['=', 'IN'],
		boolean: ['=', 'IN'],
		text: ['=', 'IN', 'LIKE', '<', '>', '<=', '>='],
		address: ['=', 'IN', 'LIKE', '<', '>', '<=', '>='],
		number: ['=', 'IN', '<', '>', '<=', '>='],
		date: ['=', 'IN', '<', '>', '<=', '>='],
		dateTime: ['=', 'IN', '<', '>', '<=', '>='],
	}[type];
	if (!allowed.includes(operator)) {
		throw invalidQuery(`operator ${operator} is not supported for property '${name}'`);
	}
}

function inOrder(rows: Row[], { orderBy }: Query, entity: string): Row[] {
	if (orderBy.length === 0) return scattered(rows);
	const keys = orderBy.map(({ property: name, descending }) => ({
		property: property(entity, name),
		sign: descending ? -1 : 1,
	}));
	return [...rows].sort((left, right) => {
		for (const { property: key, sign } of keys) {
			const order = compareScalars(valueOf(left, key), valueOf(right, key));
			if (order !== 0) return order * sign;
		}
		return 0;
	});
}

/**
 * Without ORDERBY QuickBooks answers in an order of its own (in recorded traffic a vendor list starts
 * with Id 56): last updated first, so that a client that pages without ORDERBY is found out.
 */
function scattered(rows: Row[]): Row[] {
	const updated = { name: 'MetaData.LastUpdatedTime', type: 'dateTime' } as const;
	return [...rows]
		.reverse()
		.sort((left, right) => compareScalars(valueOf(right, updated), valueOf(left, updated)));
}

/**
 * The reference says that projections are not supported; recorded traffic shows them answered with
 * sparse rows that carry the named properties and the Id.
 */
function projected(row: Row, select: string[] | 'all' | 'count'): Row {
	if (!Array.isArray(select) || select.includes('*')) return row;
	const heads = select.map((name) => name.split('.')[0].toLowerCase());
	const kept = Object.entries(row).filter(
		([key]) => ['domain', 'Id'].includes(key) || heads.includes(key.toLowerCase()),
	);
	return { ...Object.fromEntries(kept), sparse: true };
}
