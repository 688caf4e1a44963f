import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import {
	buildClientSchema,
	getNamedType,
	isObjectType,
	type GraphQLNamedType,
	type GraphQLType,
	type GraphQLSchema,
	type IntrospectionQuery,
} from 'graphql/index.js';

export const API_VERSION = '2026-10';

/** What a type or a field asks of the token, as Shopify publishes it beside the schema. */
export interface AccessRule {
	/** "`read_orders` access scope or ...", as the error message words it. */
	requiredAccess: string;
	/** Any one of these opens it. */
	scopes: readonly string[];
}

export interface AdminSchema {
	schema: GraphQLSchema;
	/** By "Type" and by "Type.field". */
	access: ReadonlyMap<string, AccessRule>;
}

interface PublishedSchema {
	data: IntrospectionQuery;
	offline_scopes: {
		items: Array<{
			type: string;
			typeName: string;
			fieldName?: string;
			requiredAccess: string;
			offlineScopes: string[];
		}>;
	};
}

let loaded: AdminSchema | undefined;

/** Shopify's published Admin schema; unzipped and built once per process (a third of a second). */
export function adminSchema(): AdminSchema {
	loaded ??= load();
	return loaded;
}

function load(): AdminSchema {
	const published = JSON.parse(
		gunzipSync(readFileSync(schemaFile())).toString('utf8'),
	) as PublishedSchema;
	const access = new Map<string, AccessRule>();
	for (const item of published.offline_scopes.items) {
		if (item.offlineScopes.length === 0) continue;
		const key = item.type === 'field' ? `${item.typeName}.${item.fieldName}` : item.typeName;
		access.set(key, { requiredAccess: item.requiredAccess, scopes: item.offlineScopes });
	}
	return { schema: buildClientSchema(published.data, { assumeValid: true }), access };
}

function schemaFile(): string {
	const file = `node_modules/@shopify/dev-mcp/dist/data/admin_${API_VERSION}.json.gz`;
	for (let folder = process.cwd(); ; folder = dirname(folder)) {
		const path = join(folder, file);
		if (existsSync(path)) return path;
		if (folder === dirname(folder)) throw new Error(`Not found above ${process.cwd()}: ${file}`);
	}
}

export function isConnection(type: GraphQLNamedType): boolean {
	return isObjectType(type) && type.name.endsWith('Connection') && 'edges' in type.getFields();
}

/** The type of a connection's nodes; other types are their own. */
export function nodeType(type: GraphQLType): GraphQLNamedType {
	const named = getNamedType(type);
	if (!isObjectType(named) || !isConnection(named)) return named;
	const edge = getNamedType(named.getFields().edges.type);
	return isObjectType(edge) ? getNamedType(edge.getFields().node.type) : named;
}
