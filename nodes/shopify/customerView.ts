import type { CustomerView } from './orderSelection';
import type { Problem } from './types';

/** What is left of the customer when the next part is left out. */
export const NARROWER: Record<CustomerView, CustomerView | undefined> = {
	full: 'name',
	name: 'id',
	id: 'none',
	none: undefined,
};

/**
 * Shopify denies a query that touches protected customer data the app is not approved for. The
 * books get on without a name, so the same orders are asked for with less of the customer.
 *
 * @returns undefined where the denial is about something else, or nothing is left to leave out.
 */
export function narrowerView(view: CustomerView, { denied }: Problem): CustomerView | undefined {
	if (!denied?.length || view === 'none') return undefined;
	const fields = denied.map((path) => /(?:^|\.)customer(?:\.(.*))?$/.exec(path));
	if (fields.some((field) => field === null)) return undefined;
	if (fields.some((field) => field?.[1] === undefined)) return 'none';
	const email = fields.every((field) => field?.[1].startsWith('defaultEmailAddress'));
	if (view === 'full') return email ? 'name' : 'id';
	return view === 'name' ? 'id' : 'none';
}
