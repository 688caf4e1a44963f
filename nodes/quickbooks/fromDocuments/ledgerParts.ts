import type { AccountReference, ExpenseLine, PartyReference } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import { jsonNumber, plainText } from './amounts';
import { reference } from './header';
import type { PurchaseTax } from './purchaseTax';

/** All that the JSON of a document of the ledger is made from; its names are known by now. */
export interface LedgerParts {
	company: Company;
	/** Ids. */
	account(reference: AccountReference): string;
	party(reference: PartyReference): string;
	class: string | undefined;
	location: string | undefined;
	tax: PurchaseTax & { ok: true };
}

/** Lines of bills and expenses. Their class is on the line: Intuit documents none in the header. */
export function expenseLines(lines: readonly ExpenseLine[], parts: LedgerParts): Json[] {
	return lines.map(({ amount, description, account }, index) => ({
		DetailType: 'AccountBasedExpenseLineDetail',
		Amount: jsonNumber(amount),
		Description: plainText(description ?? ''),
		AccountBasedExpenseLineDetail: {
			...reference('AccountRef', parts.account(account)),
			...reference('ClassRef', parts.class),
			...reference('TaxCodeRef', parts.tax.lineCodes[index]),
		},
	}));
}
