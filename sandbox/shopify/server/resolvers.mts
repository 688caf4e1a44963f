import {
	getNamedType,
	getNullableType,
	isListType,
	type GraphQLFieldResolver,
	type GraphQLResolveInfo,
	type GraphQLTypeResolver,
} from 'graphql/index.js';

import { checkAccess, checkObjectAccess, isVisible } from './access.mts';
import { cancelBulkOperation, runBulkQuery } from './bulk/mutations.mts';
import { connection, search, type ConnectionArguments } from './connections.mts';
import type { ServerContext } from './context.mts';
import { fieldError } from './errors.mts';
import { SandboxGap } from './gap.mts';
import { isObject, parseGid, typeNameOf, valueAt, type ShopObject } from './model.mts';
import { INVENTORY_PROPERTIES } from './inventory/properties.mts';
import { updateItem } from './inventory/updateItem.mts';
import { isConnection, nodeType } from './schema.mts';

type Arguments = Record<string, unknown>;
type Special = (
	source: ShopObject,
	args: Arguments,
	context: ServerContext,
	info: GraphQLResolveInfo,
) => unknown;

const COUNT_LIMIT = 25_001;

/** Fields that need more than a property of the same name, by "Type.field". */
const SPECIAL: Readonly<Record<string, Special>> = {
	'QueryRoot.node': (_source, { id }, context) => nodeById(id, context),
	'QueryRoot.nodes': (_source, { ids }, context) =>
		(ids as unknown[]).map((id) => nodeById(id, context)),
	'QueryRoot.currentAppInstallation': (_source, _args, context) => ({
		id: 'gid://shopify/AppInstallation/1',
		accessScopes: context.grantedScopes.map((handle) => ({ handle, description: handle })),
		app: { id: 'gid://shopify/App/1', title: 'Sandbox app', apiKey: context.clientId },
	}),
	'QueryRoot.bulkOperation': (_source, { id }, context) => {
		const operation = context.bulkOperations.poll(String(id));
		if (!operation) throw fieldError(`Invalid id: ${String(id)}`, 'RESOURCE_NOT_FOUND');
		return operation;
	},
	'QueryRoot.bulkOperations': (_source, _args, context) => context.bulkOperations.pollAll(),
	'QueryRoot.currentBulkOperation': (_source, _args, context) =>
		context.bulkOperations.pollAll().at(-1) ?? null,
	'QueryRoot.businessEntity': (_source, { id }, context) =>
		id ? byId('BusinessEntity', id, context) : context.shop.businessEntities[0],
	'Mutation.bulkOperationRunQuery': (_source, args, context) => runBulkQuery(args, context),
	'Mutation.bulkOperationCancel': (_source, { id }, context) =>
		cancelBulkOperation(String(id), context),
	'Mutation.inventorySetQuantities': (_source, args, context, info) =>
		context.stock.set(args, context, info),
	'Mutation.inventoryAdjustQuantities': (_source, args, context, info) =>
		context.stock.adjust(args, context, info),
	'Mutation.inventoryItemUpdate': (_source, args, context) => updateItem(args, context),
	'QueryRoot.inventoryProperties': () => INVENTORY_PROPERTIES,
	'QueryRoot.locations': (_source, { includeInactive }, { shop }) =>
		shop.locations.filter((one) => includeInactive || valueAt(one, 'isActive') !== false),
	'ProductVariant.productVariantComponents': ({ productVariantComponents }) =>
		list(productVariantComponents),
	'Order.shippingLines': ({ shippingLines }, { includeRemovals }) =>
		list(shippingLines).filter((line) => includeRemovals || valueAt(line, 'isRemoved') !== true),
	'InventoryLevel.quantities': ({ quantities }, { names }) =>
		list(quantities).filter((one) => (names as unknown[]).includes(valueAt(one, 'name'))),
	'InventoryItem.inventoryLevel': ({ inventoryLevels }, { locationId }) =>
		list(inventoryLevels).find((level) => valueAt(level, 'location.id') === locationId) ?? null,
	'ShopifyPaymentsAccount.balanceTransactions': ({ balanceTransactions }, { hideTransfers }) =>
		hideTransfers
			? list(balanceTransactions).filter((row) => valueAt(row, 'sourceType') !== 'TRANSFER')
			: balanceTransactions,
	'ShopifyPaymentsAccount.payouts': ({ payouts }, { transactionType }) =>
		transactionType
			? list(payouts).filter((one) => valueAt(one, 'transactionType') === transactionType)
			: payouts,
};

/** Resolves every field of the schema: by its own rule above, else by the property of its name. */
export const fieldResolver: GraphQLFieldResolver<unknown, ServerContext, Arguments> = (
	source,
	args,
	context,
	info,
) => {
	checkAccess(info, context);
	const value = readValue(isObject(source) ? source : {}, args, context, info);
	if (Array.isArray(value) && isConnection(getNamedType(info.returnType))) {
		const visible = (value as unknown[]).filter((item) => isVisible(item, context));
		return connection(visible, args as ConnectionArguments, context, info);
	}
	if (isListType(getNullableType(info.returnType)) && Array.isArray(value)) {
		const first = typeof args.first === 'number' ? args.first : value.length;
		return (value as unknown[]).slice(0, first);
	}
	return isVisible(value, context) ? value : null;
};

function readValue(
	source: ShopObject,
	args: Arguments,
	context: ServerContext,
	info: GraphQLResolveInfo,
): unknown {
	const special = SPECIAL[`${info.parentType.name}.${info.fieldName}`];
	if (special) return special(source, args, context, info);
	if (info.parentType.name === 'Mutation') {
		throw new SandboxGap(`The sandbox does not know the mutation ${info.fieldName} yet`);
	}
	if (info.parentType.name === 'QueryRoot') return rootValue(args, context, info);
	const value = source[info.fieldName];
	if (value === undefined && nodeType(info.returnType).name === 'Count') {
		return count(list(source[info.fieldName.replace(/Count$/, '')]).length);
	}
	return value;
}

/** A list of the shop, its count, or one of its objects by id. */
function rootValue(args: Arguments, context: ServerContext, info: GraphQLResolveInfo): unknown {
	const roots = context.shop as unknown as ShopObject;
	if (info.fieldName in roots && info.fieldName !== 'truth') return roots[info.fieldName];
	const type = nodeType(info.returnType);
	if (type.name === 'Count') return rootCount(args, context, info);
	if ('id' in args) return args.id === null ? null : byId(type.name, args.id, context);
	throw new SandboxGap(`The sandbox does not know the query ${info.fieldName} yet`);
}

function rootCount(args: Arguments, context: ServerContext, info: GraphQLResolveInfo): object {
	const name = info.fieldName.replace(/Count$/, '');
	const roots = context.shop as unknown as ShopObject;
	if (!(name in roots)) throw new SandboxGap(`The sandbox does not know ${info.fieldName} yet`);
	const visible = list(roots[name]).filter((item) => isVisible(item, context));
	const query = typeof args.query === 'string' ? args.query : '';
	const found = query ? search(visible, query, context, info) : visible;
	return count(found.length, typeof args.limit === 'number' ? args.limit : COUNT_LIMIT);
}

function count(exact: number, limit = COUNT_LIMIT): object {
	return exact > limit
		? { count: limit, precision: 'AT_LEAST' }
		: { count: exact, precision: 'EXACT' };
}

function nodeById(id: unknown, context: ServerContext): unknown {
	const found = context.index.get(checkedGid(id)) ?? null;
	checkObjectAccess(found, 'node', context);
	return isVisible(found, context) ? found : null;
}

/** Null for an id that does not exist; an error for the id of another type, as the live API does. */
function byId(type: string, id: unknown, context: ServerContext): unknown {
	const gid = checkedGid(id);
	if (parseGid(gid)?.type !== type) throw fieldError(`Invalid id: ${gid}`, 'RESOURCE_NOT_FOUND');
	return context.index.get(gid) ?? null;
}

function checkedGid(id: unknown): string {
	if (!parseGid(id)) {
		throw fieldError(`Invalid global id '${String(id)}'`, 'argumentLiteralsIncompatible');
	}
	return String(id);
}

function list(value: unknown): unknown[] {
	return Array.isArray(value) ? (value as unknown[]) : [];
}

export const typeResolver: GraphQLTypeResolver<unknown, ServerContext> = (
	value,
	_context,
	info,
) => {
	const name = typeNameOf(value);
	if (name === undefined) {
		throw new SandboxGap(`An object under ${info.fieldName} has no __typename and no global id`);
	}
	return name;
};
