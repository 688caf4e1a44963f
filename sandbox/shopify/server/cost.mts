import {
	getNamedType,
	isAbstractType,
	isLeafType,
	type DocumentNode,
	type FieldNode,
	type GraphQLNamedType,
	type GraphQLSchema,
	type OperationDefinitionNode,
	type SelectionNode,
} from 'graphql/index.js';

import { isConnection, nodeType } from './schema.mts';
import { collect, selectionsOf, sizeArgument, walkOf, type Walk } from './selections.mts';

export const MAX_QUERY_COST = 1000;

/** Objects that Shopify's own figures show to be free. */
const FREE = new Set(['MoneyBag', 'MoneyV2', 'PageInfo', 'Weight', 'InventoryItemMeasurement']);
const COUNT_COST = 10;
const MUTATION_COST = 10;

/**
 * How much a connection of n nodes weighs. The documentation says "sized by first"; the size that
 * the live API charges grows with the logarithm: 1, 3, 4, 7, 9, 11 for 1, 5, 10, 50, 100, 250.
 */
export function connectionSize(n: number): number {
	return Math.max(1, Math.floor(weight(n)));
}

const weight = (n: number) => 2 * Math.log(n);

export interface CostedQuery {
	schema: GraphQLSchema;
	document: DocumentNode;
	operation: OperationDefinitionNode;
	variables: Readonly<Record<string, unknown>>;
}

/** With data, nulls and empty lists cost nothing and connections what they hold. */
type CostWalk = Walk & { actual: boolean };

/** `requestedQueryCost`: from the query alone, before it runs. */
export function requestedCost(query: CostedQuery): number {
	return Math.ceil(operationCost(query, undefined, false));
}

/** `actualQueryCost`: the same from the answer; never more than what was asked. */
export function actualCost(query: CostedQuery, data: unknown): number {
	return Math.min(requestedCost(query), Math.round(operationCost(query, data, true)));
}

function operationCost(query: CostedQuery, data: unknown, actual: boolean): number {
	const walk = { ...walkOf(query.schema, query.document, query.variables), actual };
	const root = query.schema.getRootType(query.operation.operation);
	if (!root) return 0;
	const { selections } = query.operation.selectionSet;
	if (query.operation.operation !== 'mutation') {
		return selectionCost(walk, root, selections, data);
	}
	let cost = 0;
	for (const [key, nodes] of collect(walk, root, selections).get(root.name) ?? []) {
		cost += MUTATION_COST + payloadCost(walk, root, nodes, at(data, key));
	}
	return cost;
}

/** A mutation's payload and the objects in it are in its ten points; what they hold is not. */
function payloadCost(
	walk: CostWalk,
	root: GraphQLNamedType,
	nodes: readonly FieldNode[],
	data: unknown,
): number {
	const payload = fieldType(root, nodes[0].name.value);
	if (!payload) return 0;
	let cost = 0;
	for (const [key, fields] of collect(walk, payload, selectionsOf(nodes)).get(payload.name) ?? []) {
		const type = fieldType(payload, fields[0].name.value);
		if (!type || isLeafType(type)) continue;
		const value = at(data, key);
		const items = Array.isArray(value) ? (value as unknown[]) : [value];
		if (walk.actual && (value === null || items.length === 0)) continue;
		cost += selectionCost(walk, type, selectionsOf(fields), items[0]);
	}
	return cost;
}

/** An interface or union costs its most expensive possibility. */
function selectionCost(
	walk: CostWalk,
	type: GraphQLNamedType,
	selections: readonly SelectionNode[],
	data: unknown,
): number {
	let own = 0;
	const others: number[] = [];
	for (const [typeName, fields] of collect(walk, type, selections)) {
		const fieldsType = walk.schema.getType(typeName);
		let cost = 0;
		for (const [key, nodes] of fields) cost += fieldCost(walk, fieldsType, nodes, at(data, key));
		if (typeName === type.name) own += cost;
		else others.push(cost);
	}
	if (others.length === 0) return own;
	return own + (isAbstractType(type) ? Math.max(...others) : others.reduce((a, b) => a + b));
}

function fieldCost(
	walk: CostWalk,
	parent: GraphQLNamedType | undefined,
	nodes: readonly FieldNode[],
	data: unknown,
): number {
	const type = parent && fieldType(parent, nodes[0].name.value);
	if (!type || isLeafType(type)) return 0;
	if (walk.actual && (data === null || data === undefined)) return 0;
	const selections = selectionsOf(nodes);
	if (isConnection(type)) return connectionCost(walk, type, nodes[0], selections, data);
	if (type.name === 'Count') return COUNT_COST;
	const items = Array.isArray(data) ? (data as unknown[]) : [data];
	if (walk.actual && items.length === 0) return 0;
	const own = FREE.has(type.name) ? 0 : 1;
	return own + Math.max(...items.map((item) => selectionCost(walk, type, selections, item)));
}

/** Two for the connection, and the nodes by their size; "nodes" and "edges" both count. */
function connectionCost(
	walk: CostWalk,
	type: GraphQLNamedType,
	node: FieldNode,
	selections: readonly SelectionNode[],
	data: unknown,
): number {
	const asked = sizeArgument(walk, node);
	if (asked === 0) return 2;
	let cost = 2;
	for (const [key, fields] of collect(walk, type, selections).get(type.name) ?? []) {
		const name = fields[0].name.value;
		if (name !== 'nodes' && name !== 'edges') continue;
		const inner = selectionsOf(fields);
		const target = name === 'nodes' ? inner : nodeSelections(inner);
		if (target.length === 0) continue;
		const one = (item: unknown) => 1 + selectionCost(walk, nodeType(type), target, item);
		if (!walk.actual) {
			cost += connectionSize(asked) * one(undefined);
			continue;
		}
		const list = at(data, key);
		const items = Array.isArray(list) ? (list as unknown[]) : [];
		const held = items.map((item) => one(name === 'edges' ? at(item, 'node') : item));
		const share = asked < 2 ? 1 : Math.min(1, weight(asked) / asked);
		const total = held.reduce((a, b) => a + b, 0) * share;
		if (items.length > 0) cost += Math.max(1, total);
	}
	return cost;
}

function nodeSelections(selections: readonly SelectionNode[]): SelectionNode[] {
	return selections.flatMap((selection) =>
		selection.kind === 'Field' && selection.name.value === 'node' ? selectionsOf([selection]) : [],
	);
}

function fieldType(parent: GraphQLNamedType, name: string): GraphQLNamedType | undefined {
	if (!('getFields' in parent)) return undefined;
	const field = parent.getFields()[name];
	return field && 'args' in field ? getNamedType(field.type) : undefined;
}

function at(data: unknown, key: string): unknown {
	return typeof data === 'object' && data !== null
		? (data as Record<string, unknown>)[key]
		: undefined;
}
