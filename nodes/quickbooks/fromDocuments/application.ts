import type { Booked } from '../found';
import type { Json } from '../json';
import { noteWithKey } from '../key';
import type { Posting } from '../posting';
import { jsonNumber } from './amounts';
import { reference } from './header';

/** QuickBooks' name of an expense paid in cash, where it is linked. */
const LINK_NAMES: Readonly<Record<string, string>> = { Purchase: 'Expense' };

/** A credit memo that is used up for something the customer owes: an invoice, or money paid out. */
export interface Application {
	credit: Booked;
	debt: Booked;
	/** Decimal text, above zero. */
	amount: string;
}

/**
 * A payment of 0.00 that holds both: Intuit documents no other way to use up a credit. It moves no
 * account; only the balances of the two change.
 */
export function application(
	{ credit, debt, amount }: Application,
	{ key, date }: Posting,
	memo: string,
): Json {
	const line = ({ entity, id }: Booked): Json => ({
		Amount: jsonNumber(amount),
		LinkedTxn: [{ TxnId: id, TxnType: LINK_NAMES[entity] ?? entity }],
	});
	return {
		TxnDate: date,
		...reference('CurrencyRef', credit.currency),
		PrivateNote: noteWithKey(memo, key),
		...reference('CustomerRef', credit.customer),
		TotalAmt: 0,
		Line: [line(debt), line(credit)],
	};
}
