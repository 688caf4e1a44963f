import type { CustomerView } from './orderSelection';

const NO_CUSTOMER =
	'Shopify does not show this app the name or e-mail of customers. The orders are complete without them. To get them, request access to protected customer data for the app.';

/** What to tell the user about what the app may see of customers. */
export function noteOfView(view: CustomerView): string[] {
	return view === 'full' ? [] : [NO_CUSTOMER];
}
