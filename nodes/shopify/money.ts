/** The selection of an amount in the shop's and in the customer's currency. */
export const MONEY =
	'{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';
