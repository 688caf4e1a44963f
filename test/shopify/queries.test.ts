import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import type { CustomerView } from '../../nodes/shopify/orderSelection';
import * as details from '../../nodes/shopify/detailQueries';
import * as payments from '../../nodes/shopify/payments/queries';
import * as looks from '../../nodes/shopify/polling/lookQueries';
import * as queries from '../../nodes/shopify/queries';
import { adminSchema } from './adminSchema.mts';

const schema = adminSchema();
const views: CustomerView[] = ['full', 'name', 'id', 'none'];
const search = `processed_at:>='2026-10-01T04:00:00Z' "quoted" \\ test:false`;

const operations = [
	queries.SHOP,
	queries.ORDERS_COUNT,
	queries.ORDER_LINE_ITEMS,
	queries.ORDER_SHIPPING_LINES,
	queries.ORDER_TRANSACTIONS,
	queries.ORDER_AGREEMENT,
	details.DETAILS,
	details.REFUND_DATES,
	...Object.entries(details.CONNECTIONS_OF).flatMap(([type, connections]) =>
		connections.map((connection) => details.moreDetails(type, connection)),
	),
	queries.BULK_RUN,
	queries.BULK_STATE,
	...views.flatMap((view) => [
		queries.ordersQuery(view),
		queries.orderQuery(view),
		queries.ordersByIdQuery(view),
	]),
];
const { BALANCE_TRANSACTION, PAYOUT, DISPUTES, ACCOUNTS, FIRST_PAGE } = payments;
/** With the size of their first page. */
const paymentsOperations = [
	[ACCOUNTS, 1],
	...[true, false].flatMap((inEntity) => [
		[
			payments.balanceTransactionsQuery(inEntity, BALANCE_TRANSACTION),
			FIRST_PAGE.balanceTransactions,
		],
		[payments.balanceTransactionsQuery(inEntity, looks.ROW_SIGNS), looks.LOOK_PAGE.rows],
		[payments.payoutsQuery(inEntity, PAYOUT), FIRST_PAGE.payouts],
		[payments.payoutsQuery(inEntity, looks.PAYOUT_SIGNS), looks.LOOK_PAGE.payouts],
	]),
	[DISPUTES, FIRST_PAGE.disputes],
	[looks.balanceLook(['payouts', 'rows', 'disputes']), 1],
	[looks.balanceLook(['payouts']), 1],
	[looks.balanceLook(['disputes']), 1],
	[looks.MORE_DISPUTE_SIGNS, looks.LOOK_PAGE.disputes],
	[looks.ORDER_LOOK, looks.LOOK_PAGE.orders],
	[looks.NEWEST_ORDERS, 10],
	[looks.paymentsById('ShopifyPaymentsBalanceTransaction'), 1],
	[looks.paymentsById('ShopifyPaymentsPayout'), 1],
	[looks.paymentsById('ShopifyPaymentsDispute'), 1],
] as Array<[typeof ACCOUNTS, number]>;
const documents: Array<[string, string]> = [
	...paymentsOperations.map(([{ name, document }]): [string, string] => [name, document]),
	...operations.map(({ name, document }): [string, string] => [name, document]),
	...views.map((view): [string, string] => [
		`bulk with customer: ${view}`,
		queries.bulkOrdersDocument(search, view),
	]),
];

it.each(documents)(
	'%s fits the published schema and uses nothing deprecated',
	(_name, document) => {
		expect(schema.errors(document)).toEqual([]);
		expect(schema.deprecated(document)).toEqual([]);
	},
);

it.each(operations.map((operation) => [operation.name, operation] as const))(
	'%s stays below the cost at which Shopify refuses a query, however it counts',
	(_name, { document, cost }) => {
		const worst = schema.cost(document, queries.FIRST.orders);
		expect(worst).toBeLessThan(queries.MAX_QUERY_COST);
		if (worst > 12) expect(cost).toBeGreaterThanOrEqual(worst);
	},
);

it.each(
	paymentsOperations.map(([operation, first]) => [operation.name, operation, first] as const),
)('%s stays below that cost with its first page', (_name, { document, cost }, first) => {
	const worst = schema.cost(document, first);
	expect(worst).toBeLessThan(queries.MAX_QUERY_COST);
	if (worst > 12) expect(cost).toBeGreaterThanOrEqual(worst);
});

it('selects for bulk by edges and node, at most five connections, no deeper than two, with ids', () => {
	const document = queries.bulkOrdersDocument(search, 'full');
	expect(document).not.toMatch(/nodes|pageInfo|\$|first:/);
	expect(document.match(/edges/g)).toHaveLength(5);
	expect(document.match(/edges \{ node \{\s+(__typename )?id\b/g)).toHaveLength(5);
});

it('asks the consent page for a scope of every type that is read', () => {
	const scope = new ShopifyStoreOAuth2Api().properties.find(({ name }) => name === 'scope');
	const asked = new Set(String(scope?.default).match(/read_\w+/g));
	for (const [, document] of documents) {
		for (const { typeName, offlineScopes } of schema.scopeSets(document)) {
			expect([typeName, offlineScopes.some((one) => asked.has(one))]).toEqual([typeName, true]);
		}
	}
});
