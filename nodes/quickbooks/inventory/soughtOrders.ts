import { localDate } from '../../accounting/localDate';
import type { StockDocument } from './stockDocuments';
import type { SoughtOrder, SoughtShop } from './types';

/** An order with its keys and days in the books. */
export interface Sought {
	order: SoughtOrder;
	key: string;
	/** The shop's day, YYYY-MM-DD. */
	day: string;
	/** The day on which it was paid. */
	paidDay: string | null;
	refunds: Array<{ key: string; day: string }>;
}

/** The orders, with the ways from a document to its order. */
export class SoughtOrders {
	readonly all: Sought[];
	private readonly byKey = new Map<string, Sought>();

	constructor(
		readonly shop: SoughtShop,
		orders: readonly SoughtOrder[],
	) {
		const dayOf = (instant: string) =>
			localDate(instant, shop.timeZone) ?? instant.slice(0, 'YYYY-MM-DD'.length);
		this.all = orders.map((order) => ({
			order,
			key: `${shop.domain}/Order/${order.legacyId}`,
			day: dayOf(order.processedAt),
			paidDay: order.paidAt === null ? null : dayOf(order.paidAt),
			refunds: order.refunds.map(({ legacyId, processedAt }) => ({
				key: `${shop.domain}/Refund/${legacyId}`,
				day: dayOf(processedAt),
			})),
		}));
		for (const sought of this.all) {
			for (const { key } of [sought, ...sought.refunds]) this.byKey.set(key, sought);
		}
	}

	/** The order that a document of the books belongs to, if it is one of these. */
	ownerOf({ keys, takesBack }: StockDocument): { key: string; sought: Sought } | undefined {
		const own = keys.flatMap((key) => this.at(key, key));
		// A refund that is not known here still says whose it is
		const taken = takesBack.flatMap((key) => this.at(key, keys[0]));
		return own.at(0) ?? taken.at(0);
	}

	/** What happened to an order or refund has its key and more: ".../Order/555/Edit/7". */
	private at(key: string, own: string): Array<{ key: string; sought: Sought }> {
		const sought = this.byKey.get(key.split('/').slice(0, 3).join('/'));
		return sought ? [{ key: own, sought }] : [];
	}
}
