import { DAY } from './calendar.mts';
import type { Context } from './context.mts';
import type { OrderDraft } from './draft.mts';
import type { Random } from './random.mts';

/** An empty web order of a home customer (one in ten is a guest whose data Shopify withholds). */
export function newOrder(
	context: Context,
	random: Random,
	scenario: string,
	number: number,
	at: number,
): OrderDraft {
	const { currency, taxesIncluded, home } = context.market;
	return {
		id: context.ids.gid('Order'),
		scenario,
		number,
		currencies: { shop: currency, presentment: currency },
		taxesIncluded,
		dutiesIncluded: false,
		createdAt: at,
		processedAt: at,
		test: false,
		sourceName: 'web',
		customer: random.chance(10) ? null : random.pick(context.customers),
		destination: random.pick(home),
		company: null,
		poNumber: null,
		terms: null,
		location: null,
		merchantOfRecord: null,
		cancelledAt: null,
		cancelReason: null,
		fulfilled: at < context.calendar.asOf - 4 * DAY,
		note: null,
		tags: [],
		lines: [],
		shipping: [],
		fees: [],
		applications: [],
		agreements: [],
		transactions: [],
		refunds: [],
		returns: [],
		giftCardsSold: [],
	};
}
