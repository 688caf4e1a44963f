import {
	costEntries,
	costPolicy,
	type CostEntries,
	type CostSettings,
} from '../../../nodes/accounting/costOfGoods';
import type { JournalEntryDocument } from '../../../nodes/accounting/documents';
import { toText } from '../../../nodes/accounting/toText';

/** What the node makes of the orders. */
export function costsOf(orders: readonly unknown[], settings: CostSettings = {}): CostEntries {
	const policy = costPolicy(settings);
	return costEntries(orders.map((item) => ({ item, policy })));
}

export function documentsIn({ entries }: CostEntries): JournalEntryDocument[] {
	return entries.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []));
}

/** The books as an accountant reads them, then what was refused, then what was left out. */
export function costText({ entries, refused, skipped }: CostEntries): string {
	const problems = [
		...refused.map(({ problem }) => problem),
		...entries.flatMap(({ outcome }) => (outcome.ok ? [] : [outcome.problem])),
	];
	return [
		...documentsIn({ entries, refused, skipped }).map((document) => toText(document)),
		...problems.map(
			({ code, where, what, fix }) => `Refused (${code})\n${where}: ${what}\n${fix}\n`,
		),
		...skipped.map(
			({ input, skip: { code, reason } }) => `Skipped (${code}) item ${input + 1}: ${reason}`,
		),
		'',
	].join('\n');
}
