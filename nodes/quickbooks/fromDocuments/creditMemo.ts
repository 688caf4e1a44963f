import type { CreditMemoDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { type FormParts, salesForm } from './salesForm';

/** What it is used for is not part of it: that takes a payment of 0.00 (see application.ts). */
export function creditMemo(document: CreditMemoDocument, parts: FormParts): Json {
	return salesForm(document, parts);
}
