import { isItemised, isLedger } from '../../accounting/documentTotals';
import type {
	AccountingDocument,
	ItemisedDocument,
	ItemReference,
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
import type { Json } from '../json';
import { classFor, locationFor } from './dimensions';
import { type Directory, methodOf, moneyAccountOf } from './directory';
import type { ItemRow } from './items';
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
	| { state: 'ready'; recipe: Recipe }
	| { state: 'missing'; wishes: Wish[] }
	| { state: 'refused'; problem: Problem };

export function resolve(
	document: AccountingDocument,
	company: Company,
	directory: Directory,
): Resolved {
	if (isLedger(document)) {
		const resolved = resolveLedger(document, company, directory);
		return resolved.state === 'refused' ? refusal(document, resolved.refusal) : resolved;
	}
	const names = namesOf(document, company, directory);
	const all = [...Object.values(names.single), ...names.items].filter((each) => each !== undefined);
	const unfit = all.find((sought) => sought.state === 'refused');
	if (unfit) return refusal(document, unfit.refusal);
	const form = isItemised(document) ? formOf(document, company, directory) : undefined;
	if (form && !form.ok) return refusal(document, form.refusal);
	const wishes = all.flatMap((sought) =>
		sought.state === 'missing' ? withBefore(sought.wish) : [],
	);
	if (wishes.length > 0) return { state: 'missing', wishes: unique(wishes) };
	const ids = idsOf(names);
	const early = tooEarly(document, ids.items);
	if (early) return refusal(document, early);
	if (!isItemised(document)) return ready(moneyRecipe(document, company, ids));
	const tax = form?.tax ?? { lineCodes: [], header: {} };
	return ready({ needs: 'nothing', json: () => formJson(document, { company, ids, tax }) });
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
		items: (form?.lines ?? []).map(({ item }) => findItem(item, directory)),
	};
}

function formOf(document: ItemisedDocument, company: Company, directory: Directory) {
	const refused = customFieldsRefusal(document, company);
	if (refused) return { ok: false as const, refusal: refused };
	const tax = taxFields(document, company, directory.taxCodes);
	return tax.ok ? { ok: true as const, tax } : tax;
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

function findItem(item: ItemReference, directory: Directory): Sought<ItemRow> {
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
function tooEarly({ date }: AccountingDocument, rows: readonly ItemRow[]): Refusal | undefined {
	const early = rows.find(({ stockedFrom }) => stockedFrom !== undefined && date < stockedFrom);
	if (!early) return undefined;
	return {
		code: 'before-stock-start',
		what: `The date ${date} lies before the start date of the stocked item "${early.name}" (${early.stockedFrom})`,
		fix: "Set the item's start date in QuickBooks before the first order, or start with later orders",
	};
}

function ready(recipe: Recipe): Resolved {
	return { state: 'ready', recipe };
}

function refusal(document: AccountingDocument, what: Refusal): Resolved {
	return { state: 'refused', problem: { ...what, where: whereOf(document) } };
}
