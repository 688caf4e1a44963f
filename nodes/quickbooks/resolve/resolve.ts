import type { SalesReceiptDocument } from '../../accounting/documents';
import type { Problem } from '../../accounting/problems';
import type { Company } from '../company';
import { salesReceipt } from '../fromDocuments/salesReceipt';
import { taxFields } from '../fromDocuments/tax';
import { whereOf } from '../fromDocuments/checkDocument';
import type { Json } from '../json';
import type { Directory } from './directory';
import type { ItemRow } from './items';
import type { Refusal, Sought, Wish } from './sought';

/** A document whose names were looked for in the company's lists. */
export type Resolved =
	| { state: 'ready'; json: Json }
	| { state: 'missing'; wishes: Wish[] }
	| { state: 'refused'; problem: Problem };

export function resolve(
	document: SalesReceiptDocument,
	company: Company,
	directory: Directory,
): Resolved {
	const tax = taxFields(document, company, directory.taxCodes);
	if (!tax.ok) return refusal(document, tax.refusal);
	const depositTo = directory.accounts.find(document.depositTo, document.currency);
	const customer = directory.customers.find(document.customer, document.currency);
	const method = document.paymentMethod
		? directory.paymentMethods.find(document.paymentMethod)
		: undefined;
	const items = document.lines.map((line) => findItem(line.item, directory));
	const all: Array<Sought<unknown>> = [depositTo, customer, ...(method ? [method] : []), ...items];
	const refused = all.find((sought) => sought.state === 'refused');
	if (refused) return refusal(document, refused.refusal);
	const wishes = all.flatMap((sought) =>
		sought.state === 'missing' ? withBefore(sought.wish) : [],
	);
	if (wishes.length > 0) return { state: 'missing', wishes: unique(wishes) };
	const rows = items.map(rowOf);
	const early = tooEarly(document, rows);
	if (early) return refusal(document, early);
	const json = salesReceipt(
		document,
		company,
		{
			customer: rowOf(customer).id,
			depositTo: rowOf(depositTo).id,
			paymentMethod: method ? rowOf(method).id : undefined,
			items: rows,
		},
		tax,
	);
	return { state: 'ready', json };
}

function findItem(
	item: SalesReceiptDocument['lines'][number]['item'],
	directory: Directory,
): Sought<ItemRow> {
	const incomeId = () => {
		const income = directory.accounts.find(item.income);
		return income.state === 'found' ? income.row.id : '';
	};
	const found = directory.items.find(item, incomeId);
	if (found.state !== 'missing') return found;
	const income = directory.accounts.find(item.income);
	if (income.state === 'refused') return income;
	if (income.state === 'found') return found;
	return { state: 'missing', wish: { ...found.wish, after: income.wish } };
}

function withBefore(wish: Wish): Wish[] {
	return wish.after ? [wish.after, wish] : [wish];
}

function unique(wishes: readonly Wish[]): Wish[] {
	return [...new Map(wishes.map((wish) => [wish.id, wish])).values()];
}

function rowOf<Row>(sought: Sought<Row>): Row {
	if (sought.state !== 'found') throw new Error('resolve() asked for a row that is not there');
	return sought.row;
}

/** QuickBooks refuses a stocked item before the day its stock was first counted (6270). */
function tooEarly(document: SalesReceiptDocument, rows: readonly ItemRow[]): Refusal | undefined {
	const early = rows.find(
		(row) => row.stockedFrom !== undefined && document.date < row.stockedFrom,
	);
	if (!early) return undefined;
	return {
		code: 'before-stock-start',
		what: `The date ${document.date} lies before the start date of the stocked item "${early.name}" (${early.stockedFrom})`,
		fix: "Set the item's start date in QuickBooks before the first order, or start with later orders",
	};
}

function refusal(document: SalesReceiptDocument, what: Refusal): Resolved {
	return { state: 'refused', problem: { ...what, where: whereOf(document) } };
}
