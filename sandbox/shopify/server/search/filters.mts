import { isObject, parseGid, valueAt } from '../model.mts';

export type FilterKind = 'id' | 'time' | 'text' | 'boolean' | 'number';

/** How one documented filter reads an object; several values match when any of them does. */
export interface Filter {
	kind: FilterKind;
	values(item: unknown, find: (id: unknown) => unknown): unknown[];
	/** Other values are answered with the warning "not an accepted value" and match nothing. */
	accepted?: readonly string[];
}

function filter(kind: FilterKind, ...paths: string[]): Filter {
	return { kind, values: (item) => paths.flatMap((path) => all(item, path.split('.'))) };
}

/** Follows a path through objects and lists. */
function all(value: unknown, path: string[]): unknown[] {
	if (Array.isArray(value)) return value.flatMap((inner: unknown) => all(inner, path));
	if (path.length === 0) return [value];
	return isObject(value) ? all(value[path[0]], path.slice(1)) : [];
}

const oneOf = (base: Filter, ...accepted: string[]): Filter => ({ ...base, accepted });
const ID = filter('id', 'id');
const UPDATED_AT = filter('time', 'updatedAt');
const CREATED_AT = filter('time', 'createdAt');
const TAG = filter('text', 'tags');

function orderStatus(item: unknown): string[] {
	const cancelled = Boolean(valueAt(item, 'cancelledAt'));
	const closed = Boolean(valueAt(item, 'closedAt'));
	const states = ['any'];
	if (cancelled) states.push('cancelled');
	if (closed) states.push('closed');
	else states.push('not_closed');
	if (!cancelled && !closed) states.push('open');
	return states;
}

const ORDER: Record<string, Filter> = {
	id: ID,
	created_at: CREATED_AT,
	updated_at: UPDATED_AT,
	processed_at: filter('time', 'processedAt'),
	name: filter('text', 'name'),
	test: filter('boolean', 'test'),
	status: {
		kind: 'text',
		values: orderStatus,
		// "any" is not among the documented values, but everybody sends it and it works.
		accepted: ['open', 'closed', 'cancelled', 'not_closed', 'any'],
	},
	financial_status: oneOf(
		filter('text', 'displayFinancialStatus'),
		...['paid', 'pending', 'authorized', 'partially_paid', 'partially_refunded'],
		...['refunded', 'voided', 'expired'],
	),
	fulfillment_status: filter('text', 'displayFulfillmentStatus'),
	return_status: filter('text', 'returnStatus'),
	gateway: filter('text', 'paymentGatewayNames'),
	payment_id: filter('text', 'transactions.paymentId'),
	source_name: filter('text', 'sourceName'),
	source_identifier: filter('text', 'sourceIdentifier'),
	po_number: filter('text', 'poNumber'),
	discount_code: filter('text', 'discountCodes'),
	confirmation_number: filter('text', 'confirmationNumber'),
	email: filter('text', 'email', 'customer.email', 'customer.defaultEmailAddress.emailAddress'),
	customer_id: filter('id', 'customer.id'),
	location_id: filter('id', 'retailLocation.id'),
	sku: filter('text', 'lineItems.sku'),
	tag: TAG,
	current_total_price: filter('number', 'currentTotalPriceSet.shopMoney.amount'),
	chargeback_status: filter('text', 'disputes.status'),
};

/** By the type of the connection's nodes. Documented filters that are not here are refused. */
export const FILTERS: Readonly<Record<string, Readonly<Record<string, Filter>>>> = {
	Order: ORDER,
	ShopifyPaymentsBalanceTransaction: {
		id: ID,
		processed_at: filter('time', 'transactionDate'),
		payout_date: {
			kind: 'time',
			values: (item, find) => [valueAt(find(valueAt(item, 'associatedPayout.id')), 'issuedAt')],
		},
		payments_transfer_id: filter('id', 'associatedPayout.id'),
		payout_status: filter('text', 'associatedPayout.status'),
		transaction_type: filter('text', 'type'),
		currency: filter('text', 'amount.currencyCode'),
	},
	ShopifyPaymentsPayout: {
		id: ID,
		issued_at: filter('time', 'issuedAt'),
		status: filter('text', 'status'),
		currency: filter('text', 'net.currencyCode'),
		amount: filter('number', 'net.amount'),
		ledger_type: filter('text', 'transactionType'),
		bank_account: filter('text', 'bankAccount.accountNumberLastDigits'),
	},
	ShopifyPaymentsDispute: {
		id: ID,
		initiated_at: filter('time', 'initiatedAt'),
		status: filter('text', 'status'),
	},
	Customer: {
		id: ID,
		updated_at: UPDATED_AT,
		customer_date: CREATED_AT,
		email: filter('text', 'email', 'defaultEmailAddress.emailAddress'),
		first_name: filter('text', 'firstName'),
		last_name: filter('text', 'lastName'),
		state: filter('text', 'state'),
		tag: TAG,
	},
	Product: {
		id: ID,
		created_at: CREATED_AT,
		updated_at: UPDATED_AT,
		title: filter('text', 'title'),
		handle: filter('text', 'handle'),
		status: filter('text', 'status'),
		vendor: filter('text', 'vendor'),
		product_type: filter('text', 'productType'),
		sku: filter('text', 'variants.sku'),
		variant_id: filter('id', 'variants.id'),
		gift_card: filter('boolean', 'isGiftCard'),
		tag: TAG,
	},
	ProductVariant: {
		id: ID,
		updated_at: UPDATED_AT,
		title: filter('text', 'title'),
		sku: filter('text', 'sku'),
		barcode: filter('text', 'barcode'),
		product_id: filter('id', 'product.id'),
		taxable: filter('boolean', 'taxable'),
		inventory_quantity: filter('number', 'inventoryQuantity'),
		vendor: filter('text', 'product.vendor'),
	},
	InventoryItem: { id: ID, sku: filter('text', 'sku'), updated_at: UPDATED_AT },
	InventoryLevel: {
		id: ID,
		inventory_item_id: filter('id', 'item.id'),
		updated_at: UPDATED_AT,
	},
	Location: {
		id: ID,
		location_id: ID,
		name: filter('text', 'name'),
		active: filter('text', 'isActive'),
		created_at: CREATED_AT,
		country: filter('text', 'address.country', 'address.countryCode'),
	},
	GiftCard: {
		id: ID,
		created_at: CREATED_AT,
		customer_id: filter('id', 'customer.id'),
		initial_value: filter('number', 'initialValue.amount'),
		status: {
			kind: 'text',
			values: (item) => [valueAt(item, 'enabled') === true ? 'enabled' : 'disabled'],
		},
	},
	BulkOperation: {
		id: ID,
		created_at: CREATED_AT,
		status: oneOf(
			filter('text', 'status'),
			...['canceled', 'canceling', 'completed', 'created', 'failed', 'running'],
		),
		operation_type: oneOf(filter('text', 'type'), 'query', 'mutation'),
	},
	SalesAgreement: { id: ID },
	Return: { status: filter('text', 'status') },
};

/** What a bare word is looked for in. */
export const DEFAULT_FIELDS: readonly string[] = ['name', 'title', 'sku', 'email', 'id'];

export function numberOfId(value: unknown): bigint | undefined {
	const text = parseGid(value)?.number ?? String(value);
	return /^\d+$/.test(text) ? BigInt(text) : undefined;
}
