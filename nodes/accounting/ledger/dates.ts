import type { LedgerRowFacts, LedgerShopFacts, PayoutFacts } from '../facts/payout';
import type { LedgerPolicy } from '../ledgerPolicy';
import { localDate } from '../localDate';
import type { Outcome } from '../problems';

/** The day of a payout as Shopify prints it (UTC), or as the shop's calendar has it. */
export function payoutDate(payout: PayoutFacts, { payoutDay }: LedgerPolicy): Outcome<string> {
	const zone = payoutDay === 'UTC' ? 'UTC' : payout.shop.timeZone;
	return dayOf(payout.issuedAt, zone, `Payout ${payout.legacyId}`);
}

/** The shop's own day of a movement, like that of the sale behind it. */
export function rowDate(row: LedgerRowFacts, { timeZone }: LedgerShopFacts): Outcome<string> {
	return dayOf(row.at, timeZone, `Balance Transaction ${row.legacyId}`);
}

export function dayOf(instant: string, zone: string, where: string): Outcome<string> {
	const date = localDate(instant, zone);
	if (date !== undefined) return { ok: true, value: date };
	return {
		ok: false,
		problem: {
			code: 'unreadable-date',
			what: `The day of '${instant.slice(0, 40)}' in the time zone '${zone.slice(0, 40)}' cannot be told`,
			where,
			fix: "Feed the node with items of Shopify Records: dates come with their time, 'shop.ianaTimezone' is a time zone such as 'America/New_York'.",
		},
	};
}
