import { DAY, HOUR } from '../shop/calendar.mts';
import type { MoneyV2 } from '../shop/model.mts';
import { moneyV2 } from '../shop/money.mts';
import type { BalanceTransaction, Payout, PaymentsAccount } from '../shop/modelPayments.mts';
import { refill, type Change, type Life } from './change.mts';
import { minor } from './minor.mts';
import { latenessOf, shareOf, type Lateness } from './lateness.mts';

/** A payout is made up the evening before it goes out. */
const MADE_BEFORE = 8 * HOUR;
const BANK_TAKES = DAY;
/** A bank takes longer to refuse. */
const BANK_REFUSES_AFTER = 3 * DAY;
/** A few rows are assigned to their payout later than the others. */
const LATE_SHARE = 0.03;
const ASSIGNED_LATE = 2 * HOUR;

interface Step {
	at: number;
	status: string;
}

interface PayoutLife {
	payout: Payout;
	traceId: string | null;
	steps: Step[];
}

interface RowLife {
	row: BalanceTransaction;
	shownAt: number;
	/** When it gets its payout. */
	assignedAt: number;
	payout: PayoutLife | undefined;
}

/**
 * The ledger of one account: rows appear (some late), payouts are made (SCHEDULED), go out
 * (IN_TRANSIT) and are paid or fail; a row belongs to no payout until its payout is made.
 */
export function lifeOfLedger(account: PaymentsAccount, lateness: Lateness): Life {
	const payouts = account.payouts.map((payout) => lifeOfPayout(payout));
	const byId = new Map(payouts.map((life) => [life.payout.id, life]));
	const currencies = account.balance.map(({ currencyCode }) => currencyCode);
	const rows = account.balanceTransactions.map((row) => lifeOfRow(row, byId, lateness));
	return {
		changes: [...payouts.flatMap(changesOfPayout), ...rows.flatMap(changesOfRow)],
		showAt: (now) => {
			for (const life of payouts) showPayout(life, now);
			for (const life of rows) showRow(life, now);
			refill(
				account.payouts,
				payouts.filter(({ steps }) => steps[0].at <= now).map(({ payout }) => payout),
			);
			refill(
				account.balanceTransactions,
				rows.filter(({ shownAt }) => shownAt <= now).map(({ row }) => row),
			);
			refill(
				account.balance,
				currencies.map((currency) => balanceAt(rows, currency, now)),
			);
		},
	};
}

function lifeOfPayout(payout: Payout): PayoutLife {
	const issued = Date.parse(payout.issuedAt);
	const steps = [{ at: issued - MADE_BEFORE, status: 'SCHEDULED' }];
	if (payout.status !== 'SCHEDULED') {
		const end = payout.status === 'FAILED' ? BANK_REFUSES_AFTER : BANK_TAKES;
		steps.push({ at: issued, status: 'IN_TRANSIT' }, { at: issued + end, status: payout.status });
	}
	return { payout, traceId: payout.externalTraceId, steps };
}

function lifeOfRow(
	row: BalanceTransaction,
	payouts: ReadonlyMap<string, PayoutLife>,
	lateness: Lateness,
): RowLife {
	const payout = payouts.get(row.associatedPayout.id ?? '');
	const shownAt = Date.parse(row.transactionDate) + latenessOf(row.id, lateness);
	const made = payout?.steps[0].at ?? Number.POSITIVE_INFINITY;
	const late = lateness !== 'none' && shareOf(`payout of ${row.id}`) < LATE_SHARE;
	const assignedAt = Math.max(made + (late ? ASSIGNED_LATE : 0), shownAt);
	return { row, shownAt, assignedAt, payout };
}

function statusAt({ steps }: PayoutLife, now: number): string {
	return (steps.findLast(({ at }) => at <= now) ?? steps[0]).status;
}

function showPayout(life: PayoutLife, now: number): void {
	life.payout.status = statusAt(life, now);
	life.payout.externalTraceId = life.payout.status === 'PAID' ? life.traceId : null;
}

function showRow({ row, payout, assignedAt }: RowLife, now: number): void {
	row.associatedPayout =
		payout && assignedAt <= now
			? { id: payout.payout.id, status: payout.payout.status }
			: { id: null, status: 'PENDING' };
}

/** What Shopify owes: everything that has happened, shown or not, and is in no payout. */
function balanceAt(rows: RowLife[], currency: string, now: number): MoneyV2 {
	const open = rows
		.filter(({ row }) => !row.test && row.net.currencyCode === currency)
		.filter(({ row }) => Date.parse(row.transactionDate) <= now)
		.filter(({ payout }) => !payout || payout.steps[0].at > now);
	const total = open.reduce((sum, { row }) => sum + minor(row.net.amount, currency), 0);
	return moneyV2(total, currency);
}

function changesOfPayout({ payout: { id }, steps }: PayoutLife): Change[] {
	return steps.map(({ at, status }) => ({ at, kind: 'payout', id, version: status }));
}

function changesOfRow({ row, shownAt, assignedAt, payout }: RowLife): Change[] {
	if (row.test) return [];
	const kind = 'balanceTransaction' as const;
	const changes: Change[] = [];
	if (shownAt < assignedAt) changes.push({ at: shownAt, kind, id: row.id, version: '' });
	if (payout) changes.push({ at: assignedAt, kind, id: row.id, version: payout.payout.id });
	return changes;
}
