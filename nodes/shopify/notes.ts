import { partsOf } from './customerView';
import type { CustomerView } from './orderSelection';

const NO_CUSTOMER =
	'Shopify does not show this app the name or e-mail of customers. The orders are complete without them. To get them, request access to protected customer data for the app.';

const NO_PLACE =
	'Shopify does not show this app where orders are delivered to. The amounts are complete without it, but QuickBooks with automated sales tax then books all sales tax to the agency of your own address. To get the place, request access to the address in the protected customer data of the app.';

/** What to tell the user about what the app may see of customers. */
export function noteOfView(view: CustomerView): string[] {
	const { customer, hasPlace } = partsOf(view);
	return [...(customer === 'full' ? [] : [NO_CUSTOMER]), ...(hasPlace ? [] : [NO_PLACE])];
}
