import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import type { CustomerView } from '../../nodes/shopify/orderSelection';
import * as details from '../../nodes/shopify/detailQueries';
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
const documents: Array<[string, string]> = [
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
