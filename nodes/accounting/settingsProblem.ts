import type { SalesReceiptPolicy } from './policy';
import type { Problem } from './problems';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Settings that contradict each other, or lack something that no default can replace. */
export function settingsProblem(policy: SalesReceiptPolicy, where: string): Problem | undefined {
	if (policy.productType !== 'Inventory' || DAY.test(policy.stock.startDate)) return undefined;
	return {
		code: 'no-stock-start',
		what:
			policy.stock.startDate === ''
				? 'Products are to be created as inventory, and no day is set on which their stock begins'
				: `'${policy.stock.startDate}' is no day such as 2026-01-01`,
		where,
		fix: "Set 'Inventory Start Date' to a day before the first order: QuickBooks refuses every sale of a stocked product before it, and never lets it be made earlier.",
	};
}
