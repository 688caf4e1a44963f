import type { TransferDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { jsonNumber } from './amounts';
import { header, reference } from './header';
import type { LedgerParts } from './ledgerParts';

/** Intuit documents no number, class or location for it. */
export function transfer(document: TransferDocument, parts: LedgerParts): Json {
	return {
		...header(document, parts.company),
		...reference('FromAccountRef', parts.account(document.from)),
		...reference('ToAccountRef', parts.account(document.to)),
		Amount: jsonNumber(document.total),
	};
}
