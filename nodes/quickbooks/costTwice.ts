import type { AccountingDocument, JournalEntryDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { whereOf } from './fromDocuments/checkDocument';
import { stockedItems, type StockedGoods } from './inventory/stockedItems';
import type { Entry, Planned, Planning } from './planned';
import type { Session } from './session';

/**
 * Bars entries of the cost of goods that QuickBooks books by itself: the sale of an item whose stock it
 * counts moves the cost from inventory already. Of those that are in the books it is told: somebody may
 * have made a product an inventory item since. Asks nothing where there are no such entries.
 */
export async function findCostsTwice(
	{ session, entries, planned, barred }: Planning,
	fresh: readonly Entry[],
): Promise<Answer<undefined>> {
	const booked = [...entries.values()].filter(
		({ index }) => planned.get(index)?.action === 'Already Posted',
	);
	const twice = await costsTwice(session, [...fresh, ...booked]);
	if (twice.kind !== 'done') return twice;
	for (const { index, document } of booked) {
		const names = twice.value.get(document.key);
		const known = planned.get(index);
		if (names !== undefined && known) planned.set(index, told(known, names));
	}
	for (const { document } of fresh) {
		const names = twice.value.get(document.key);
		if (names !== undefined) barred.set(document.key, problemOf(document, names));
	}
	return { kind: 'done', value: undefined };
}

function told(planned: Planned, names: string): Planned {
	const difference = {
		field: 'stockAlreadyCosts' as const,
		document: 'the cost of their sales',
		quickBooks: `${names}, whose stock it counts: their sales book this cost, too`,
	};
	return { ...planned, differences: [...planned.differences, difference] };
}

async function costsTwice(
	session: Session,
	entries: readonly Entry[],
): Promise<Answer<Map<string, string>>> {
	const costs = entries.flatMap(({ document }) =>
		document.document === 'Journal Entry' && document.goods?.length ? [document] : [],
	);
	const goods = costs.flatMap((document) => document.goods ?? []);
	const names = new Map(goods.map((each) => [nameOf(each), { sku: each.sku, name: each.name }]));
	const stocked = await stockedItems(session, [...names.values()]);
	if (stocked.kind !== 'done') return stocked;
	const byName = new Map(stocked.value.map((each) => [nameOf(each), each]));
	const twice = costs.flatMap((document): Array<[string, string]> => {
		const own = countedIn(document, byName);
		return own.length === 0 ? [] : [[document.key, listed(own)]];
	});
	return { kind: 'done', value: new Map(twice) };
}

function nameOf({ sku, name }: { sku?: string | null; name: string }): string {
	return JSON.stringify([sku ?? null, name]);
}

/** Before its stock begins, QuickBooks takes no sale of an item, and books no cost of it. */
function countedIn(
	{ goods = [], date }: JournalEntryDocument,
	byName: ReadonlyMap<string, StockedGoods>,
): string[] {
	const stocked = goods.flatMap((each) => byName.get(nameOf(each)) ?? []);
	const counted = stocked.filter(({ item }) => (item.stockedFrom ?? '') <= date);
	return [
		...new Set(counted.map(({ sku, name }) => (sku ? `"${name}" (SKU ${sku})` : `"${name}"`))),
	];
}

const SHOWN = 5;

function listed(names: readonly string[]): string {
	const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
	return names.slice(0, SHOWN).join(', ') + more;
}

function problemOf(document: AccountingDocument, names: string): Problem {
	return {
		code: 'stock-already-costs',
		what: `QuickBooks counts the stock of ${names} itself, so their sales book this cost already`,
		where: whereOf(document),
		fix: "Leave their cost to QuickBooks: name their SKUs under 'Cost Booked Elsewhere' in 'Order to Cost Entry', or do without that node if QuickBooks counts all products. If QuickBooks is not to count them, change the items' type there first.",
	};
}
