import type { Books } from '../books.mts';
import { centsOf } from '../cents.mts';
import type { Handler } from '../entities/handler.mts';
import { business, invalidAccountType, missing } from '../faults.mts';
import { flag, object, refId, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { checkAccountCurrency } from './account-currency.mts';
import { documentNumber } from './doc-number.mts';
import { buildExpenseLines, expensePosting } from './expense-lines.mts';
import { buildHead } from './head.mts';

/** Intuit says "bank/asset" for Cash; whether a current asset is really taken is not verified. */
const PAID_FROM: Record<string, string[]> = {
	Check: ['Bank'],
	CreditCard: ['Credit Card'],
	Cash: ['Bank', 'Other Current Asset'],
};

function payee(books: Books, body: Json): Row | undefined {
	const entity = object(body, 'EntityRef');
	const type = text(entity, 'type');
	const known = ['Vendor', 'Customer', 'Employee'].find(
		(name) => name.toLowerCase() === (type ?? 'Vendor').toLowerCase(),
	);
	return known === undefined ? undefined : books.resolve(known, body, 'EntityRef');
}

export const purchase: Handler = {
	deletable: true,
	build(books, body, context) {
		const type = text(body, 'PaymentType');
		if (type === undefined) throw missing('PaymentType');
		const account = books.resolve('Account', body, 'AccountRef');
		if (account === undefined) throw missing('AccountRef');
		if (!PAID_FROM[type].includes(String(account.AccountType)))
			throw invalidAccountType('AccountRef');
		if (flag(body, 'Credit') && type !== 'CreditCard') {
			throw business('Credit is allowed for credit card expenses only', 'Credit');
		}
		const head = buildHead(books, body, context, payee(books, body));
		checkAccountCurrency(books, account, head.currency, 'AccountRef');
		books.resolve('PaymentMethod', body, 'PaymentMethodRef');
		return {
			...head.content,
			...buildExpenseLines(books, body, head.date, context.previous),
			Credit: flag(body, 'Credit'),
			DocNumber: documentNumber(books, 'Purchase', body, context),
		};
	},
	post(books, row) {
		const type = text(object(row, 'EntityRef'), 'type');
		const id = refId(row, 'EntityRef');
		const known = type === 'Customer' || type === 'Vendor' ? type : 'Vendor';
		const control = {
			accountId: String(refId(row, 'AccountRef')),
			cents: centsOf(row, 'TotalAmt') ?? 0,
			...(id === undefined ? {} : { entity: { type: known, id } as const }),
		};
		return expensePosting(books, row, control, flag(row, 'Credit') ? -1 : 1);
	},
};
