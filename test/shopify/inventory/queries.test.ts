import { ShopifyStoreOAuth2Api } from '../../../credentials/ShopifyStoreOAuth2Api.credentials';
import * as inventory from '../../../nodes/shopify/inventory/queries';
import { MAX_QUERY_COST } from '../../../nodes/shopify/queries';
import { adminSchema } from '../adminSchema.mts';

const schema = adminSchema();
const locations = (count: number) =>
	Array.from({ length: count }, (_, index) => `gid://shopify/Location/${index + 1}`);

/** With the size of their first page, and how many of the ids of a first question count. */
const operations = [
	[inventory.LOCATIONS, inventory.LOCATIONS_PAGE],
	[inventory.VARIANTS_COUNT, 1],
	...[1, 3, 50].map((count) => [
		inventory.stockQuery(locations(count)),
		inventory.firstStockPage(count),
	]),
	[inventory.stockByIdQuery(locations(3)), 1],
	[inventory.CATALOGUE, inventory.CATALOGUE_PAGE],
	[inventory.RECENT_ORDERS, inventory.RECENT_ORDERS_PAGE],
	[inventory.ORDER_PIECES, 1],
	[inventory.MORE_ORDER_PIECES, inventory.MORE_LINES],
	[inventory.REFUND_PIECES, 1],
	[inventory.MORE_REFUND_PIECES, inventory.MORE_LINES],
	[inventory.SET_QUANTITIES, 1],
] as Array<[typeof inventory.LOCATIONS, number]>;

const documents: Array<[string, string]> = [
	...operations.map(([{ name, document }]): [string, string] => [name, document]),
	['bulk pieces', inventory.bulkPiecesDocument("updated_at:>='2026-10-01T04:00:00Z'")],
	['bulk stock', inventory.bulkStockDocument(locations(3))],
	['bulk catalogue', inventory.BULK_CATALOGUE],
];

it.each(documents)(
	'%s fits the published schema and uses nothing deprecated',
	(_name, document) => {
		expect(schema.errors(document)).toEqual([]);
		expect(schema.deprecated(document)).toEqual([]);
	},
);

it.each(operations.map(([operation, first]) => [operation.name, operation, first] as const))(
	'%s stays below the cost at which Shopify refuses a query, however it counts',
	(_name, { document, cost }, first) => {
		const worst = schema.cost(document, first);
		expect(worst).toBeLessThan(MAX_QUERY_COST);
		if (worst > 13) expect(cost).toBeGreaterThanOrEqual(worst);
	},
);

it('asks for no more ids at once than it can pay for, if Shopify counts those of every id', () => {
	const worst = (document: string, ids: number) => schema.cost(document, 1) * ids;
	for (const count of [1, 3, 50]) {
		const ids = inventory.firstStockIds(count);
		expect(ids).toBeGreaterThan(0);
		expect(worst(inventory.stockByIdQuery(locations(count)).document, ids)).toBeLessThan(
			MAX_QUERY_COST,
		);
	}
	expect(worst(inventory.ORDER_PIECES.document, inventory.FIRST_ORDERS)).toBeLessThan(
		MAX_QUERY_COST,
	);
	expect(worst(inventory.REFUND_PIECES.document, inventory.FIRST_REFUNDS)).toBeLessThan(
		MAX_QUERY_COST,
	);
});

it('selects for bulk with edges and node, and every id', () => {
	for (const [, document] of documents.slice(-2)) {
		expect(document).not.toMatch(/nodes|pageInfo|\$|first:/);
		expect(document.match(/edges \{ node \{ id\b/g)).toHaveLength(1);
	}
	const pieces = inventory.bulkPiecesDocument('x');
	expect(pieces).not.toMatch(/nodes|pageInfo|\$|first:/);
	expect(pieces.match(/edges \{ node \{ id\b/g)).toHaveLength(2);
});

it('always names the key, so that a write can be repeated, and never a way around the check', () => {
	expect(inventory.SET_QUANTITIES.document).toMatch(/@idempotent\(key: \$key\)/);
	expect(inventory.SET_QUANTITIES.document).not.toMatch(/ignoreCompareQuantity|null/);
});

it('reads with scopes that the consent page asks for', () => {
	const scope = new ShopifyStoreOAuth2Api().properties.find(({ name }) => name === 'scope');
	const asked = new Set(String(scope?.default).match(/read_\w+/g));
	for (const [name, document] of documents.filter(([, text]) => !text.startsWith('mutation'))) {
		for (const { typeName, offlineScopes } of schema.scopeSets(document)) {
			const granted = offlineScopes.some((one) => asked.has(one));
			expect([name, typeName, granted]).toEqual([name, typeName, true]);
		}
	}
});
