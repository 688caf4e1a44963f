import { isItemised, isLedger } from '../../accounting/documentTotals';
import type {
	AccountingDocument,
	DocumentLine,
	ItemisedDocument,
	MoneyDocument,
	SalesDocument,
} from '../../accounting/documents';
import type { Problem } from '../../accounting/problems';
import type { Company } from '../company';
import { whereOf } from '../fromDocuments/checkDocument';
import type { SettledBill } from '../fromDocuments/billPayment';
import { creditMemo } from '../fromDocuments/creditMemo';
import { creditRefund, type Reimburses } from '../fromDocuments/creditRefund';
import { customFieldsRefusal } from '../fromDocuments/customFields';
import type { BankedReceipt } from '../fromDocuments/deposit';
import type { ReferenceIds } from '../fromDocuments/ids';
import { invoice } from '../fromDocuments/invoice';
import { payment, type Settles } from '../fromDocuments/payment';
import { refundReceipt } from '../fromDocuments/refundReceipt';
import type { FormParts } from '../fromDocuments/salesForm';
import { salesReceipt } from '../fromDocuments/salesReceipt';
import { taxFields } from '../fromDocuments/tax';
import {
	differenceText,
	type TaxDifference,
	taxDifferenceRefusal,
} from '../fromDocuments/taxDifference';
import type { Json } from '../json';
import { classFor, locationFor } from './dimensions';
import { type Directory, isProduct, methodOf, moneyAccountOf } from './directory';
import { sellingInto } from './itemAccount';
import { accountsOfItem, type ItemRow } from './items';
import type { ListRow } from './listTable';
import { resolveLedger } from './ledger';
import { type Refusal, rowOf, type Sought, type Wish } from './sought';

/** How the JSON is made; some kinds need what they link to, which this run may still have to write. */
export type Recipe =
	| { needs: 'nothing'; json(): Json }
	| { needs: 'invoice'; json(settles: Settles): Json }
	| { needs: 'credit memo'; json(reimburses: Reimburses): Json }
	| { needs: 'bill'; json(settled: SettledBill): Json }
	| { needs: 'receipts'; json(banked: readonly BankedReceipt[]): Json };

/** A document whose names were looked for in the company's lists. */
export type Resolved =
	| { state: 'ready'; recipe: Recipe; notes: string[] }
	| { state: 'missing'; wishes: Wish[]; notes: string[] }
	| { state: 'refused'; problem: Problem };

export function resolve(
	document: AccountingDocument,
	company: Company,
	directory: Directory,
): Resolved {
	if (isLedger(document)) {
		const resolved = resolveLedger(document, company, directory);
		return resolved.state === 'refused'
			? refusal(document, resolved.refusal)
			: { ...resolved, notes: [] };
	}
	const names = namesOf(document, company, directory);
	const all = [...Object.values(names.single), ...names.items].filter((each) => each !== undefined);
	const unfit = all.find((sought) => sought.state === 'refused');
	if (unfit) return refusal(document, unfit.refusal);
	const form = isItemised(document) ? formOf(document, company, directory) : undefined;
	if (form && !form.ok) return refusal(document, form.refusal);
	const early = tooEarly(document, names.items);
	if (early) return refusal(document, early);
	const differences = form?.tax.differences ?? [];
	const notes = [...standIns(names.items), ...differences.map(overridden)];
	const wishes = all.flatMap((sought) =>
		sought.state === 'missing' ? withBefore(sought.wish) : [],
	);
	if (wishes.length > 0) return { state: 'missing', wishes: unique(wishes), notes };
	const ids = idsOf(names);
	if (!isItemised(document)) {
		return { state: 'ready', recipe: moneyRecipe(document, company, ids), notes };
	}
	const tax = form?.tax ?? { lineCodes: [], header: {} };
	const json = () => formJson(document, { company, ids, tax });
	return { state: 'ready', recipe: { needs: 'nothing', json }, notes };
}

interface Names {
	single: Record<Exclude<keyof ReferenceIds, 'items'>, Sought<ListRow> | undefined>;
	items: Array<Sought<ItemRow>>;
}

/** A money document takes the customer of what it links to. */
function namesOf(document: SalesDocument, company: Company, directory: Directory): Names {
	const form = isItemised(document) ? document : undefined;
	const account = moneyAccountOf(document);
	const [method] = methodOf(document);
	return {
		single: {
			account: account && directory.accounts.find(account, document.currency),
			customer: form && directory.customers.find(form.customer, form.currency),
			paymentMethod: method ? directory.paymentMethods.find(method) : undefined,
			terms: document.document === 'Invoice' ? directory.terms.find(document) : undefined,
			class: form?.class ? classFor(form.class, company, directory) : undefined,
			location: document.location ? locationFor(document.location, company, directory) : undefined,
		},
		items: (form?.lines ?? []).map((line) => findItem(line, directory)),
	};
}

function formOf(document: ItemisedDocument, company: Company, directory: Directory) {
	const refused = customFieldsRefusal(document, company);
	if (refused) return { ok: false as const, refusal: refused };
	const tax = taxFields(document, company, directory.taxCodes);
	if (!tax.ok) return tax;
	const { taxDifferences } = directory.settings;
	const unequal = taxDifferenceRefusal(tax.differences ?? [], taxDifferences);
	return unequal ? { ok: false as const, refusal: unequal } : { ok: true as const, tax };
}

function formJson(document: ItemisedDocument, parts: FormParts): Json {
	switch (document.document) {
		case 'Sales Receipt':
			return salesReceipt(document, parts);
		case 'Invoice':
			return invoice(document, parts);
		case 'Refund Receipt':
			return refundReceipt(document, parts);
		case 'Credit Memo':
			return creditMemo(document, parts);
	}
}

function moneyRecipe(document: MoneyDocument, company: Company, ids: ReferenceIds): Recipe {
	if (document.document === 'Payment') {
		return { needs: 'invoice', json: (link) => payment(document, company, ids, link) };
	}
	return { needs: 'credit memo', json: (link) => creditRefund(document, company, ids, link) };
}

function findItem(line: DocumentLine, directory: Directory): Sought<ItemRow> {
	const { item } = line;
	const found = directory.items.find(item, isProduct(line), (account) => {
		const sought = directory.accounts.find(account);
		return sought.state === 'found' ? sought.row.id : '';
	});
	if (found.state === 'found' && !isProduct(line)) return sellingInto(found.row, item.income);
	if (found.state !== 'missing') return found;
	const accounts = accountsOfItem(item).map((account) => directory.accounts.find(account));
	const unfit = accounts.find((sought) => sought.state === 'refused');
	if (unfit) return unfit;
	const after = accounts.flatMap((sought) => (sought.state === 'missing' ? [sought.wish] : []));
	return after.length === 0 ? found : { state: 'missing', wish: { ...found.wish, after } };
}

function withBefore(wish: Wish): Wish[] {
	return [...(wish.after ?? []), wish];
}

function unique(wishes: readonly Wish[]): Wish[] {
	return [...new Map(wishes.map((wish) => [wish.id, wish])).values()];
}

/** Called when nothing is missing any more. */
function idsOf({ single, items }: Names): ReferenceIds {
	const idOf = (name: keyof Names['single']) => {
		const sought = single[name];
		return sought && rowOf(sought).id;
	};
	return {
		account: idOf('account'),
		customer: idOf('customer'),
		paymentMethod: idOf('paymentMethod'),
		terms: idOf('terms'),
		class: idOf('class'),
		location: idOf('location'),
		items: items.map(rowOf),
	};
}

/** QuickBooks refuses a stocked item before the day its stock was first counted (6270). */
function tooEarly(
	document: AccountingDocument,
	items: ReadonlyArray<Sought<ItemRow>>,
): Refusal | undefined {
	const { date } = document;
	const lines = isItemised(document) ? document.lines : [];
	const starts = items.flatMap((sought, index) => {
		const { item } = lines[index];
		const start = sought.state === 'found' ? sought.row.stockedFrom : item.stock?.startDate;
		return start === undefined || date >= start ? [] : [{ name: item.name, start }];
	});
	const [early] = starts;
	if (!early) return undefined;
	return {
		code: 'before-stock-start',
		what: `The date ${date} lies before the start date of the stocked item "${early.name}" (${early.start})`,
		fix: "Set the item's start date before the first order (in QuickBooks, or for new items in the mapping), or start with later orders",
	};
}

function overridden(difference: TaxDifference): string {
	return `${differenceText(difference)}, which is written in its place`;
}

/** A sale on the fall-back item is told, so that somebody may sort it. */
function standIns(items: ReadonlyArray<Sought<ItemRow>>): string[] {
	const rows = items.flatMap((sought) => (sought.state === 'found' ? [sought.row] : []));
	const names = rows.flatMap(({ name, standsInFor }) =>
		standsInFor === undefined ? [] : [`"${name}" stands in for "${standsInFor}"`],
	);
	return [...new Set(names)];
}

function refusal(document: AccountingDocument, what: Refusal): Resolved {
	return { state: 'refused', problem: { ...what, where: whereOf(document) } };
}
