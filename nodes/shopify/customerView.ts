import type { CustomerView } from './orderSelection';
import type { Problem } from './types';

type CustomerPart = 'full' | 'name' | 'id' | 'none';

/** What to try next where Shopify does not say what it denied. */
export const NARROWER: Record<CustomerView, CustomerView | undefined> = {
	full: 'name',
	name: 'id',
	id: 'idNoPlace',
	none: 'noneNoPlace',
	fullNoPlace: 'nameNoPlace',
	nameNoPlace: 'idNoPlace',
	idNoPlace: 'noneNoPlace',
	noneNoPlace: undefined,
};

/**
 * Shopify denies a query that touches protected customer data the app is not approved for. The
 * books get on without a name, so the same orders are asked for with less of the customer.
 *
 * @returns undefined where the denial is about something else, or nothing is left to leave out.
 */
export function narrowerView(view: CustomerView, { denied }: Problem): CustomerView | undefined {
	if (!denied?.length) return undefined;
	const ofPlace = denied.filter((path) => PLACE.test(path));
	const ofCustomer = denied.filter((path) => CUSTOMER.test(path));
	if (ofPlace.length + ofCustomer.length < denied.length) return undefined;
	const { customer, hasPlace } = partsOf(view);
	const less = ofCustomer.length === 0 ? customer : lessOf(customer, ofCustomer);
	const narrower = viewOf(less, hasPlace && ofPlace.length === 0);
	return narrower === view ? undefined : narrower;
}

const PLACE = /(?:^|\.)shippingAddress(?:\.|$)/;
const CUSTOMER = /(?:^|\.)customer(?:\.(.*))?$/;

export function partsOf(view: CustomerView): { customer: CustomerPart; hasPlace: boolean } {
	const hasPlace = !view.endsWith('NoPlace');
	return { customer: view.replace('NoPlace', '') as CustomerPart, hasPlace };
}

function viewOf(customer: CustomerPart, hasPlace: boolean): CustomerView {
	return hasPlace ? customer : `${customer}NoPlace`;
}

function lessOf(customer: CustomerPart, denied: readonly string[]): CustomerPart {
	const fields = denied.map((path) => CUSTOMER.exec(path)?.[1]);
	if (fields.includes(undefined)) return 'none';
	const isEmail = fields.every((field) => field?.startsWith('defaultEmailAddress'));
	if (customer === 'full') return isEmail ? 'name' : 'id';
	return customer === 'name' ? 'id' : 'none';
}
