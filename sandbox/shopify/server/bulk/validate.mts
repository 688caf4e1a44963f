import {
	getNamedType,
	getNullableType,
	isListType,
	Kind,
	parse,
	TypeInfo,
	validate,
	visit,
	visitWithTypeInfo,
	type DocumentNode,
	type FieldNode,
	type GraphQLSchema,
} from 'graphql/index.js';

import { rewordValidation } from '../errors.mts';
import { isConnection } from '../schema.mts';

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;
const MAX_BYTES = 65_535;

/** What Shopify says of a bulk query that it refuses (texts captured live); empty when it may run. */
export function refuseBulkQuery(schema: GraphQLSchema, query: string): string[] {
	const bytes = Buffer.byteLength(query);
	if (bytes > MAX_BYTES) {
		return [`Query is too large (${bytes} bytes; maximum is ${MAX_BYTES} bytes)`];
	}
	const document = tryParse(query);
	if (typeof document === 'string') return [`Invalid bulk query: ${document}`];
	const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
	if (operation?.operation !== 'query') {
		return ['Invalid operation type. Only `query` operations are supported.'];
	}
	// Connections have no window in a bulk query, but everything else must fit the schema.
	const errors = validate(schema, document);
	if (errors.length > 0) {
		return errors.map((error) => `Invalid bulk query: ${rewordValidation(error).message}`);
	}
	return structure(schema, document);
}

function tryParse(query: string): DocumentNode | string {
	try {
		return parse(query);
	} catch (error) {
		if (query.trim() === '') return 'syntax error, unexpected end of file';
		return error instanceof Error ? error.message.replace(/^Syntax Error: /, 'syntax error, ') : '';
	}
}

interface Found {
	name: string;
	/** Connections above it. */
	depth: number;
	selectsNodes: boolean;
	withinList: boolean;
	/** Name of the connection above, when its node does not select a plain `id`. */
	parentWithoutId: string | undefined;
}

function structure(schema: GraphQLSchema, document: DocumentNode): string[] {
	const connections = findConnections(schema, document);
	const problems: string[] = [];
	for (const name of topLevelNodes(document)) {
		problems.push(`Bulk queries cannot contain a top level \`${name}\` field.`);
	}
	if (connections.length === 0) problems.push('Bulk queries must contain at least one connection.');
	const withNodes = connections.filter(({ selectsNodes }) => selectsNodes).map(({ name }) => name);
	if (withNodes.length > 0) {
		problems.push(
			`All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${withNodes[0]} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${withNodes.join("', '")}'.`,
		);
	}
	if (connections.some(({ depth }) => depth > MAX_DEPTH)) {
		problems.push(
			`Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`,
		);
	}
	if (connections.length > MAX_CONNECTIONS) {
		problems.push(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`);
	}
	const orphans = connections.flatMap(({ parentWithoutId }) => parentWithoutId ?? []);
	if (orphans.length > 0) {
		problems.push(
			`The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${[...new Set(orphans)].join(', ')}.`,
		);
	}
	if (connections.some(({ withinList }) => withinList)) {
		problems.push(
			'Queries that contain a connection field within a list field are not currently supported.',
		);
	}
	return problems;
}

function topLevelNodes(document: DocumentNode): string[] {
	const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
	return (operation?.selectionSet.selections ?? []).flatMap((selection) =>
		selection.kind === Kind.FIELD && ['node', 'nodes'].includes(selection.name.value)
			? [selection.name.value]
			: [],
	);
}

interface Level {
	node: FieldNode;
	connection: boolean;
	list: boolean;
}

/** Fragments are looked at where they are written, not where they are spread. */
function findConnections(schema: GraphQLSchema, document: DocumentNode): Found[] {
	const types = new TypeInfo(schema);
	const stack: Level[] = [];
	const found: Found[] = [];
	const enter = (node: FieldNode): undefined => {
		const type = types.getType();
		const named = type ? getNamedType(type) : undefined;
		const connection = named !== undefined && isConnection(named);
		if (connection) found.push(describe(node, stack));
		// A connection's own "edges" is a list, but the one that it is made of.
		const inside = stack.at(-1)?.connection && ['edges', 'nodes'].includes(node.name.value);
		const list = type !== undefined && type !== null && isListType(getNullableType(type));
		stack.push({ node, connection, list: list && !inside });
	};
	const leave = (): undefined => {
		stack.pop();
	};
	visit(document, visitWithTypeInfo(types, { Field: { enter, leave } }));
	return found;
}

function describe(node: FieldNode, above: readonly Level[]): Found {
	const connections = above.filter(({ connection }) => connection);
	const parent = connections.at(-1)?.node;
	return {
		name: node.name.value,
		depth: connections.length,
		selectsNodes: fieldsOf(node).some(({ name }) => name.value === 'nodes'),
		withinList: above.some(({ list }) => list),
		parentWithoutId: parent && !selectsId(parent) ? parent.name.value : undefined,
	};
}

function selectsId(connection: FieldNode): boolean {
	return fieldsOf(connection)
		.flatMap(fieldsOf)
		.filter(({ name }) => name.value === 'node')
		.flatMap(fieldsOf)
		.some(({ name, alias }) => name.value === 'id' && !alias);
}

function fieldsOf(node: FieldNode): FieldNode[] {
	return (node.selectionSet?.selections ?? []).filter((one) => one.kind === Kind.FIELD);
}
