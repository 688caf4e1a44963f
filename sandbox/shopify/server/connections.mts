import type { GraphQLResolveInfo } from 'graphql/index.js';

import type { ServerContext } from './context.mts';
import { fieldError } from './errors.mts';
import { nodeType } from './schema.mts';
import { compileSearch } from './search/match.mts';
import { compareKeys, idOf, sorted, type Sorted, type SortValue } from './sort.mts';

const MAX_PAGE = 250;
const MAX_DEPTH = 25_000;

export interface ConnectionArguments {
	first?: number | null;
	last?: number | null;
	after?: string | null;
	before?: string | null;
	reverse?: boolean | null;
	sortKey?: string | null;
	query?: string | null;
}

interface Edge {
	cursor: string;
	node: unknown;
}

/** A page of plain objects as a Relay connection. */
export function connection(
	items: readonly unknown[],
	args: ConnectionArguments,
	context: ServerContext,
	info: GraphQLResolveInfo,
): object {
	if (!context.bulk) refuseBadWindow(args);
	const found = args.query ? search(items, args.query, context, info) : items;
	const type = nodeType(info.returnType).name;
	const order = args.sortKey ? sorted(found, type, args.sortKey) : found.map(unsorted);
	if (args.reverse) order.reverse();
	return context.bulk ? whole(order) : page(order, args);
}

/** Without a sort key the cursor is the place in the list. */
function unsorted(item: unknown, index: number): Sorted {
	return { item, id: idOf(item), value: index };
}

function refuseBadWindow({ first, last }: ConnectionArguments): void {
	const given = [first, last].filter((size) => size !== undefined && size !== null);
	if (given.length === 0) {
		throw fieldError('you must provide one of first or last', 'BAD_REQUEST');
	}
	if (given.length === 2) {
		throw fieldError('providing both first and last is not supported', 'BAD_REQUEST');
	}
	const name = first === given[0] ? 'first' : 'last';
	if (given[0] > MAX_PAGE) throw fieldError(`${name} cannot exceed ${MAX_PAGE}`, 'BAD_REQUEST');
	if (given[0] < 1) throw fieldError(`${name} must be greater than 0`, 'BAD_REQUEST');
}

/** The objects that match; ignored terms are noted for `extensions.search`. */
export function search(
	items: readonly unknown[],
	query: string,
	context: ServerContext,
	info: GraphQLResolveInfo,
): readonly unknown[] {
	const compiled = compileSearch(query, {
		type: searchedType(info),
		documented: context.documentedFilters(info),
		timeZone: context.timeZone,
		now: context.now,
		find: (id) => context.index.get(String(id)),
	});
	if (!compiled) return items;
	if (compiled.warnings.length > 0) {
		context.searchNotes.push({
			path: pathOf(info),
			query,
			parsed: compiled.parsed,
			warnings: compiled.warnings,
		});
	}
	const { searchIndex } = context.shop;
	return items.filter((item) => {
		const seen = searchIndex ? searchIndex.asIndexed(item as object, context.now.getTime()) : item;
		return seen !== undefined && compiled.matches(seen);
	});
}

/** "ordersCount" searches orders; a connection its nodes. */
function searchedType(info: GraphQLResolveInfo): string {
	const type = nodeType(info.returnType).name;
	if (type !== 'Count') return type;
	const plural = info.schema.getQueryType()?.getFields()[info.fieldName.replace(/Count$/, '')];
	return plural ? nodeType(plural.type).name : type;
}

export function pathOf(info: GraphQLResolveInfo): Array<string | number> {
	const path: Array<string | number> = [];
	for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at; at = at.prev) {
		path.unshift(at.key);
	}
	return path;
}

function whole(order: Sorted[]): object {
	return asConnection(order.map(edge), false, false);
}

function page(order: Sorted[], args: ConnectionArguments): object {
	const reverse = args.reverse ?? false;
	const after = args.after ? decodeCursor(args.after) : undefined;
	const before = args.before ? decodeCursor(args.before) : undefined;
	const direction = reverse ? -1 : 1;
	const start = after ? order.filter((one) => direction * compareKeys(one, after) <= 0).length : 0;
	const end = before
		? order.filter((one) => direction * compareKeys(one, before) < 0).length
		: order.length;
	const size = args.first ?? args.last ?? 0;
	const from = args.last ? Math.max(start, end - size) : start;
	const to = args.last ? end : Math.min(end, start + size);
	if (from >= MAX_DEPTH) {
		throw fieldError(`Pagination is limited to ${MAX_DEPTH} objects`, 'BAD_REQUEST');
	}
	const edges = order.slice(from, to).map(edge);
	return asConnection(edges, to < order.length, from > 0);
}

function asConnection(edges: Edge[], hasNextPage: boolean, hasPreviousPage: boolean): object {
	return {
		edges,
		nodes: edges.map(({ node }) => node),
		pageInfo: {
			hasNextPage,
			hasPreviousPage,
			startCursor: edges[0]?.cursor ?? null,
			endCursor: edges.at(-1)?.cursor ?? null,
		},
	};
}

function edge({ item, id, value }: Sorted): Edge {
	return { cursor: encodeCursor({ id, value }), node: item };
}

/** Shopify's cursors name the last object and its sort value: a page survives changes before it. */
function encodeCursor({ id, value }: { id: number; value: SortValue }): string {
	return Buffer.from(JSON.stringify({ last_id: id, last_value: value })).toString('base64');
}

function decodeCursor(cursor: string): { id: number; value: SortValue } {
	const text = Buffer.from(cursor, 'base64').toString('utf8');
	const match = /^\{"last_id":\d+,"last_value":(?:"[^"]*"|-?[\d.e+]+)\}$/.exec(text);
	if (!match) throw fieldError('Invalid cursor for current pagination sort.', 'BAD_REQUEST');
	const { last_id: id, last_value: value } = JSON.parse(text) as {
		last_id: number;
		last_value: SortValue;
	};
	return { id, value };
}
