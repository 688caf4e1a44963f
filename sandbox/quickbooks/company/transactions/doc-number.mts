import type { Books } from '../books.mts';
import type { BuildContext } from '../entities/handler.mts';
import { duplicateDocument } from '../faults.mts';
import { list, object, text } from '../json.mts';
import type { Json } from '../types.mts';

const SALES_FORMS = ['SalesReceipt', 'RefundReceipt', 'Invoice', 'CreditMemo'];

function otherPreference(books: Books, name: string): boolean {
	const pairs = list(object(books.preferences, 'OtherPrefs'), 'NameValue');
	return pairs.find((pair) => pair.Name === name)?.Value === 'true';
}

/** Whether QuickBooks refuses a number that the same kind of transaction already has. */
function refusesDuplicates(books: Books, entity: string, body: Json): boolean {
	// Intuit documents the warning for own numbers only; with automatic numbers a value that is
	// sent all the same is kept and may repeat ("can lead to unwanted duplicates").
	if (SALES_FORMS.includes(entity)) return books.prefers('SalesFormsPrefs', 'CustomTxnNumbers');
	if (entity === 'JournalEntry') return otherPreference(books, 'WarnDuplicateJournalNumber');
	if (entity === 'Purchase' && body.PaymentType === 'Check') {
		return otherPreference(books, 'WarnDuplicateCheckNumber');
	}
	return true;
}

function automaticNumber(books: Books, entity: string, include: string[]): string | undefined {
	if (SALES_FORMS.includes(entity) && !books.prefers('SalesFormsPrefs', 'CustomTxnNumbers')) {
		// All sales forms share one running number.
		return String(books.store.count('salesNumber', 1001));
	}
	if (entity === 'JournalEntry' && include.includes('allowautodocnum')) {
		return String(books.store.count('journalNumber', 1));
	}
	if (entity === 'InventoryAdjustment') return String(books.store.count('adjustmentNumber', 1));
	return undefined;
}

/** The number to store: the one sent, the one it had, or the next one; 6140 for a forbidden repeat. */
export function documentNumber(
	books: Books,
	entity: string,
	body: Json,
	{ previous, id, include }: BuildContext,
): string | undefined {
	const sent = text(body, 'DocNumber');
	if (sent === undefined) {
		const automatic = !books.prefers('SalesFormsPrefs', 'CustomTxnNumbers');
		const kept = automatic ? text(previous, 'DocNumber') : undefined;
		return kept ?? automaticNumber(books, entity, include);
	}
	if (include.includes('allowduplicatedocnum') || !refusesDuplicates(books, entity, body))
		return sent;
	const other = books.store
		.table(entity)
		.values()
		.find((row) => row.DocNumber === sent && row.Id !== id);
	if (other !== undefined) throw duplicateDocument(sent, entity, other.Id);
	return sent;
}
