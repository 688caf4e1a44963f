/** Everything that the package asks for; the app of the sandbox is released with these. */
export const ALL_SCOPES: readonly string[] = [
	'read_orders',
	'read_all_orders',
	'read_products',
	'read_inventory',
	'write_inventory',
	'read_locations',
	'read_customers',
	'read_returns',
	'read_payment_terms',
	'read_gift_cards',
	'read_shopify_payments_accounts',
	'read_shopify_payments_payouts',
	'read_shopify_payments_disputes',
];
