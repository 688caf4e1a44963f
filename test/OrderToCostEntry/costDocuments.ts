import type { CostSettings } from '../../nodes/accounting/costOfGoods';
import type { JournalEntryDocument } from '../../nodes/accounting/documents';
import { costsOf, documentsIn } from '../accounting/costOfGoods/costBooks';
import { readCostScenarios } from '../accounting/costOfGoods/scenarios.mts';

/** The entries of a scenario, which is found by how its name begins. */
export function documentsOf(
	name: string,
	change = (orders: unknown[]) => orders,
): JournalEntryDocument[] {
	const found = readCostScenarios().find((each) => each.name.startsWith(name));
	if (!found) throw new Error(`No scenario ${name}`);
	const orders = change(structuredClone(found.orders));
	return documentsIn(costsOf(orders, found.settings as CostSettings));
}
