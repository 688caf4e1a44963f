import type { Order } from '../shop/model.mts';
import { refill, type Change, type Life } from './change.mts';
import { latenessOf, type Lateness } from './lateness.mts';
import { orderAt } from './orderAt.mts';

interface OrderLife {
	/** The object that the shop shows; it stays the same, since others refer to it. */
	order: Order;
	/** Everything that will have happened. */
	full: Order;
	/** Moments at which it changes, as they are shown. */
	moments: Array<{ at: number; happened: number; what: string; id: string }>;
}

/** Orders are placed, paid, edited, refunded, cancelled; lists show it some time later. */
export function lifeOfOrders(orders: Order[], lateness: Lateness): Life {
	const lives = orders.map((order) => lifeOfOrder(order, lateness));
	const own = new Set(orders);
	return {
		changes: lives.filter(({ full }) => !full.test).flatMap(changesOf),
		showAt: (now) => {
			const placed = lives.filter(({ moments }) => moments[0].at <= now);
			for (const life of placed) show(life, now);
			// a till may have sold more
			const sold = orders.filter((order) => !own.has(order));
			refill(orders, [...placed.map(({ order }) => order), ...sold]);
		},
	};
}

function lifeOfOrder(order: Order, lateness: Lateness): OrderLife {
	const full = { ...order };
	const placed = Date.parse(full.createdAt);
	const moment = (date: unknown, what: string, id: string) => {
		// an imported order brings a past of its own
		const happened = Math.max(Date.parse(String(date)), placed);
		return { happened, at: happened + latenessOf(`${id} ${what}`, lateness), what, id };
	};
	const moments = [
		...full.transactions
			.filter(({ kind, status }) => status === 'SUCCESS' && ['SALE', 'CAPTURE'].includes(kind))
			.map(({ id, processedAt }) => moment(processedAt, 'paid', id)),
		...full.transactions.map(({ id, processedAt }) => moment(processedAt, 'moved', id)),
		...full.agreements
			.filter(({ reason }) => reason === 'ORDER_EDIT')
			.map(({ id, happenedAt }) => moment(happenedAt, 'edited', id)),
		...full.agreements.map(({ id, happenedAt }) => moment(happenedAt, 'agreed', id)),
		...full.refunds.map(({ id, processedAt }) => moment(processedAt, 'refunded', id)),
		...(typeof full.cancelledAt === 'string'
			? [moment(full.cancelledAt, 'cancelled', full.id)]
			: []),
	];
	const created = moment(full.createdAt, 'created', full.id);
	// what is shown late is shown with the order as it was then: never a part of it before the order
	const shown = moments.map((one) => ({ ...one, at: Math.max(one.at, created.at) }));
	return { order, full, moments: [created, ...shown.sort((a, b) => a.at - b.at)] };
}

/** What lists show is the order as it was when it was put into the index. */
function show({ order, full, moments }: OrderLife, now: number): void {
	const indexed = Math.max(
		...moments.filter(({ at }) => at <= now).map(({ happened }) => happened),
	);
	const isAll = moments.every(({ happened }) => happened <= indexed);
	Object.assign(order, full, isAll ? {} : orderAt(full, indexed));
}

const WATCHED = new Set(['created', 'paid', 'edited', 'cancelled', 'refunded']);

function changesOf({ full, moments }: OrderLife): Change[] {
	return moments
		.filter(({ what }) => WATCHED.has(what))
		.map(({ happened, what, id }) => {
			// a later moment that is shown earlier brings the earlier ones along
			const at = Math.min(
				...moments.filter((one) => one.happened >= happened).map((one) => one.at),
			);
			const shown = Math.max(at, moments[0].at);
			return what === 'refunded'
				? { at: shown, kind: 'refund', id, version: '' }
				: { at: shown, kind: 'order', id: full.id, version: `${what} ${id}` };
		});
}
