import type { JournalEntryDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { whereOf } from './fromDocuments/checkDocument';
import { stockedItems, type StockedGoods } from './inventory/stockedItems';
import type { Entry } from './planned';
import type { Session } from './session';

/**
 * Entries of the cost of goods that QuickBooks books by itself, by their keys: the sale of an item whose
 * stock it counts moves the cost from inventory already. Asks nothing where there are no such entries.
 */
export async function costsTwice(
	session: Session,
	entries: readonly Entry[],
): Promise<Answer<Map<string, Problem>>> {
	const costs = entries.flatMap(({ document }) =>
		document.document === 'Journal Entry' && document.goods?.length ? [document] : [],
	);
	const goods = costs.flatMap((document) => document.goods ?? []);
	const names = new Map(goods.map((each) => [nameOf(each), { sku: each.sku, name: each.name }]));
	const stocked = await stockedItems(session, [...names.values()]);
	if (stocked.kind !== 'done') return stocked;
	const byName = new Map(stocked.value.map((each) => [nameOf(each), each]));
	const problems = costs.flatMap((document): Array<[string, Problem]> => {
		const own = countedIn(document, byName);
		return own.length === 0 ? [] : [[document.key, problemOf(document, own)]];
	});
	return { kind: 'done', value: new Map(problems) };
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

function problemOf(document: JournalEntryDocument, names: readonly string[]): Problem {
	const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
	return {
		code: 'stock-already-costs',
		what: `QuickBooks counts the stock of ${names.slice(0, SHOWN).join(', ')}${more} itself, so their sales book this cost already`,
		where: whereOf(document),
		fix: "Leave their cost to QuickBooks: name their SKUs under 'Cost Booked Elsewhere' in 'Order to Cost Entry', or do without that node if QuickBooks counts all products. If QuickBooks is not to count them, change the items' type there first.",
	};
}
