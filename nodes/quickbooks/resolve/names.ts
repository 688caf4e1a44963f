import { ITEM_NAME_LENGTH } from '../../accounting/legalName';

export { legalName } from '../../accounting/legalName';

/** The longest names that QuickBooks takes. */
export const NAME_LENGTHS = {
	Account: 100,
	Customer: 500,
	Vendor: 500,
	Item: ITEM_NAME_LENGTH,
	'Payment Method': 31,
	Term: 31,
} as const;

/** QuickBooks compares names without regard to case. */
export function sameName(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
