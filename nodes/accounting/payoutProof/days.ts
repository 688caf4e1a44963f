import type { PayoutFacts } from '../facts/payout';
import { localDate } from '../localDate';
import type { OrderLinks } from './orderLinks';

/** The days of the documents behind payouts, YYYY-MM-DD in the shop's time zone. */
export interface DaysOfPayouts {
	first: string;
	last: string;
	/** Days that the orders were placed on. */
	orders: string[];
}

/** @returns undefined where no payout has a readable day. */
export function daysOfPayouts(
	payouts: ReadonlyArray<{ payout: PayoutFacts; orders: readonly OrderLinks[] }>,
): DaysOfPayouts | undefined {
	const days = payouts.flatMap(({ payout: { rows, issuedAt, shop } }) => [
		...rows.map(({ at }) => localDate(at, shop.timeZone)),
		localDate(issuedAt, 'UTC'),
	]);
	const known = days.flatMap((day) => day ?? []).sort();
	const orders = payouts.flatMap(({ payout, orders: links }) =>
		links.flatMap(({ processedAt }) =>
			processedAt === null ? [] : (localDate(processedAt, payout.shop.timeZone) ?? []),
		),
	);
	const [first] = known;
	const last = known.at(-1);
	return first === undefined || last === undefined ? undefined : { first, last, orders };
}
