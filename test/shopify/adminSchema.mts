import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
	buildClientSchema,
	getNamedType,
	isInterfaceType,
	isLeafType,
	isObjectType,
	isUnionType,
	parse,
	validate,
	type FieldNode,
	type GraphQLNamedType,
	type GraphQLSchema,
	type SelectionSetNode,
} from 'graphql/index.js';

interface Published {
	data: Parameters<typeof buildClientSchema>[0];
	offline_scopes: {
		items: Array<{ type: string; typeName: string; fieldName?: string; offlineScopes: string[] }>;
	};
}

/** Shopify's own description of the Admin API 2026-10, from its package @shopify/dev-mcp. */
export function adminSchema() {
	const folder = join(process.cwd(), 'node_modules/@shopify/dev-mcp/dist/data');
	const packed = readFileSync(join(folder, 'admin_2026-10.json.gz'));
	const published = JSON.parse(gunzipSync(packed).toString('utf8')) as Published;
	const schema = buildClientSchema(published.data);
	return {
		errors: (document: string) => validate(schema, parse(document)).map(({ message }) => message),
		cost: (document: string, first: number) => worstCost(schema, document, first),
		deprecated: (document: string) => deprecatedFields(schema, document),
		scopeSets: (document: string) => scopeSets(schema, document, published),
	};
}

type Visit = (type: GraphQLNamedType, field: FieldNode, deeper: () => number) => number;

/**
 * The most a query can cost by Shopify's documented rules: an object 1, a scalar nothing, the
 * dearest member of an interface, and everything below a list with `first` times its size.
 */
function worstCost(schema: GraphQLSchema, document: string, first: number): number {
	return walk(schema, document, (type, field, deeper) => {
		const size = field.arguments?.find(({ name }) => name.value === 'first')?.value;
		const times = size?.kind === 'IntValue' ? Number(size.value) : size ? first : 1;
		if (isLeafType(type)) return 0;
		// "nodes" and "edges" are the connection's own list: counted where `first` stands
		const own = field.name.value === 'nodes' || field.name.value === 'pageInfo' ? 0 : 1;
		return times > 1 || size ? 2 + times * (1 + deeper()) : own + deeper();
	});
}

function deprecatedFields(schema: GraphQLSchema, document: string): string[] {
	const found: string[] = [];
	walk(
		schema,
		document,
		(_type, field, deeper) => deeper() + 0 * field.name.value.length,
		(parent, name) => {
			const definition = 'getFields' in parent ? parent.getFields()[name] : undefined;
			if (definition && 'deprecationReason' in definition && definition.deprecationReason) {
				found.push(`${parent.name}.${name}`);
			}
		},
	);
	return found;
}

/** For each type that needs one: the scopes of which an app must have at least one. */
function scopeSets(schema: GraphQLSchema, document: string, { offline_scopes }: Published) {
	const types = new Set<string>();
	walk(schema, document, (type, _field, deeper) => {
		types.add(type.name);
		return deeper();
	});
	return offline_scopes.items
		.filter(({ type, typeName }) => type === 'type' && types.has(typeName))
		.map(({ typeName, offlineScopes }) => ({ typeName, offlineScopes }))
		.filter(({ offlineScopes }) => offlineScopes.length > 0);
}

function walk(
	schema: GraphQLSchema,
	document: string,
	visit: Visit,
	meet: (parent: GraphQLNamedType, field: string) => void = () => undefined,
): number {
	const inSelection = (parent: GraphQLNamedType, set: SelectionSetNode | undefined): number => {
		let sum = 0;
		let dearest = 0;
		for (const selection of set?.selections ?? []) {
			if (selection.kind === 'InlineFragment') {
				const member = schema.getType(selection.typeCondition?.name.value ?? parent.name)!;
				dearest = Math.max(dearest, inSelection(member, selection.selectionSet));
			} else if (selection.kind === 'Field' && selection.name.value !== '__typename') {
				meet(parent, selection.name.value);
				const type = fieldType(parent, selection.name.value);
				sum += visit(type, selection, () => inSelection(type, selection.selectionSet));
			}
		}
		return sum + dearest;
	};
	return parse(document).definitions.reduce((sum, definition) => {
		if (definition.kind !== 'OperationDefinition') return sum;
		return sum + inSelection(schema.getRootType(definition.operation)!, definition.selectionSet);
	}, 0);
}

function fieldType(parent: GraphQLNamedType, name: string): GraphQLNamedType {
	if (!isObjectType(parent) && !isInterfaceType(parent)) {
		throw new Error(`${parent.name} has no fields${isUnionType(parent) ? ' (a union)' : ''}`);
	}
	return getNamedType(parent.getFields()[name].type);
}
