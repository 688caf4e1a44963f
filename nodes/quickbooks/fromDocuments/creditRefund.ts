import type { CreditRefundDocument } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import { jsonNumber } from './amounts';
import { header, locationOf, numberIn, reference } from './header';
import type { ReferenceIds } from './ids';

/** What of the books a credit refund needs beside its own names. */
export interface Reimburses {
	/** The credit memo's customer. */
	customer: string | undefined;
	/** The company's Accounts Receivable in the document's currency. */
	receivable: string;
}

/**
 * An expense to the customer, out of the account, with Accounts Receivable on its line: the customer
 * owes what was paid out, and the credit memo pays that debt (see application.ts). A refund receipt
 * would give the goods and the tax back a second time; a journal entry moves the same amounts, but
 * stays out of the bank's register of payments; QuickBooks has no other payment to a customer.
 */
export function creditRefund(
	document: CreditRefundDocument,
	company: Company,
	ids: ReferenceIds,
	{ customer, receivable }: Reimburses,
): Json {
	return {
		PaymentType: 'Cash',
		...header(document, company),
		...numberIn(document, company),
		...reference('AccountRef', ids.account),
		...(customer === undefined ? {} : { EntityRef: { value: customer, type: 'Customer' } }),
		...reference('PaymentMethodRef', ids.paymentMethod),
		...locationOf(ids),
		PrintStatus: 'NotSet',
		// What the memo gave back carries the tax; the money itself has none
		...(company.regime === 'global' ? { GlobalTaxCalculation: 'NotApplicable' } : {}),
		Line: [
			{
				DetailType: 'AccountBasedExpenseLineDetail',
				Amount: jsonNumber(document.total),
				Description: document.memo ?? '',
				AccountBasedExpenseLineDetail: {
					AccountRef: { value: receivable },
					...reference('CustomerRef', customer),
				},
			},
		],
	};
}
