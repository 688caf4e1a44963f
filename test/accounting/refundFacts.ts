import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import {
	refundToRefundReceipt,
	type RefundOutcome,
} from '../../nodes/accounting/refundToRefundReceipt';

type Json = Record<string, unknown>;

/** Shopify's money of a shop whose customers pay in its own currency. */
export function money(amount: string, currencyCode = 'USD'): Json {
	const side = { amount, currencyCode };
	return { shopMoney: side, presentmentMoney: side };
}

const shirt = { id: 'gid://shopify/LineItem/1', sku: 'LS-1', name: 'Linen Shirt' };
const salesTax = (amount: string) => ({
	title: 'Sales Tax',
	rate: 0.08,
	channelLiable: false,
	priceSet: money(amount),
});

export function transaction(kind: string, amount: string, more: Json = {}): Json {
	return {
		id: `gid://shopify/OrderTransaction/${kind === 'SALE' ? 1 : 2}`,
		kind,
		status: 'SUCCESS',
		gateway: 'shopify_payments',
		formattedGateway: 'Shopify Payments',
		test: false,
		processedAt: kind === 'SALE' ? '2026-10-05T15:04:00Z' : '2026-10-12T14:30:00Z',
		amountSet: money(amount),
		...more,
	};
}

/** Lines of a refund: so many shirts for so much, with so much tax. */
export function shirts(quantity: number, subtotal: string, tax: string, more: Json = {}): Json {
	return {
		quantity,
		restockType: 'RETURN',
		restocked: true,
		lineItem: { id: shirt.id },
		subtotalSet: money(subtotal),
		totalTaxSet: money(tax),
		...more,
	};
}

/** One shirt given back, 21.60. */
export function refundOf(number: number, more: Json = {}): Json {
	return {
		id: `gid://shopify/Refund/${number}`,
		legacyResourceId: String(number),
		createdAt: '2026-10-12T14:30:00Z',
		processedAt: '2026-10-12T14:30:00Z',
		note: null,
		return: null,
		refundLineItems: [shirts(1, '20.0', '1.6')],
		refundShippingLines: [],
		duties: [],
		orderAdjustments: [],
		transactions: [transaction('REFUND', '21.6')],
		...more,
	};
}

/** Three shirts of 20.00 and 5.00 shipping with 5.20 of tax, paid 70.20; no agreements. */
export function orderWith(refunds: Json[], more: Json = {}): Json {
	return {
		id: 'gid://shopify/Order/1',
		legacyResourceId: '1',
		name: '#1',
		processedAt: '2026-10-05T15:04:00Z',
		test: false,
		displayFinancialStatus: 'PARTIALLY_REFUNDED',
		currencyCode: 'USD',
		presentmentCurrencyCode: 'USD',
		taxesIncluded: false,
		shop: { myshopifyDomain: 'demo.myshopify.com', ianaTimezone: 'America/New_York' },
		totalPriceSet: money('70.2'),
		lineItems: [
			{
				...shirt,
				quantity: 3,
				isGiftCard: false,
				variant: { id: 'gid://shopify/ProductVariant/1' },
				product: { id: 'gid://shopify/Product/1' },
				originalTotalSet: money('60.0'),
				discountAllocations: [],
				taxLines: [salesTax('4.8')],
			},
		],
		shippingLines: [
			{
				title: 'Standard',
				isRemoved: false,
				discountedPriceSet: money('5.0'),
				taxLines: [salesTax('0.4')],
			},
		],
		transactions: [transaction('SALE', '70.2')],
		refunds,
		...more,
	};
}

export function itemWith(refund: Json, more: Json = {}): Json {
	return { ...orderWith([refund], more), refund };
}

export const mapRefund = (item: unknown, settings: SalesReceiptSettings = {}): RefundOutcome =>
	refundToRefundReceipt(item, salesReceiptPolicy(settings));

/** "documents 21.60", "skipped pending", "problem malformed-refund: what". */
export function told(outcome: RefundOutcome): string {
	switch (outcome.kind) {
		case 'documents':
			return `documents ${outcome.documents.map(({ total }) => total).join(', ')}`;
		case 'skipped':
			return `skipped ${outcome.skip.code}`;
		case 'problem':
			return `problem ${outcome.problem.code}: ${outcome.problem.what}`;
	}
}

export function documentsOf(outcome: RefundOutcome) {
	return outcome.kind === 'documents' ? outcome.documents : [];
}
