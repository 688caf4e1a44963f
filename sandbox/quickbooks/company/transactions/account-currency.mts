import type { Books } from '../books.mts';
import { business } from '../faults.mts';
import { refId } from '../json.mts';
import type { Row } from '../types.mts';

/** Assumed: an account kept in a foreign currency takes that currency only, one in home currency takes all. */
export function checkAccountCurrency(
	books: Books,
	account: Row,
	currency: string,
	element: string,
): void {
	const own = refId(account, 'CurrencyRef') ?? books.homeCurrency;
	if (own === currency || own === books.homeCurrency) return;
	throw business('The account has another currency than the transaction', element);
}
