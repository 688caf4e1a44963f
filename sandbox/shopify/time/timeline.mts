import type { Shop } from '../shop/model.mts';
import type { Dispute, PaymentsAccount } from '../shop/modelPayments.mts';
import type { Change } from './change.mts';
import { lifeOfDisputes } from './disputeLife.mts';
import type { Lateness } from './lateness.mts';
import { lifeOfOrders } from './orderLife.mts';
import { lifeOfLedger } from './payoutLife.mts';

export interface Timeline {
	/** Everything that can be noticed, in the order in which it can. */
	changes: readonly Change[];
	/** Shows the shop as it is at the moment; objects stay the same, their fields change. */
	showAt(now: number): void;
}

/** Lets a generated shop, which knows its whole past, live through it again. */
export function createTimeline(shop: Shop, lateness: Lateness = 'usual'): Timeline {
	const accounts = accountsOf(shop);
	const disputes: Dispute[][] = [shop.disputes, ...accounts.map((account) => account.disputes)];
	const lives = [
		lifeOfOrders(shop.orders, lateness),
		...accounts.map((account) => lifeOfLedger(account, lateness)),
		lifeOfDisputes([...new Set(disputes)]),
	];
	return {
		changes: lives.flatMap(({ changes }) => changes).sort((a, b) => a.at - b.at),
		showAt: (now) => {
			for (const life of lives) life.showAt(now);
		},
	};
}

function accountsOf(shop: Shop): PaymentsAccount[] {
	const all = [
		shop.shopifyPaymentsAccount as PaymentsAccount | null,
		...shop.businessEntities.map((entity) => entity.shopifyPaymentsAccount),
	];
	return [...new Set(all.filter(Boolean))] as PaymentsAccount[];
}
