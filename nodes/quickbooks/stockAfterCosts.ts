import { isItemised } from '../accounting/documentTotals';
import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { whereOf } from './fromDocuments/checkDocument';
import type { Entry, Planning } from './planned';
import { costEntriesFrom, type CostEntryRow } from './products/costEntries';
import { isProduct } from './resolve/directory';
import type { Session } from './session';

/**
 * Bars documents for which items would be created whose stock QuickBooks counts, while the books (or this run) hold cost-of-goods entries of the same shop since that stock begins: QuickBooks
 * would book the cost of the same sales once more. Asks nothing where no such item is to be created.
 *
 * @param entries documents that are not in the books, after what they name was looked for
 */
export async function barStockAfterCosts(
	{ session, barred }: Planning,
	entries: readonly Entry[],
): Promise<Answer<undefined>> {
	const done: Answer<undefined> = { kind: 'done', value: undefined };
	const starting = entries.flatMap(({ document }) => {
		const start = firstStart(session, document);
		return start === undefined ? [] : [{ document, ...start }];
	});
	if (starting.length === 0) return done;
	const from = starting.map(({ start }) => start).sort()[0];
	const booked = await costEntriesFrom(session.client, from);
	if (booked.kind !== 'done') return booked;
	const costs = [...booked.value, ...entries.flatMap(({ document }) => costEntryOf(document))];
	for (const { document, start, name } of starting) {
		const dates = costs
			.filter(({ shop, date }) => shop === document.source.shop && date >= start)
			.map(({ date }) => date)
			.sort();
		if (dates.length > 0) barred.set(document.key, problemOf(document, name, dates));
	}
	return done;
}

/** Of the items that the document would create as inventory, the one whose stock begins first. */
function firstStart(
	{ directory, settings }: Session,
	document: AccountingDocument,
): { start: string; name: string } | undefined {
	if (!isItemised(document) || !settings.create.has('Item')) return undefined;
	const starts = document.lines.flatMap((line) => {
		const { item } = line;
		if (item.type !== 'Inventory' || item.stock === undefined) return [];
		const { state } = directory.items.find(item, isProduct(line), () => '');
		return state === 'missing' ? [{ start: item.stock.startDate, name: item.name }] : [];
	});
	return starts.sort((a, b) => (a.start < b.start ? -1 : 1)).at(0);
}

function costEntryOf(document: AccountingDocument): CostEntryRow[] {
	if (document.document !== 'Journal Entry' || !document.goods?.length) return [];
	return [{ shop: document.source.shop, date: document.date }];
}

function problemOf(
	document: AccountingDocument,
	name: string,
	[first, ...others]: readonly string[],
): Problem {
	const last = others.at(-1) ?? first;
	return {
		code: 'cost-journals-exist',
		what: `"${name}" is to be created as inventory, whose cost QuickBooks books itself, and entries of 'Order to Cost Entry' have booked the cost of this shop's sales already (${first} to ${last}): it would count twice`,
		where: whereOf(document),
		fix: "Choose one of both ways. For QuickBooks: stop the workflow with 'Order to Cost Entry', and set 'Inventory Start Date' in the mapping after its last entry. For that node: choose Non-Inventory as 'Product Type' in the mapping. If QuickBooks counts some products only, create this item there by hand and name its SKU under 'Cost Booked Elsewhere'.",
	};
}
