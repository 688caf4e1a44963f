import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { LEDGER_TYPES } from '../ledgerTypes';
import { Money } from '../money';
import { movedOn, type BookEntry, type Books } from './bookEntry';

export interface ClearingInput {
	shop: LedgerShopFacts;
	currency: string;
	/** Rows that no paid payout holds. */
	openRows: readonly LedgerRowFacts[];
	books: Books;
	/** The clearing account's balance in QuickBooks, and its names. */
	balance: Money;
	accounts: ReadonlySet<string>;
}

/** What Shopify holds, by order or kind of movement. */
export interface OpenItem {
	what: string;
	amount: Money;
	fee: Money;
	net: Money;
	isBooked: boolean;
}

/** The balance of clearing, explained by what Shopify has not paid out yet. */
export interface ClearingProof {
	balance: Money;
	/** Net of the open rows: what Shopify still owes. */
	owed: Money;
	/** Fees of open rows, which are booked when their payout is. */
	feesNotBooked: Money;
	/** Balance less what is owed and less the fees not booked; 0.00 when clearing is proved. */
	difference: Money;
	isProved: boolean;
	open: OpenItem[];
	/** On clearing in the period that was read, but not made by this package. */
	strangers: BookEntry[];
}

/** Proves that clearing holds what Shopify owes, and lists it by order. */
export function proveClearing(input: ClearingInput): ClearingProof {
	const { currency, balance, books, accounts } = input;
	const rows = input.openRows.filter(
		({ test, type }) => !test && LEDGER_TYPES.get(type)?.booking !== 'Payout',
	);
	const sum = (of: (row: LedgerRowFacts) => Money, some = rows) =>
		Money.sum(currency, some.map(of));
	const owed = sum(({ net }) => net);
	const feesNotBooked = sum(
		({ fee }) => fee,
		rows.filter((row) => !hasFee(input, row)),
	);
	const difference = balance.subtract(owed).subtract(feesNotBooked);
	return {
		balance,
		owed,
		feesNotBooked,
		difference,
		isProved: difference.isZero(),
		open: groupBy(rows, nameOf).map((alike) => ({
			what: nameOf(alike[0]),
			amount: sum(({ amount }) => amount, alike),
			fee: sum(({ fee }) => fee, alike),
			net: sum(({ net }) => net, alike),
			isBooked: alike.every((row) => isBooked(input, row)),
		})),
		strangers: books.entries.filter(
			(entry) => entry.keys.length === 0 && !movedOn([entry], accounts, currency).isZero(),
		),
	};
}

function nameOf({ order, type }: LedgerRowFacts): string {
	return order?.name ?? type;
}

function hasFee({ books, shop }: ClearingInput, { legacyId }: LedgerRowFacts): boolean {
	return books.under(`${shop.domain}/BalanceTransaction/${legacyId}/Fee`).length > 0;
}

/** Whether anything in the books names the order or the movement. */
function isBooked({ books, shop }: ClearingInput, row: LedgerRowFacts): boolean {
	const orderId = row.order?.id.slice(row.order.id.lastIndexOf('/') + 1);
	const keys = [
		`BalanceTransaction/${row.legacyId}`,
		...(row.orderTransactionId === null ? [] : [`OrderTransaction/${row.orderTransactionId}`]),
		...(orderId === undefined ? [] : [`Order/${orderId}`]),
	];
	return keys.some((key) => books.under(`${shop.domain}/${key}`).length > 0);
}
