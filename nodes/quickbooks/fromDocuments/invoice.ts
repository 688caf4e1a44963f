import type { InvoiceDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { memoWithPoNumber } from './customFields';
import { reference } from './header';
import { type FormParts, salesForm } from './salesForm';

/** The due date is sent beside the terms: it is Shopify's, whatever days the terms have in QuickBooks. */
export function invoice(document: InvoiceDocument, parts: FormParts): Json {
	return {
		...salesForm(document, parts, memoWithPoNumber(document, parts.company)),
		...reference('SalesTermRef', parts.ids.terms),
		...(document.dueDate ? { DueDate: document.dueDate } : {}),
	};
}
