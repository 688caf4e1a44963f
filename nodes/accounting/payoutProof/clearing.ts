import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { LEDGER_TYPES } from '../ledgerTypes';
import { localDate } from '../localDate';
import { Money } from '../money';
import { movedOn, type BookEntry, type Books } from './bookEntry';

export interface ClearingInput {
	shop: LedgerShopFacts;
	currency: string;
	/** Rows that no paid payout holds; those of failed payouts are told apart here. */
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
	/** Fees and charges of open rows, which are booked when their payout is. */
	feesNotBooked: Money;
	/** What other movements without a payout yet will move: they are booked when their payout is read. */
	movementsNotBooked: Money;
	/** Balance less what is owed and what is not booked yet; 0.00 when clearing is proved. */
	difference: Money;
	isProved: boolean;
	open: OpenItem[];
	/** On clearing in the period that was read, but not made by this package. */
	strangers: BookEntry[];
}

/** Proves that clearing holds what Shopify owes, and lists it by order. */
export function proveClearing(input: ClearingInput): ClearingProof {
	const { currency, balance, books, accounts } = input;
	const rows = input.openRows.filter(isOwed);
	const sum = (of: (row: LedgerRowFacts) => Money, some = rows) =>
		Money.sum(currency, some.map(of));
	const owed = sum(({ net }) => net);
	const waiting = rows.filter((row) => waitsForPayout(input, row));
	const movementsNotBooked = sum(({ net }) => net.negate(), waiting);
	const rest = rows.filter((row) => !waiting.includes(row));
	const feesNotBooked = sum((row) => notBooked(input, row), rest);
	const difference = [owed, feesNotBooked, movementsNotBooked].reduce(
		(left, part) => left.subtract(part),
		balance,
	);
	return {
		balance,
		owed,
		feesNotBooked,
		movementsNotBooked,
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

const CAME_BACK: readonly (string | null)[] = ['FAILED', 'CANCELED'];

/**
 * A payout on its way is owed still, so its own row counts for nothing. The rows of a payout that came
 * back stay with it, and the row of its return stands for all of them; unless the payout that took that
 * row came back as well, whose return then stands for it too.
 */
function isOwed({ test, type, payoutStatus, payoutId, sourceId }: LedgerRowFacts): boolean {
	if (test || type === 'TRANSFER') return false;
	if (!CAME_BACK.includes(payoutStatus)) return true;
	const isReturn = LEDGER_TYPES.get(type)?.booking === 'Payout';
	return isReturn && (sourceId === null || payoutId?.endsWith(`/${sourceId}`) === true);
}

/** Disputes, adjustments and the like come with their payout, unless rows are booked one by one. */
function waitsForPayout({ books, shop }: ClearingInput, row: LedgerRowFacts): boolean {
	const isEntry = LEDGER_TYPES.get(row.type)?.booking === 'Entry';
	const key = `${shop.domain}/BalanceTransaction/${row.legacyId}`;
	return isEntry && row.payoutId === null && books.under(key).length === 0;
}

/** What Shopify took from the row, and the books will hold only with the fees of its payout. */
function notBooked(input: ClearingInput, row: LedgerRowFacts): Money {
	if (hasFee(input, row)) return Money.zero(input.currency);
	const isCharge = LEDGER_TYPES.get(row.type)?.booking === 'Charge';
	const { books, shop } = input;
	const isEntry = books.at(`${shop.domain}/BalanceTransaction/${row.legacyId}`).length > 0;
	return isCharge && !isEntry ? row.net.negate() : row.fee;
}

/** Fees may be booked by row, by day or by month; those of its payout come with the payout. */
function hasFee({ books, shop }: ClearingInput, { legacyId, at, currency }: LedgerRowFacts) {
	const day = localDate(at, shop.timeZone) ?? '';
	const keys = [
		`BalanceTransaction/${legacyId}/Fee`,
		...[day, day.slice(0, 7)].map((period) => `Fees/${period}/${currency}`),
	];
	return keys.some((key) => books.under(`${shop.domain}/${key}`).length > 0);
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
