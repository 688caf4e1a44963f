import { failure } from './problems';
import { endOfShopDay, parseShopTime } from './shopTime';
import { ok, type OrderFacts, type Outcome } from './types';

export type OrderDate = 'createdAt' | 'processedAt' | 'updatedAt';

/** Which orders: those whose date lies in [from, to), or everything before or after. */
export interface OrderSearch {
	date: OrderDate;
	from?: number;
	to?: number;
	includeTest: boolean;
}

const FIELD = { createdAt: 'created_at', processedAt: 'processed_at', updatedAt: 'updated_at' };
export const SORT_KEY = {
	createdAt: 'CREATED_AT',
	processedAt: 'PROCESSED_AT',
	updatedAt: 'UPDATED_AT',
} as const;

/** Shopify's times have whole seconds; quoted, because the search cuts a bare one at its colon. */
export function stamp(instant: number): string {
	return `'${new Date(instant).toISOString().slice(0, 19)}Z'`;
}

/** @returns the text of Shopify's search syntax, the times quoted because they contain colons. */
export function searchText({ date, from, to, includeTest }: OrderSearch): string {
	const terms: string[] = [];
	if (from !== undefined) terms.push(`${FIELD[date]}:>=${stamp(from)}`);
	if (to !== undefined) terms.push(`${FIELD[date]}:<${stamp(to)}`);
	if (!includeTest) terms.push('test:false');
	return terms.join(' ');
}

/**
 * Whether the order really is one that was asked for. The search index lags behind the orders, so
 * an order's own date may have moved on; such an order is wanted, since it comes again anyway.
 */
export function isWanted(order: OrderFacts, { date, from, to, includeTest }: OrderSearch): boolean {
	if (order.test && !includeTest) return false;
	if (date === 'updatedAt') return true;
	const at = Math.floor(Date.parse(order[date]) / 1000) * 1000;
	return (from === undefined || at >= from - 999) && (to === undefined || at < to);
}

/**
 * @param from first day (or moment) in the shop's time zone; '' for no limit.
 * @param to last day, included; or a moment, excluded; '' for no limit.
 */
export function dateRange(
	from: string,
	to: string,
	timeZone: string,
): Outcome<{ from?: number; to?: number }> {
	const start = from.trim() === '' ? undefined : parseShopTime(from, timeZone);
	const end = to.trim() === '' ? undefined : parseShopTime(to, timeZone);
	if ((from.trim() !== '' && !start) || (to.trim() !== '' && !end)) {
		const wrong = from.trim() !== '' && !start ? "'From'" : "'To'";
		return failure(
			'invalid-setting',
			`${wrong} is not a date`,
			'Enter a day such as 2026-10-01, or a time such as 2026-10-01T09:30:00.',
			'Settings',
		);
	}
	const until = end?.wholeDay ? endOfShopDay(to, timeZone) : end?.instant;
	if (start && until !== undefined && start.instant >= until) {
		return failure(
			'invalid-setting',
			"'From' lies after 'To'",
			'Exchange the two dates.',
			'Settings',
		);
	}
	return ok({ from: start?.instant, to: until });
}
