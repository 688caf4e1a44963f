import type { ExpenseDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { header, numberIn, reference } from './header';
import { expenseLines, type LedgerParts } from './ledgerParts';

/** 'Cash' is Intuit's word for money that leaves an account without a check. */
export function expense(document: ExpenseDocument, parts: LedgerParts): Json {
	return {
		PaymentType: document.payFrom.type === 'Credit Card' ? 'CreditCard' : 'Cash',
		...numberIn(document, parts.company),
		...header(document, parts.company),
		...reference('AccountRef', parts.account(document.payFrom)),
		EntityRef: { value: parts.party({ vendor: document.vendor }), type: 'Vendor' },
		...reference('DepartmentRef', parts.location),
		PrintStatus: 'NotSet',
		Line: expenseLines(document.lines, parts),
		...parts.tax.header,
	};
}
