import { isItemised, isLedger } from '../accounting/documentTotals';
import type { AccountingDocument, LedgerDocument } from '../accounting/documents';
import type { Company } from './company';
import type { Entity } from './entities';

/** The longest DocNumber and PaymentRefNum. */
const LONGEST = 21;

/**
 * The number a document has in the books. Documents that only move money have none of their own: they
 * get Shopify's id at the end of their key, so that they are found when somebody changed their date.
 */
export function numberOf(document: AccountingDocument): string | undefined {
	if (isItemised(document)) return document.number;
	if (isLedger(document)) return ownNumber(document);
	const last = document.key.split('/').at(-1) ?? '';
	return /^\d+$/.test(last) && last.length <= LONGEST ? last : undefined;
}

function ownNumber(document: LedgerDocument): string | undefined {
	const number = 'number' in document ? document.number?.trim() : undefined;
	return number === '' ? undefined : number;
}

/** Kinds whose number is always the one that was sent. */
const ALWAYS_OURS: readonly Entity[] = ['Bill', 'BillPayment', 'JournalEntry'];
/** Kinds without a number. */
const NUMBERLESS: readonly Entity[] = ['Deposit', 'Transfer'];

/** The field our number goes to; undefined where QuickBooks counts by itself. */
export function numberField(
	entity: Entity,
	company: Company,
): 'DocNumber' | 'PaymentRefNum' | undefined {
	if (entity === 'Payment') return 'PaymentRefNum';
	if (NUMBERLESS.includes(entity)) return undefined;
	if (ALWAYS_OURS.includes(entity)) return 'DocNumber';
	const ours = entity === 'Purchase' ? company.ownExpenseNumbers : company.ownNumbers;
	return ours ? 'DocNumber' : undefined;
}

/** Whether QuickBooks refuses a second document with the number (6140); references of payments repeat. */
export function isNumberUnique(entity: Entity, company: Company): boolean {
	if (entity === 'JournalEntry') return company.uniqueJournalNumbers;
	return numberField(entity, company) === 'DocNumber';
}

/**
 * Numbers that the sale behind a refund or payment may have: Shopify's name of it, and what this
 * document's own number begins with ("DS-1001" of "DS-1001-R1").
 */
export function likelyNumbers(document: AccountingDocument): string[] {
	const name = (document.source?.name ?? '').replaceAll('#', '').trim();
	const parts = (isItemised(document) ? document.number : '').split('-');
	const beginnings = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('-'));
	return [...new Set([name, ...beginnings])].filter(
		(number) => number !== '' && number.length <= LONGEST,
	);
}
