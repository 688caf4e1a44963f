import type { RefundReceiptDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { reference } from './header';
import { type FormParts, salesForm } from './salesForm';

/** QuickBooks calls the account that the money leaves by the name of the one that it comes to. */
export function refundReceipt(document: RefundReceiptDocument, parts: FormParts): Json {
	return {
		...salesForm(document, parts),
		...reference('DepositToAccountRef', parts.ids.account),
		...reference('PaymentMethodRef', parts.ids.paymentMethod),
	};
}
