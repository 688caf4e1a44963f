/** Small Shopify orders for tests of the mapping, with agreements as Shopify keeps them. */

export type Json = Record<string, unknown>;

/** An amount in the shop's currency, and in the customer's where that is another one. */
export type Two = readonly [shop: string, presentment?: string];

export interface Currencies {
	shop: string;
	presentment: string;
}

export const USD: Currencies = { shop: 'USD', presentment: 'USD' };

export function bag({ shop, presentment }: Currencies, [own, other = own]: Two): Json {
	return {
		shopMoney: { amount: own, currencyCode: shop },
		presentmentMoney: { amount: other, currencyCode: presentment },
	};
}

export interface SaleOf {
	lineType?: string;
	quantity?: number | null;
	total: Two;
	tax?: Two;
	discount?: Two;
	line?: string;
}

export const TAX = { title: 'Sales Tax', rate: 0.2, channelLiable: false };

export function sale(currencies: Currencies, row: SaleOf): Json {
	const { lineType = 'PRODUCT', quantity = 1, total, tax, discount, line = '1' } = row;
	const hasLine = ['PRODUCT', 'GIFT_CARD', 'TIP'].includes(lineType);
	return {
		lineType,
		quantity,
		totalAmount: bag(currencies, total),
		...(discount ? { totalDiscountAmountBeforeTaxes: bag(currencies, discount) } : {}),
		taxes: tax ? [{ amount: bag(currencies, tax), taxLine: TAX }] : [],
		...(hasLine ? { lineItem: { id: `gid://shopify/LineItem/${line}` } } : {}),
	};
}

export interface AgreementOf {
	id?: string;
	at: string;
	reason?: string;
	refund?: string;
	return?: string;
	sales: SaleOf[];
}

export function agreement(currencies: Currencies, row: AgreementOf): Json {
	return {
		id: `gid://shopify/SalesAgreement/${row.id ?? '1'}`,
		reason: row.reason ?? 'ORDER',
		happenedAt: row.at,
		...(row.refund ? { refund: { id: `gid://shopify/Refund/${row.refund}` } } : {}),
		...(row.return ? { return: { id: `gid://shopify/Return/${row.return}` } } : {}),
		sales: row.sales.map((each) => sale(currencies, each)),
	};
}

export interface TransactionOf {
	id?: string;
	at: string;
	amount: Two;
	kind?: string;
	status?: string;
	gateway?: string;
	name?: string;
	payout?: Json | null;
}

export function transaction(currencies: Currencies, row: TransactionOf): Json {
	const gateway = row.gateway ?? 'shopify_payments';
	return {
		id: `gid://shopify/OrderTransaction/${row.id ?? '1'}`,
		kind: row.kind ?? 'SALE',
		status: row.status ?? 'SUCCESS',
		gateway,
		formattedGateway: row.name ?? gateway,
		test: false,
		processedAt: row.at,
		amountSet: bag(currencies, row.amount),
		...(row.payout === undefined ? {} : { payout: row.payout }),
	};
}

export interface RefundOf {
	id: string;
	at: string;
	transactions: TransactionOf[];
	lines?: Array<{ line: string; quantity: number; subtotal: Two; tax?: Two; restock?: string }>;
}

export function refund(currencies: Currencies, row: RefundOf): Json {
	return {
		id: `gid://shopify/Refund/${row.id}`,
		legacyResourceId: row.id,
		createdAt: row.at,
		processedAt: row.at,
		note: null,
		return: null,
		refundLineItems: (row.lines ?? []).map(({ line, quantity, subtotal, tax, restock }) => ({
			lineItem: { id: `gid://shopify/LineItem/${line}` },
			quantity,
			restockType: restock ?? 'RETURN',
			subtotalSet: bag(currencies, subtotal),
			totalTaxSet: bag(currencies, tax ?? ['0.0']),
		})),
		refundShippingLines: [],
		duties: [],
		orderAdjustments: [],
		transactions: row.transactions.map((each) =>
			transaction(currencies, { kind: 'REFUND', ...each }),
		),
	};
}

export interface OrderOf {
	id?: string;
	currencies?: Currencies;
	at?: string;
	total?: Two;
	agreements?: AgreementOf[];
	transactions?: TransactionOf[];
	refunds?: RefundOf[];
	lines?: Array<{
		id: string;
		name?: string;
		sku?: string | null;
		quantity: number;
		gift?: boolean;
	}>;
	changes?: Json;
}

export const NOON = '2026-10-05T16:00:00Z';

/** #1001: one lamp of 40.00 with 8.00 tax, paid at noon in New York. */
export function shopOrder(of: OrderOf = {}): Json {
	const currencies = of.currencies ?? USD;
	const id = of.id ?? '5001';
	const total = of.total ?? ['48.0', '43.2'];
	const at = of.at ?? NOON;
	const lamp: SaleOf = { total, tax: ['8.0', '7.2'] };
	const lines = of.lines ?? [{ id: '1', quantity: 1 }];
	return {
		id: `gid://shopify/Order/${id}`,
		legacyResourceId: id,
		name: `#${id.slice(1)}`,
		processedAt: at,
		test: false,
		displayFinancialStatus: 'PAID',
		currencyCode: currencies.shop,
		presentmentCurrencyCode: currencies.presentment,
		taxesIncluded: false,
		shop: { myshopifyDomain: 'demo.myshopify.com', ianaTimezone: 'America/New_York' },
		customer: { displayName: 'Ada Quill', email: 'ada@example.com' },
		totalPriceSet: bag(currencies, total),
		lineItems: lines.map(({ id: line, name, sku, quantity, gift }) => ({
			id: `gid://shopify/LineItem/${line}`,
			name: name ?? 'Lamp',
			sku: sku === undefined ? 'LAMP' : sku,
			quantity,
			isGiftCard: gift ?? false,
			variant: { id: 'gid://shopify/ProductVariant/1' },
			product: { id: 'gid://shopify/Product/1' },
			originalTotalSet: bag(currencies, ['40.0', '36.0']),
			discountAllocations: [],
			taxLines: [{ ...TAX, priceSet: bag(currencies, ['8.0', '7.2']) }],
			duties: [],
		})),
		shippingLines: [],
		transactions: (of.transactions ?? [{ at, amount: total }]).map((each) =>
			transaction(currencies, each),
		),
		agreements: (of.agreements ?? [{ at, sales: [lamp] }]).map((each) =>
			agreement(currencies, each),
		),
		refunds: (of.refunds ?? []).map((each) => refund(currencies, each)),
		...of.changes,
	};
}

/** The item of one of an order's refunds. */
export function refundItem(order: Json, id: string): Json {
	const refunds = order.refunds as Json[];
	return { ...order, refund: refunds.find((each) => each.legacyResourceId === id) };
}
