import { MONEY } from './money';

/** Every kind of sale; what it is a sale of, by id. Shipping that is given back names no line. */
export const SALE = `__typename id actionType lineType quantity
	totalAmount ${MONEY} totalTaxAmount ${MONEY} totalDiscountAmountBeforeTaxes ${MONEY}
	taxes { amount ${MONEY} taxLine { title rate channelLiable } }
	... on ProductSale { lineItem { id } }
	... on GiftCardSale { lineItem { id } }
	... on TipSale { lineItem { id } }
	... on ShippingLineSale { shippingLine { id title } }
	... on DutySale { duty { id } }
	... on AdditionalFeeSale { additionalFee { id name } }
	... on FeeSale { fee { id } }`;

/** What Shopify recorded when the order was placed, edited, returned or refunded, and when. */
export const AGREEMENT = `__typename id happenedAt reason
	... on RefundAgreement { refund { id } }
	... on ReturnAgreement { return { id } }`;
