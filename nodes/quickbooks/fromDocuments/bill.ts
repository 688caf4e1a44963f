import type { BillDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { header, numberIn, reference } from './header';
import { expenseLines, type LedgerParts } from './ledgerParts';

export function bill(document: BillDocument, parts: LedgerParts): Json {
	return {
		...numberIn(document, parts.company),
		...header(document, parts.company),
		...reference('VendorRef', parts.party({ vendor: document.vendor })),
		...(document.dueDate ? { DueDate: document.dueDate } : {}),
		...reference('DepartmentRef', parts.location),
		Line: expenseLines(document.lines, parts),
		...parts.tax.header,
	};
}
