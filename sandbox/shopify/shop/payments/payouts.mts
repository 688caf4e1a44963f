import { DAY, dateTime, type Calendar } from '../calendar.mts';
import { legacyId, type Ids } from '../ids.mts';
import type { Node } from '../model.mts';
import type { Payout } from '../modelPayments.mts';
import { moneyV2 } from '../money.mts';
import type { PayoutTruth } from '../truthModel.mts';
import { netOfRow, newRow, type PayoutDraft, type Row } from './rows.mts';

/** From charge to payout. */
const AVAILABLE_AFTER = 3 * DAY;

/** Banks take days to report a failed transfer. */
const BANK_SAYS_NO_AFTER = 3 * DAY;

/** Money that came back can go out again the next morning. */
const availableAt = (row: Row): number =>
	row.type === 'TRANSFER_FAILURE' || row.type === 'TRANSFER_CANCEL'
		? row.at
		: row.at + AVAILABLE_AFTER;

/**
 * One payout every weekday of what is available that morning. Day boundaries are UTC. One payout
 * in the middle of the month fails (its money comes back by a TRANSFER_FAILURE row and goes out
 * with the next payout), one morning the balance is negative because the processor has set money
 * aside (a WITHDRAWAL), and the last payout is only scheduled. In a troubled year that happens every
 * quarter, and payouts are also cancelled.
 */
export function payOut(
	ids: Ids,
	calendar: Calendar,
	rows: Row[],
	isTroubled = false,
): PayoutDraft[] {
	const payouts: PayoutDraft[] = [];
	const mornings = weekdays(calendar);
	const plan = isTroubled ? troubledPlan(mornings) : usualPlan(mornings);
	for (const at of mornings) {
		const available = () =>
			rows.filter((row) => !row.test && row.payout === null && availableAt(row) < at);
		if (plan.reserving.has(at)) rows.push(...reserve(ids, available(), at));
		const due = available();
		if (due.length === 0) continue;
		const last = at === mornings[mornings.length - 1];
		payouts.push(issue(ids, rows, due, at, last ? 'SCHEDULED' : plan.fate(at, due)));
	}
	return payouts;
}

interface Plan {
	/** What becomes of the payout of that morning. */
	fate(at: number, due: Row[]): 'PAID' | 'FAILED' | 'CANCELED';
	reserving: ReadonlySet<number>;
}

function usualPlan(mornings: number[]): Plan {
	const failing = mornings[Math.floor(mornings.length / 2)];
	return {
		fate: (at) => (at === failing ? 'FAILED' : 'PAID'),
		reserving: new Set([mornings[Math.floor((mornings.length * 3) / 4)]]),
	};
}

/** Each quarter of the time one payout fails, one is cancelled, and money is set aside once. */
function troubledPlan(mornings: number[]): Plan {
	const at = (share: number) => mornings[Math.floor(mornings.length * share)];
	const quarters = [0, 0.25, 0.5, 0.75];
	const fates = quarters.flatMap((share) => [
		{ from: at(share + 0.06), fate: 'FAILED' as const },
		{ from: at(share + 0.13), fate: 'CANCELED' as const },
	]);
	return {
		fate: (morning, due) => {
			const isDeposit = due.reduce((sum, row) => sum + netOfRow(row), 0) > 0;
			const isRefused = isDeposit && fates.length > 0 && fates[0].from <= morning;
			return isRefused ? fates.shift()!.fate : 'PAID';
		},
		reserving: new Set(quarters.map((share) => at(share + 0.19))),
	};
}

function issue(
	ids: Ids,
	rows: Row[],
	due: Row[],
	at: number,
	status: PayoutDraft['status'],
): PayoutDraft {
	const net = due.reduce((sum, row) => sum + netOfRow(row), 0);
	const payout: PayoutDraft = { id: ids.gid('ShopifyPaymentsPayout'), at, status, net, rows: due };
	for (const row of due) row.payout = payout;
	const sourceId = legacyId(payout.id);
	rows.push(
		newRow(ids, { type: 'TRANSFER', sourceType: 'TRANSFER', amount: -net, at, sourceId, payout }),
	);
	if (status === 'FAILED' || status === 'CANCELED') {
		const type = status === 'FAILED' ? 'TRANSFER_FAILURE' : 'TRANSFER_CANCEL';
		const back = { type, sourceType: 'TRANSFER', amount: net, sourceId };
		rows.push(newRow(ids, { ...back, at: at + BANK_SAYS_NO_AFTER }));
	}
	return payout;
}

/** Money set aside on a risky day, more than there is; released a week later. */
function reserve(ids: Ids, due: Row[], at: number): Row[] {
	const held = due.reduce((sum, row) => sum + netOfRow(row), 0) + 25_000;
	const since = at - AVAILABLE_AFTER - DAY / 4;
	return [
		newRow(ids, { type: 'RESERVED_FUNDS', amount: -held, at: since }),
		newRow(ids, { type: 'RESERVED_FUNDS_REVERSAL', amount: held, at: since + 4 * DAY }),
	];
}

/** 06:00 UTC of every weekday, from the fourth of the month to the first one after "now". */
function weekdays(calendar: Calendar): number[] {
	const list: number[] = [];
	const first = Math.floor(calendar.start / DAY) * DAY + 3 * DAY + DAY / 4;
	for (let at = first; ; at += DAY) {
		const weekday = new Date(at).getUTCDay();
		if (weekday !== 0 && weekday !== 6) list.push(at);
		if (list.length > 0 && list[list.length - 1] > calendar.asOf) return list;
	}
}

/** Summary buckets of a payout: [gross, fee] of the rows of these types. */
const BUCKETS: Record<string, string[]> = {
	charges: ['CHARGE'],
	refundsFee: ['REFUND'],
	reservedFunds: ['RESERVED_FUNDS', 'RESERVED_FUNDS_REVERSAL'],
	retriedPayouts: ['TRANSFER_FAILURE', 'TRANSFER_CANCEL'],
	advance: ['ADVANCE', 'ADVANCE_FUNDING'],
};

export function projectPayout(
	draft: PayoutDraft,
	currency: string,
	businessEntity: Node,
	bankAccount: Node,
): Payout {
	return {
		id: draft.id,
		legacyResourceId: legacyId(draft.id),
		issuedAt: dateTime(draft.at),
		status: draft.status,
		transactionType: draft.net < 0 ? 'WITHDRAWAL' : 'DEPOSIT',
		net: moneyV2(draft.net, currency),
		gross: moneyV2(draft.net, currency),
		externalTraceId: draft.status === 'PAID' ? `NWD${legacyId(draft.id).slice(-10)}` : null,
		bankAccount,
		businessEntity,
		summary: summaryOf(draft, currency),
	};
}

function summaryOf(draft: PayoutDraft, currency: string): Payout['summary'] {
	const known = new Set(Object.values(BUCKETS).flat());
	const sum = (take: (row: Row) => boolean, field: 'amount' | 'fee') =>
		moneyV2(
			draft.rows.filter(take).reduce((total, row) => total + row[field], 0),
			currency,
		);
	const of = (types: string[]) => (row: Row) => types.includes(row.type);
	const rest = (row: Row) => !known.has(row.type);
	return {
		chargesGross: sum(of(BUCKETS.charges), 'amount'),
		chargesFee: sum(of(BUCKETS.charges), 'fee'),
		refundsFeeGross: sum(of(BUCKETS.refundsFee), 'amount'),
		refundsFee: sum(of(BUCKETS.refundsFee), 'fee'),
		adjustmentsGross: sum(rest, 'amount'),
		adjustmentsFee: sum(rest, 'fee'),
		reservedFundsGross: sum(of(BUCKETS.reservedFunds), 'amount'),
		reservedFundsFee: sum(of(BUCKETS.reservedFunds), 'fee'),
		retriedPayoutsGross: sum(of(BUCKETS.retriedPayouts), 'amount'),
		retriedPayoutsFee: sum(of(BUCKETS.retriedPayouts), 'fee'),
		advanceGross: sum(of(BUCKETS.advance), 'amount'),
		advanceFees: sum(of(BUCKETS.advance), 'fee'),
		usdcRebateCreditAmount: moneyV2(0, currency),
	};
}

export function payoutTruth(draft: PayoutDraft, calendar: Calendar): PayoutTruth {
	const sum = (take: (row: Row) => boolean) =>
		draft.rows.filter(take).reduce((total, row) => total + row.amount, 0);
	return {
		payoutId: draft.id,
		date: calendar.localDate(draft.at),
		status: draft.status,
		net: draft.net,
		charges: sum(({ type }) => type === 'CHARGE'),
		refunds: sum(({ type }) => type === 'REFUND'),
		fees: draft.rows.reduce((total, row) => total + row.fee, 0),
		other: sum(({ type }) => type !== 'CHARGE' && type !== 'REFUND'),
	};
}
