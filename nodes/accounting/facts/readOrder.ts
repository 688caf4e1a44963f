import { minorDigits } from '../currencies';
import type { ShipTo } from '../documents';
import type { BooksCurrency } from '../policy';
import type { Outcome, Problem } from '../problems';
import { agreements, terms } from './readAgreements';
import { Fields, Findings, isRecord } from './fields';
import { inTime } from './inTime';
import { taxLine, transaction } from './readParts';
import { refund } from './readRefund';
import type {
	DiscountFacts,
	FeeFacts,
	LineItemFacts,
	OrderFacts,
	ShippingLineFacts,
} from './order';

/**
 * Checks that an n8n item is a Shopify order as Shopify Records gives it, and takes from it what the
 * books need. One currency of the two that Shopify gives is booked; the order's facts are in that one.
 */
export function readOrder(
	item: unknown,
	booksCurrency: BooksCurrency = 'Shop Currency',
): Outcome<OrderFacts> {
	if (!isRecord(item)) return refuse('An item', 'The item is not a Shopify order');
	const where = orderLabel(item);
	const side = booksCurrency === 'Customer Currency' ? 'presentmentMoney' : 'shopMoney';
	const field = side === 'shopMoney' ? 'currencyCode' : 'presentmentCurrencyCode';
	const currency = item[field];
	if (typeof currency !== 'string') {
		return refuse(where, `The order cannot be read: '${field}' must be a text`);
	}
	if (minorDigits(currency) === undefined) return { ok: false, problem: unknown(where, currency) };
	const findings = new Findings();
	const facts = orderFacts(new Fields(item, '', findings, currency, side), currency);
	if (findings.first !== undefined) {
		return refuse(where, `The order cannot be read: ${findings.first}`);
	}
	return { ok: true, value: facts };
}

/** "Order #1001", as messages name an item that claims to be one. */
export function orderLabel(item: unknown): string {
	const name = isRecord(item) ? (item.name ?? item.id) : undefined;
	return typeof name === 'string' && name !== '' ? `Order ${name}` : 'An order without a name';
}

function orderFacts(order: Fields, currency: string): OrderFacts {
	return {
		id: order.text('id'),
		legacyId: order.text('legacyResourceId'),
		name: order.text('name'),
		shop: shopOf(order.nested('shop')),
		processedAt: order.text('processedAt'),
		createdAt: order.optionalText('createdAt'),
		updatedAt: order.optionalText('updatedAt'),
		cancelled: order.has('cancelledAt'),
		edited: order.optionalFlag('edited') ?? false,
		test: order.flag('test'),
		financialStatus: order.optionalText('displayFinancialStatus'),
		currency,
		shopCurrency: order.text('currencyCode'),
		presentmentCurrency: order.optionalText('presentmentCurrencyCode') ?? currency,
		taxesIncluded: order.flag('taxesIncluded'),
		dutiesIncluded: order.optionalFlag('dutiesIncluded') ?? false,
		soldByMarketplace: order.has('merchantOfRecordApp'),
		customer: customerOf(order),
		shipTo: shipToOf(order),
		total: order.amount('totalPriceSet'),
		tips: order.optionalMoney('totalTipReceivedSet'),
		duties: order.optionalMoney('originalTotalDutiesSet'),
		additionalFees: order.optionalMoney('originalTotalAdditionalFeesSet'),
		cashRounding: cashRoundingOf(order),
		lineItems: order.list('lineItems').map(lineItem),
		shippingLines: order.list('shippingLines').map(shippingLine),
		feeLines: order.optionalList('additionalFees').map((fee) => feeLine(fee, fee.text('name'))),
		transactions: inTime(
			order.list('transactions').map(transaction),
			({ processedAt }) => processedAt ?? order.text('processedAt'),
		),
		agreements: agreements(order),
		refunds: inTime(order.optionalList('refunds').map(refund), ({ processedAt }) => processedAt),
		check: {
			originalTotal: order.moneyIfPresent('originalTotalPriceSet'),
			currentTotal: order.moneyIfPresent('currentTotalPriceSet'),
			currentTax: order.moneyIfPresent('currentTotalTaxSet'),
		},
		terms: terms(order),
		poNumber: order.optionalText('poNumber'),
	};
}

function shopOf(shop: Fields): OrderFacts['shop'] {
	return { domain: shop.text('myshopifyDomain'), timeZone: shop.text('ianaTimezone') };
}

/** Null for guests and at the till; name and e-mail are null without access to protected data. */
function customerOf(order: Fields): OrderFacts['customer'] {
	if (!order.has('customer')) return { name: null, email: null };
	const customer = order.nested('customer');
	return { name: customer.optionalText('displayName'), email: customer.optionalText('email') };
}

/** The customer's address; at the till the goods were handed over in the shop. */
function shipToOf(order: Fields): ShipTo | null {
	if (order.has('shippingAddress')) return addressOf(order.nested('shippingAddress'));
	if (!order.has('retailLocation')) return null;
	const location = order.nested('retailLocation');
	return location.has('address') ? addressOf(location.nested('address')) : null;
}

/** Of a location Shopify calls the country code by another name than of a customer. */
function addressOf(address: Fields): ShipTo {
	const parts = {
		city: address.optionalText('city'),
		state: address.optionalText('provinceCode'),
		zip: address.optionalText('zip'),
		country: address.optionalText('countryCodeV2') ?? address.optionalText('countryCode'),
	};
	return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== null));
}

function cashRoundingOf(order: Fields): OrderFacts['cashRounding'] {
	if (!order.has('totalCashRoundingAdjustment')) {
		return order.optionalAmount('totalCashRoundingAdjustment');
	}
	return order.nested('totalCashRoundingAdjustment').optionalAmount('paymentSet');
}

function lineItem(line: Fields): LineItemFacts {
	return {
		id: line.optionalText('id'),
		name: line.text('name').trim(),
		sku: line.optionalText('sku')?.trim() || null,
		quantity: line.count('quantity'),
		currentQuantity: line.optionalCount('currentQuantity'),
		isGiftCard: line.flag('isGiftCard'),
		isCustom: !line.has('variant') && !line.has('product'),
		listTotal: line.money('originalTotalSet'),
		discounts: line.optionalList('discountAllocations').map(discount),
		taxes: line.optionalList('taxLines').map(taxLine),
		duties: line.optionalList('duties').map((duty) => feeLine(duty, 'Duty')),
	};
}

function discount(allocation: Fields): DiscountFacts {
	const named = allocation.has('discountApplication')
		? allocation.nested('discountApplication')
		: undefined;
	return {
		name: named?.optionalText('code') ?? named?.optionalText('title') ?? null,
		amount: allocation.money('allocatedAmountSet'),
	};
}

function shippingLine(line: Fields): ShippingLineFacts {
	return {
		title: line.optionalText('title') ?? 'Shipping',
		isRemoved: line.optionalFlag('isRemoved') ?? false,
		price: line.money('discountedPriceSet'),
		taxes: line.optionalList('taxLines').map(taxLine),
	};
}

function feeLine(fee: Fields, name: string): FeeFacts {
	return {
		name,
		price: fee.money('price'),
		taxes: fee.optionalList('taxLines').map(taxLine),
	};
}

function refuse(where: string, what: string): { ok: false; problem: Problem } {
	const fix =
		"Connect the node to Shopify Records with the resource 'Order', and let no step in between change these fields.";
	return { ok: false, problem: { code: 'malformed-order', what, where, fix } };
}

function unknown(where: string, currency: string): Problem {
	return {
		code: 'unknown-currency',
		what: `The order is in ${currency}, which is not a currency QuickBooks keeps books in`,
		where,
		fix: 'Leave this order out with a Filter node, and enter it in QuickBooks by hand in your own currency.',
	};
}
