import type { PaymentDocument } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import { numberOf } from '../numbers';
import { jsonNumber } from './amounts';
import { header, reference } from './header';
import type { ReferenceIds } from './ids';

/** The invoice in the books that a payment settles. */
export interface Settles {
	id: string;
	/** The customer of a payment must be the invoice's, whatever the payment says. */
	customer: string | undefined;
	/** What of the payment goes to it; the rest stays a credit of the customer. */
	amount: string;
}

/** Classes and custom fields are for sales forms, and Intuit documents no location here. */
export function payment(
	document: PaymentDocument,
	company: Company,
	ids: ReferenceIds,
	{ id, customer, amount }: Settles,
): Json {
	const number = numberOf(document);
	return {
		...header(document, company),
		...(number === undefined ? {} : { PaymentRefNum: number }),
		...reference('CustomerRef', customer ?? ids.customer),
		TotalAmt: jsonNumber(document.total),
		...reference('DepositToAccountRef', ids.account),
		...reference('PaymentMethodRef', ids.paymentMethod),
		Line: [{ Amount: jsonNumber(amount), LinkedTxn: [{ TxnId: id, TxnType: 'Invoice' }] }],
	};
}
