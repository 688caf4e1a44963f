import { pageOf } from '../entities';
import type { DocumentKind, Entity } from '../entities';
import { type Booked, bookedOf } from '../found';
import { type Json, recordsAt, textAt } from '../json';

/** A document as it stands in the books, ours or not. */
export interface BookedDocument {
	/** What we would call it; the use of a credit is a document of QuickBooks' own. */
	document: DocumentKind | 'Credit Application';
	entity: Entity;
	id: string;
	number: string | null;
	/** YYYY-MM-DD. */
	date: string;
	/** Decimal text as QuickBooks gives it, e.g. "47.9". */
	total: string;
	/** ISO 4217 code. */
	currency: string;
	/** Keys in its memo: what of Shopify it books. Empty where it is none of ours. */
	keys: string[];
	/** Name of the customer or vendor, empty where there is none. */
	party: string;
	/** The documents that settle or bank it, and that it settles or banks: "Deposit 12". */
	linked: string[];
	/** Address of its page. */
	url: string;
	/** The same as posting knows it. */
	booked: Booked;
}

/** What is made of rows beside their own fields. */
export interface DocumentContext {
	homeCurrency: string;
	appUrl: string;
}

export function bookedDocument(
	entity: Entity,
	row: Json,
	{ homeCurrency, appUrl }: DocumentContext,
): BookedDocument | undefined {
	const booked = bookedOf(entity, row);
	if (!booked) return undefined;
	const { id, number, date, total, currency, keys } = booked;
	return {
		document: kindOf(booked, row),
		entity,
		id,
		number,
		date,
		total,
		currency: currency ?? homeCurrency,
		keys,
		party: partyOf(row),
		linked: linkedIn(row),
		url: pageOf(appUrl, booked),
		booked,
	};
}

const APPLIED = '/Applied';

/** Whether a key is that of the use of a credit. */
export function isApplication(key: string): boolean {
	return key.endsWith(APPLIED);
}

export function applicationKey(key: string): string {
	return `${key}${APPLIED}`;
}

const KIND_OF: Readonly<Record<Exclude<Entity, 'Purchase'>, DocumentKind>> = {
	SalesReceipt: 'Sales Receipt',
	Invoice: 'Invoice',
	Payment: 'Payment',
	RefundReceipt: 'Refund Receipt',
	CreditMemo: 'Credit Memo',
	Deposit: 'Deposit',
	Transfer: 'Transfer',
	Bill: 'Bill',
	BillPayment: 'Bill Payment',
	JournalEntry: 'Journal Entry',
};

function kindOf({ entity, keys }: Booked, row: Json): BookedDocument['document'] {
	if (entity === 'Purchase') {
		const toCustomer = textAt(row, 'EntityRef', 'type')?.toLowerCase() === 'customer';
		return toCustomer ? 'Credit Refund' : 'Expense';
	}
	if (entity === 'Payment' && keys.some(isApplication)) return 'Credit Application';
	return KIND_OF[entity];
}

function partyOf(row: Json): string {
	const fields = ['CustomerRef', 'VendorRef', 'EntityRef'];
	return fields.map((field) => textAt(row, field, 'name')).find((name) => name) ?? '';
}

/** A bill payment is linked by how it was paid, an expense too. */
const LINK_ENTITIES: Readonly<Record<string, Entity>> = {
	BillPaymentCheck: 'BillPayment',
	BillPaymentCreditCard: 'BillPayment',
	Expense: 'Purchase',
	Check: 'Purchase',
	CreditCardCredit: 'Purchase',
};

function linkedIn(row: Json): string[] {
	const links = [row, ...recordsAt(row, 'Line')].flatMap((each) => recordsAt(each, 'LinkedTxn'));
	const names = links.flatMap((link) => {
		const [type, id] = [textAt(link, 'TxnType') ?? '', textAt(link, 'TxnId')];
		return id === undefined ? [] : [`${LINK_ENTITIES[type] ?? type} ${id}`];
	});
	return [...new Set(names)];
}
