import type { LedgerRowFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { LEDGER_TYPES } from '../ledgerTypes';
import { localDate } from '../localDate';
import { Money } from '../money';
import type { BookEntry } from './bookEntry';
import type { OrderLinks } from './orderLinks';
import type { Claim, ProofInput } from './types';

/** Every row's amount and every fee, each claimed by the documents that name its source. */
export function claimsOf(input: ProofInput, rows: readonly LedgerRowFacts[]): Claim[] {
	const ofOrders = rows.filter(isOfOrder);
	const others = rows.filter((row) => !isOfOrder(row) && !isPayoutMove(row));
	const own = others.filter((row) => !isWithFees(input, row));
	const charges = others.filter((row) => !own.includes(row));
	return [
		...groupBy(ofOrders, ({ order }) => order?.id ?? '').flatMap((each) =>
			orderClaims(input, each),
		),
		...own.map((row) => entryClaim(input, row)),
		...feeClaims(input, rows, charges),
	].filter(({ rows: claimed }) => claimed.length > 0);
}

export function isOfOrder({ type, order }: LedgerRowFacts): boolean {
	const booking = LEDGER_TYPES.get(type)?.booking;
	return order !== null && (booking === 'Order' || booking === 'Refund');
}

/** A payout that came back is no row of the shop's business. */
export function isPayoutMove({ type }: LedgerRowFacts): boolean {
	return LEDGER_TYPES.get(type)?.booking === 'Payout';
}

/** What Shopify bills the shop for goes with the fees, unless it has a document of its own. */
function isWithFees(input: ProofInput, { type, legacyId }: LedgerRowFacts): boolean {
	const isCharge = LEDGER_TYPES.get(type)?.booking === 'Charge';
	return isCharge && at(input, `BalanceTransaction/${legacyId}`).length === 0;
}

function at({ payout, books }: ProofInput, key: string): BookEntry[] {
	return books.at(`${payout.shop.domain}/${key}`);
}

function under({ payout, books }: ProofInput, key: string): BookEntry[] {
	return books.under(`${payout.shop.domain}/${key}`);
}

/**
 * Money with a document of its own (a payment of an invoice, a refund) is claimed from it; all other
 * money of the order from its receipts, which hold what came in until the last edit.
 */
function orderClaims(input: ProofInput, rows: LedgerRowFacts[]): Claim[] {
	const order = input.orders.find(({ id }) => id === rows[0].order?.id);
	const refundClaims = (order?.refunds ?? []).map((refund) =>
		refundClaim(input, order, refund, rows),
	);
	const refunded = new Set(refundClaims.flatMap((claim) => claim.rows));
	const rest = rows.filter((row) => !refunded.has(row));
	const paid = rest.filter(({ orderTransactionId }) =>
		orderTransactionId === null
			? false
			: at(input, `OrderTransaction/${orderTransactionId}`).length > 0,
	);
	const payments = groupBy(paid, ({ orderTransactionId }) => String(orderTransactionId)).map(
		(alike): Claim => ({
			...claimOf(input, alike, at(input, `OrderTransaction/${alike[0].orderTransactionId}`)),
			what: `payment of order ${alike[0].order?.name}`,
		}),
	);
	const open = rest.filter((row) => !paid.includes(row));
	return [...refundClaims, ...payments, receiptClaim(input, order, open)];
}

function refundClaim(
	input: ProofInput,
	order: OrderLinks | undefined,
	{ legacyId, transactionIds }: OrderLinks['refunds'][number],
	rows: readonly LedgerRowFacts[],
): Claim {
	const own = rows.filter(
		({ orderTransactionId }) =>
			orderTransactionId !== null && transactionIds.includes(orderTransactionId),
	);
	const entries = [
		...under(input, `Refund/${legacyId}`),
		...transactionIds.flatMap((id) => at(input, `OrderTransaction/${id}`)),
	];
	const whole = wholeOf(input, order, (id) => transactionIds.includes(id));
	const claim = claimOf(input, own, entries);
	return {
		...claim,
		expected: whole ?? claim.expected,
		what: `refund of order ${order?.name ?? ''}`,
	};
}

/** A receipt holds all that was paid for the order, also what other payouts bring. */
function receiptClaim(
	input: ProofInput,
	order: OrderLinks | undefined,
	rows: LedgerRowFacts[],
): Claim {
	const { payout } = input;
	const legacyId = order?.legacyId ?? lastPart(rows[0]?.order?.id ?? '');
	const receipts = under(input, `Order/${legacyId}`);
	const what = `order ${rows[0]?.order?.name ?? order?.name ?? ''}`;
	if (receipts.length === 0) {
		const summaries = summariesOf(input, rows);
		return { ...claimOf(input, rows, summaries), what, isShared: summaries.length > 0 };
	}
	const refunded = new Set((order?.refunds ?? []).flatMap(({ transactionIds }) => transactionIds));
	const isOpen = (id: string) =>
		!refunded.has(id) && at(input, `OrderTransaction/${id}`).length === 0;
	const whole = wholeOf(input, order, isOpen);
	const claim = claimOf(input, rows, receipts);
	const isSameMoney = whole !== undefined && whole.currency === payout.currency;
	return { ...claim, expected: isSameMoney ? whole : claim.expected, what };
}

function wholeOf(
	{ payout }: ProofInput,
	order: OrderLinks | undefined,
	isWanted: (transactionId: string) => boolean,
): Money | undefined {
	const wanted = order?.transactions.filter(({ legacyId }) => isWanted(legacyId)) ?? [];
	if (wanted.length === 0 || wanted.some(({ amount }) => amount.currency !== payout.currency)) {
		return undefined;
	}
	return Money.sum(
		payout.currency,
		wanted.map(({ amount }) => amount),
	);
}

function summariesOf(input: ProofInput, rows: readonly LedgerRowFacts[]): BookEntry[] {
	const { payout } = input;
	const perPayout = under(input, `Payout/${payout.legacyId}/Sales`);
	if (perPayout.length > 0) return perPayout;
	const days = new Set(rows.map(({ at: instant }) => localDate(instant, payout.shop.timeZone)));
	return [...days].flatMap((day) => under(input, `Day/${day}`));
}

function entryClaim(input: ProofInput, row: LedgerRowFacts): Claim {
	const entries = at(input, `BalanceTransaction/${row.legacyId}`);
	return { ...claimOf(input, [row], entries), what: `${row.type} ${row.legacyId}` };
}

/** Fees, and what Shopify charges beside them, are one document per payout, day, month or row. */
function feeClaims(
	input: ProofInput,
	rows: readonly LedgerRowFacts[],
	charges: readonly LedgerRowFacts[],
): Claim[] {
	const { payout } = input;
	const costly = rows.filter((row) => !row.fee.isZero());
	const single = [...new Set([...costly, ...charges])].filter(
		({ legacyId }) => feeOf(input, legacyId).length > 0,
	);
	const rest = costly.filter((row) => !single.includes(row));
	const ofPayout = under(input, `Payout/${payout.legacyId}/Fees`);
	const billed = charges.filter((row) => !single.includes(row));
	const shared = ofPayout.length > 0 ? [] : periodsOf(input, [...rest, ...billed]);
	const claimed = [...new Set([...rest, ...billed])];
	const common: Claim = {
		what: 'fees',
		expected: billed.reduce((sum, { amount }) => sum.add(amount), feesOf(input, rest).negate()),
		rows: claimed,
		entries: [...ofPayout, ...shared],
		isShared: shared.length > 0,
		part: 'fee',
	};
	return [
		...single.map(
			(row): Claim => ({
				what: `fee of ${row.type} ${row.legacyId}`,
				expected: charges.includes(row) ? row.amount.subtract(row.fee) : row.fee.negate(),
				rows: [row],
				entries: feeOf(input, row.legacyId),
				isShared: false,
				part: 'fee',
			}),
		),
		common,
	];
}

function feeOf(input: ProofInput, legacyId: string): BookEntry[] {
	return under(input, `BalanceTransaction/${legacyId}/Fee`);
}

function periodsOf(input: ProofInput, rows: readonly LedgerRowFacts[]): BookEntry[] {
	const { payout } = input;
	const days = rows.flatMap(({ at: instant }) => localDate(instant, payout.shop.timeZone) ?? []);
	const periods = new Set(days.flatMap((day) => [day, day.slice(0, 7)]));
	return [...periods].flatMap((period) => under(input, `Fees/${period}/${payout.currency}`));
}

function feesOf({ payout }: ProofInput, rows: readonly LedgerRowFacts[]): Money {
	return Money.sum(
		payout.currency,
		rows.map(({ fee }) => fee),
	);
}

function claimOf({ payout }: ProofInput, rows: LedgerRowFacts[], entries: BookEntry[]): Claim {
	const expected = Money.sum(
		payout.currency,
		rows.map(({ amount }) => amount),
	);
	return { what: '', expected, rows, entries, isShared: false, part: 'amount' };
}

function lastPart(id: string): string {
	return id.slice(id.lastIndexOf('/') + 1);
}
