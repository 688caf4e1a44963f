import type { BillPaymentDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { jsonNumber } from './amounts';
import { header, reference } from './header';
import type { LedgerParts } from './ledgerParts';

/** The bill in the books that a payment settles. */
export interface SettledBill {
	id: string;
	/** The vendor of a payment must be the bill's, whatever the payment says. */
	vendor: string | undefined;
}

/** What leaves a bank account is a check to QuickBooks, whether paper or not. */
export function billPayment(
	document: BillPaymentDocument,
	parts: LedgerParts,
	{ id, vendor }: SettledBill,
): Json {
	const account = { value: parts.account(document.payFrom) };
	const paid =
		document.payFrom.type === 'Credit Card'
			? { PayType: 'CreditCard', CreditCardPayment: { CCAccountRef: account } }
			: { PayType: 'Check', CheckPayment: { BankAccountRef: account, PrintStatus: 'NotSet' } };
	const total = jsonNumber(document.total);
	return {
		...header(document, parts.company),
		...reference('VendorRef', vendor ?? parts.party({ vendor: document.vendor })),
		...reference('DepartmentRef', parts.location),
		...paid,
		TotalAmt: total,
		Line: [{ Amount: total, LinkedTxn: [{ TxnId: id, TxnType: 'Bill' }] }],
	};
}
