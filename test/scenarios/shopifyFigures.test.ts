import { mapRuns } from './lib/mapRuns.mts';
import { readScenarios, type Scenario } from './lib/scenario.mts';

type Json = Record<string, unknown>;

/** Golden files are written by our own code; Shopify's figures are read here from the facts alone. */
const scenarios = [...readScenarios('orders'), ...readScenarios('published')].filter(
	({ orders, refunds }) => orders.length === 1 && refunds.length === 0,
);

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

function units(amount: string, currency: string): number {
	const digits = { JPY: 0, KWD: 3 }[currency] ?? 2;
	return Math.round(Number(amount) * 10 ** digits);
}

/** Of an amount in two currencies, that of the document's. */
function amountIn(bag: unknown, currency: string): number | undefined {
	const sides = Object.values((bag ?? {}) as Record<string, Json>);
	const side = sides.find(({ currencyCode }) => currencyCode === currency);
	return side === undefined ? undefined : units(String(side.amount), currency);
}

/** Taxes of everything sold; those that a marketplace remits are not the merchant's. */
function taxOf(order: Json, currency: string): number {
	const sold = [
		...list(order.lineItems).flatMap((line) => [line, ...list(line.duties)]),
		...list(order.shippingLines).filter(({ isRemoved }) => isRemoved !== true),
		...list(order.additionalFees),
	];
	return sold
		.flatMap(({ taxLines }) => list(taxLines))
		.filter(({ channelLiable }) => channelLiable !== true && order.merchantOfRecordApp == null)
		.reduce((sum, { priceSet }) => sum + (amountIn(priceSet, currency) ?? 0), 0);
}

interface Sale {
	name: string;
	order: Json;
	document: { currency: string; taxTotal: string; source: { total: string } };
}

/** The first sale of every order that became a document of its own. */
function salesOf(scenario: Scenario): Sale[] {
	const documents = mapRuns(scenario).flatMap((run) => run.documents) as unknown as Array<
		Json & Sale['document'] & { source: Json }
	>;
	return scenario.orders[0].flatMap((fact) => {
		const order = fact as Json;
		const { myshopifyDomain } = order.shop as Json;
		const key = `${String(myshopifyDomain)}/Order/${String(order.legacyResourceId)}`;
		const document = documents.find((each) => each.key === key);
		return document === undefined ? [] : [{ name: scenario.name, order, document }];
	});
}

const sales = scenarios.flatMap(salesOf);

it('has the sales', () => {
	expect(sales.length).toBeGreaterThan(100);
});

it.each(sales.map((sale) => [sale.name, sale] as const))(
	"%s: the total is one of Shopify's own",
	(_name, { order, document: { currency, source } }) => {
		const totals = ['originalTotalPriceSet', 'totalPriceSet', 'currentTotalPriceSet'];
		const theirs = totals.map((field) => amountIn(order[field], currency));
		expect(theirs).toContain(units(source.total, currency));
	},
);

const untouched = sales.filter(
	({ order }) => order.edited !== true && list(order.agreements).length < 2,
);

it.each(untouched.map((sale) => [sale.name, sale] as const))(
	"%s: the tax is the sum of Shopify's tax lines",
	(_name, { order, document: { currency, taxTotal } }) => {
		expect(units(taxTotal, currency)).toBe(taxOf(order, currency));
	},
);
