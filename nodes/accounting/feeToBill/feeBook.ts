import type { LedgerDocument } from '../documents';
import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { groupBy } from '../groupBy';
import { clearingOf } from '../ledger/accounts';
import { rowDate } from '../ledger/dates';
import { feesOf } from '../ledger/fees';
import type { LedgerPolicy } from '../ledgerPolicy';
import { localDate } from '../localDate';
import type { Outcome, Problem } from '../problems';
import { feeDocuments } from './feeDocuments';

interface Entry {
	row: LedgerRowFacts;
	shop: LedgerShopFacts;
	policy: LedgerPolicy;
	/** "2026-10-03" or "2026-10". */
	period: string;
	/** The index of its n8n item. */
	item: number;
}

export interface FeePeriod {
	items: number[];
	outcome: Outcome<LedgerDocument[]>;
}

/**
 * Collects rows until all were seen, then gives one document for each shop, currency, and day or month.
 * A period that is not over waits; while a row of the run is refused, all its periods are, because a
 * document of a part of a day would stand in the way of the whole.
 */
export class FeeBook {
	private readonly entries: Entry[] = [];
	private readonly seen = new Set<string>();
	private refused: string | undefined;

	/** @returns why the row does not count, or nothing when it was taken. */
	take(
		row: LedgerRowFacts,
		shop: LedgerShopFacts,
		policy: LedgerPolicy,
		item: number,
	): Outcome<{ code: string; reason: string } | undefined> {
		const date = rowDate(row, shop);
		if (!date.ok) return date;
		const period = policy.fees.per === 'Month' ? date.value.slice(0, 7) : date.value;
		if (isOpen(period, shop, policy)) {
			const reason = `${period} is not over, and its fees wait for all of its rows`;
			return { ok: true, value: { code: 'period-not-over', reason } };
		}
		if (feesOf(row, policy).length === 0) {
			return { ok: true, value: { code: 'no-fees', reason: 'It costs nothing' } };
		}
		const key = `${shop.domain}/${row.id}`;
		if (this.seen.has(key)) {
			return { ok: true, value: { code: 'twice', reason: 'The same row came before' } };
		}
		this.seen.add(key);
		this.entries.push({ row, shop, policy, period, item });
		return { ok: true, value: undefined };
	}

	/** Remembers that a row could not be read or is not known, by its name. */
	refuse(where: string): void {
		this.refused ??= where;
	}

	periods(): FeePeriod[] {
		const keyOf = ({ shop, row, period }: Entry) =>
			JSON.stringify([shop.domain, row.currency, period]);
		return groupBy(this.entries, keyOf).map((entries) => ({
			items: entries.map(({ item }) => item),
			outcome: this.documentsOf(entries),
		}));
	}

	private documentsOf(entries: readonly Entry[]): Outcome<LedgerDocument[]> {
		const [{ row, shop, policy, period }] = entries;
		const where = `Fees of ${period}`;
		if (this.refused !== undefined) {
			return { ok: false, problem: incomplete(where, this.refused) };
		}
		const { currency } = row;
		const clearing = clearingOf(currency, shop, policy, where);
		if (!clearing.ok) return clearing;
		return feeDocuments({
			fees: entries.flatMap((entry) => feesOf(entry.row, policy)),
			shop,
			policy,
			clearing: clearing.value,
			currency,
			key: `Fees/${period}/${currency}`,
			date: lastDay(period),
			number: `SP-${period}-${currency}`,
			of: period,
			sourceId: period,
		});
	}
}

function isOpen(period: string, { timeZone }: LedgerShopFacts, { asOf }: LedgerPolicy): boolean {
	const today = asOf === undefined ? undefined : localDate(asOf, timeZone);
	return today !== undefined && today <= lastDay(period);
}

/** The day itself, or the last one of a month. */
function lastDay(period: string): string {
	if (period.length > 7) return period;
	const [year, month] = period.split('-').map(Number);
	return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function incomplete(where: string, refused: string): Problem {
	return {
		code: 'incomplete-period',
		what: `${refused} was refused, so the fees of the period are not complete`,
		where,
		fix: 'Mend what the error of that row says, and run whole days or months again.',
	};
}
