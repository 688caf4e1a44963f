import type { GraphQLResolveInfo } from 'graphql/index.js';

import type { ServerContext } from './context.mts';
import { accessDenied } from './errors.mts';
import { isObject, typeNameOf } from './model.mts';
import { nodeType, type AccessRule } from './schema.mts';

/** Without read_all_orders an app sees the orders of this many days; older ones are absent. */
const RECENT_DAYS = 60;
const DAY = 86_400_000;

/**
 * Payouts and balance transactions need a scope of their own; the published rules name only the
 * account's, the REST documentation names this one.
 */
const PAYOUT_RULE: AccessRule = {
	requiredAccess: '`read_shopify_payments_payouts` access scope.',
	scopes: ['read_shopify_payments_payouts', 'read_shopify_payments'],
};
const INFERRED: Readonly<Record<string, AccessRule>> = {
	ShopifyPaymentsPayout: PAYOUT_RULE,
	ShopifyPaymentsBalanceTransaction: PAYOUT_RULE,
};

/** Names and addresses: level 2 of protected customer data. */
const PROTECTED = new Set(
	['email', 'firstName', 'lastName', 'displayName', 'phone', 'defaultEmailAddress']
		.concat(['defaultPhoneNumber', 'defaultAddress', 'addresses', 'addressesV2'])
		.map((field) => `Customer.${field}`)
		.concat(['Order.email', 'Order.phone', 'Order.billingAddress', 'Order.shippingAddress']),
);

/** A write scope contains the read scope of the same name. */
export function effectiveScopes(granted: readonly string[]): Set<string> {
	return new Set(granted.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
}

/** @throws GraphQLError ACCESS_DENIED when the token lacks the scope of the field or its type. */
export function checkAccess(info: GraphQLResolveInfo, context: ServerContext): void {
	const field = `${info.parentType.name}.${info.fieldName}`;
	if (!context.protectedCustomerData && PROTECTED.has(field)) {
		throw accessDenied(
			info.fieldName,
			'This app is not approved to access this field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.',
		);
	}
	const type = nodeType(info.returnType).name;
	for (const rule of [context.access.get(field), INFERRED[type] ?? context.access.get(type)]) {
		if (rule && !allows(rule, context)) throw accessDenied(info.fieldName, rule.requiredAccess);
	}
}

/** For `node(id)`, whose type is known only when the object is found. */
export function checkObjectAccess(value: unknown, fieldName: string, context: ServerContext): void {
	const type = typeNameOf(value) ?? '';
	const rule = INFERRED[type] ?? context.access.get(type);
	if (rule && !allows(rule, context)) throw accessDenied(fieldName, rule.requiredAccess);
}

function allows(rule: AccessRule, context: ServerContext): boolean {
	return rule.scopes.some((scope) => context.scopes.has(scope));
}

/** False for an order that is too old for this token. */
export function isVisible(value: unknown, context: ServerContext): boolean {
	if (context.scopes.has('read_all_orders') || typeNameOf(value) !== 'Order') return true;
	if (!isObject(value)) return true;
	const created = Date.parse(String(value.createdAt));
	return context.now.getTime() - created <= RECENT_DAYS * DAY;
}
