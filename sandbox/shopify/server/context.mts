import type { ExecutionResult, GraphQLResolveInfo } from 'graphql/index.js';

import type { BulkOperations } from './bulk/operations.mts';
import type { StockLedger } from './inventory/mutations.mts';
import type { ShopData, ShopIndex } from './model.mts';
import type { AccessRule } from './schema.mts';
import type { SearchNote } from './search/match.mts';

/** What the resolvers of one request know. */
export interface ServerContext {
	shop: ShopData;
	/** Every object of the shop by its global id. */
	index: ShopIndex;
	access: ReadonlyMap<string, AccessRule>;
	/** The token's scopes; a write scope contains the read scope. */
	scopes: ReadonlySet<string>;
	/** The handles as they were granted. */
	grantedScopes: readonly string[];
	clientId: string;
	now: Date;
	/** IANA name of the shop's zone. */
	timeZone: string;
	bulkOperations: BulkOperations;
	stock: StockLedger;
	/** Runs a query without windows, for a bulk operation. */
	executeInBulk(query: string): ExecutionResult;
	/** In a bulk operation connections need no window and are whole. */
	bulk: boolean;
	/** Public apps get no names and addresses before Shopify's review. */
	protectedCustomerData: boolean;
	searchNotes: SearchNote[];
	documentedFilters(info: GraphQLResolveInfo): ReadonlySet<string>;
}

/** A row of the table of filters; its heading row has the type "type". */
const FILTER_ROW = /^\| (\w+) \|\s*(\w+)/gm;
const documented = new WeakMap<object, ReadonlySet<string>>();

/** The filter names in the published description of a field's `query` argument. */
export function documentedFilters(info: GraphQLResolveInfo): ReadonlySet<string> {
	const field = info.parentType.getFields()[info.fieldName];
	const known = documented.get(field);
	if (known) return known;
	const text = field.args.find(({ name }) => name === 'query')?.description ?? '';
	const rows = [...text.matchAll(FILTER_ROW)].filter(([, , type]) => type !== 'type');
	const names = new Set(rows.map(([, name]) => name).filter((name) => name !== 'default'));
	documented.set(field, names);
	return names;
}
