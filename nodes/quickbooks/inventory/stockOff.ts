import type { Problem } from '../../accounting/problems';
import type { Company } from '../company';

/** Plans that can count stock; an empty plan may be one. */
const WITH_STOCK = /plus|advanced|enterprise|^$/i;

/** Why the company has no stock to keep in step; undefined where it counts its stock. */
export function stockOff({ name, plan, stock }: Company): Problem | undefined {
	if (stock) return undefined;
	const hasPlan = WITH_STOCK.test(plan);
	return {
		code: 'stock-not-tracked',
		what: hasPlan
			? `"${name}" does not count stock: 'Track inventory quantity on hand' is off`
			: `"${name}" does not count stock: its plan is ${plan}, and the plans Plus and Advanced have inventory`,
		where: `QuickBooks company "${name}"`,
		fix: hasPlan
			? "Turn on 'Track inventory quantity on hand' in QuickBooks (Settings > Account and settings > Sales > Products and services), and make the products inventory items"
			: 'Change the plan to QuickBooks Online Plus or Advanced, then turn on inventory under Settings > Account and settings > Sales',
	};
}
