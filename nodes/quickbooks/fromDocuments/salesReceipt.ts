import type { SalesReceiptDocument } from '../../accounting/documents';
import type { Json } from '../json';
import { reference } from './header';
import { type FormParts, salesForm } from './salesForm';

export function salesReceipt(document: SalesReceiptDocument, parts: FormParts): Json {
	return {
		...salesForm(document, parts),
		...reference('DepositToAccountRef', parts.ids.account),
		...reference('PaymentMethodRef', parts.ids.paymentMethod),
	};
}
