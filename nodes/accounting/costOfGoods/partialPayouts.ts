import { groupBy } from '../groupBy';
import type { Placed } from './placed';

/**
 * Payouts that may hold more than was read, by the key of their entry, and why. Shopify pays out in the
 * order in which money came in. So a payout was read whole when one that was issued before it holds
 * something of the days that were read whole, and nothing of its own lies before these days.
 */
export function partialPayouts(
	placed: readonly Placed[],
	isInside: (one: Placed) => boolean,
): Map<string, string> {
	const partial = new Map<string, string>();
	for (const ofShop of groupBy(placed, ({ order }) => order.shop.domain)) {
		const payouts = groupBy(ofShop.filter(isPaidOut), payoutId);
		const begun = payouts
			.filter((movements) => movements.some(isInside))
			.map(([movement]) => issuedAt(movement));
		const first = begun.length === 0 ? 0 : Math.min(...begun);
		for (const movements of payouts) {
			const reason = !movements.every(isInside)
				? 'Its payout holds orders of days that were not read whole'
				: issuedAt(movements[0]) <= first
					? 'Its payout is the first one, so earlier orders that were not read may belong to it'
					: undefined;
			if (reason === undefined) continue;
			for (const key of keysOf(movements)) partial.set(key, reason);
		}
	}
	return partial;
}

function isPaidOut({ place }: Placed): boolean {
	return place.kind === 'Payout';
}

function payoutId({ place }: Placed): string {
	return place.kind === 'Payout' ? place.payout.id : '';
}

function issuedAt({ place }: Placed): number {
	return place.kind === 'Payout' ? Date.parse(place.payout.issuedAt) : 0;
}

function keysOf(movements: readonly Placed[]): string[] {
	return movements.flatMap(({ place, day }) =>
		place.kind === 'Payout' ? [`Costs/Payout/${place.payout.legacyId}/${day.slice(0, 7)}`] : [],
	);
}
