import { MONEY } from './money';

/**
 * What an order's facts are made of. The same selection serves the paged query, the continuation
 * of one order and the bulk query, so that all of them give the same item.
 */

const TAX_LINES = `taxLines { title rate channelLiable priceSet ${MONEY} }`;
const DISCOUNTS = `discountAllocations {
	allocatedAmountSet ${MONEY}
	discountApplication {
		__typename targetType
		... on DiscountCodeApplication { code }
		... on ManualDiscountApplication { title }
		... on AutomaticDiscountApplication { title }
		... on ScriptDiscountApplication { title }
	}
}`;

/** `__typename` tells the rows of a bulk file apart, also where a shipping line has no id. */
export const LINE_ITEM = `__typename id sku name title variantTitle quantity currentQuantity
	isGiftCard taxable variant { id } product { id }
	originalUnitPriceSet ${MONEY} originalTotalSet ${MONEY}
	${DISCOUNTS} ${TAX_LINES}
	duties { id price ${MONEY} ${TAX_LINES} }`;

export const SHIPPING_LINE = `__typename id title code isRemoved
	originalPriceSet ${MONEY} discountedPriceSet ${MONEY} ${TAX_LINES} ${DISCOUNTS}`;

export const TRANSACTION = `id kind status gateway formattedGateway manualPaymentGateway test
	processedAt amountSet ${MONEY} amountRoundingSet ${MONEY} parentTransaction { id } paymentId`;

const CUSTOMER = {
	full: 'customer { id displayName defaultEmailAddress { emailAddress } }',
	name: 'customer { id displayName }',
	id: 'customer { id }',
	none: '',
} as const;

/** Where goods went decides the tax; street and name do not, and are not asked for. */
const PLACE = 'shippingAddress { city provinceCode zip countryCodeV2 }';

/**
 * How much of the customer the app may see. Without approval for protected customer data Shopify
 * denies the whole query. It approves names, e-mails and addresses each by itself; the books need
 * none of them, but for the place that automated sales tax goes by.
 */
export const CUSTOMER_VIEWS = {
	full: `${CUSTOMER.full} ${PLACE}`,
	name: `${CUSTOMER.name} ${PLACE}`,
	id: `${CUSTOMER.id} ${PLACE}`,
	none: PLACE,
	fullNoPlace: CUSTOMER.full,
	nameNoPlace: CUSTOMER.name,
	idNoPlace: CUSTOMER.id,
	noneNoPlace: CUSTOMER.none,
} as const;

export type CustomerView = keyof typeof CUSTOMER_VIEWS;

const MONEY_FIELDS = [
	'totalPriceSet',
	'originalTotalPriceSet',
	'currentTotalPriceSet',
	'currentTotalTaxSet',
	'subtotalPriceSet',
	'totalDiscountsSet',
	'totalTaxSet',
	'totalShippingPriceSet',
	'totalTipReceivedSet',
	'originalTotalDutiesSet',
	'originalTotalAdditionalFeesSet',
	'totalReceivedSet',
	'totalRefundedSet',
	'totalOutstandingSet',
];

/**
 * Everything of the order but its lists. Refunds are named only: they hold connections, which bulk
 * refuses within a list, so they are read afterwards by their ids.
 */
export function orderHeader(customer: CustomerView): string {
	return `id legacyResourceId name number createdAt processedAt updatedAt cancelledAt test edited
	displayFinancialStatus currencyCode presentmentCurrencyCode taxesIncluded dutiesIncluded
	poNumber sourceName paymentGatewayNames discountCodes tags note
	${CUSTOMER_VIEWS[customer]}
	paymentTerms { id paymentTermsType paymentTermsName dueInDays }
	merchantOfRecordApp { id name } retailLocation { id name address { city provinceCode zip countryCode } }
	${MONEY_FIELDS.map((field) => `${field} ${MONEY}`).join('\n\t')}
	totalCashRoundingAdjustment { paymentSet ${MONEY} refundSet ${MONEY} }
	additionalFees { id name price ${MONEY} ${TAX_LINES} }
	transactionsCount { count } refunds { id processedAt }`;
}
