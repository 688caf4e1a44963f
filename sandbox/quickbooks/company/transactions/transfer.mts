import type { Books } from '../books.mts';
import { amountOf, centsOf } from '../cents.mts';
import type { Handler } from '../entities/handler.mts';
import { business, invalidAccountType, missing, negativeAmount } from '../faults.mts';
import { refId } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { checkAccountCurrency } from './account-currency.mts';
import { buildHead } from './head.mts';

/** Both sides must be assets; receivables are refused in practice. */
function assetAccount(books: Books, body: Json, name: string): Row {
	const account = books.resolve('Account', body, name);
	if (account === undefined) throw missing(name);
	if (account.Classification !== 'Asset' || account.AccountType === 'Accounts Receivable') {
		throw invalidAccountType(name);
	}
	return account;
}

export const transfer: Handler = {
	deletable: true,
	build(books, body, context) {
		const from = assetAccount(books, body, 'FromAccountRef');
		const to = assetAccount(books, body, 'ToAccountRef');
		const cents = centsOf(body, 'Amount');
		if (cents === undefined) throw missing('Amount');
		// Assumed, as for deposits: no source shows a negative transfer.
		if (cents < 0) throw negativeAmount('Amount');
		if (cents === 0) throw business('You must set a transaction amount', 'Amount');
		if (from.Id === to.Id)
			throw business('A transfer needs two different accounts', 'ToAccountRef');
		const head = buildHead(books, body, context);
		checkAccountCurrency(books, from, head.currency, 'FromAccountRef');
		checkAccountCurrency(books, to, head.currency, 'ToAccountRef');
		return { ...head.content, Amount: amountOf(cents) };
	},
	post(_books, row) {
		const cents = centsOf(row, 'Amount') ?? 0;
		return {
			entries: [
				{ accountId: String(refId(row, 'ToAccountRef')), cents },
				{ accountId: String(refId(row, 'FromAccountRef')), cents: -cents },
			],
		};
	},
};
