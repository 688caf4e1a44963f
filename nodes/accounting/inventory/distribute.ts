import { sumOf } from './pieces';
import type { LevelChange, ShopLevel, StockSyncPolicy } from './types';

/**
 * Quantities of one product at its locations, so that they sum to the target. The chosen quantity changes
 * by as many pieces as the available one: what is damaged or committed stays what it is.
 *
 * @param levels the main location first, at least one.
 * @param target of what is available, not below zero.
 * @returns those that change, none of them to below zero.
 */
export function distribute(
	inventoryItemId: string,
	levels: readonly ShopLevel[],
	target: number,
	{ distribution, quantity }: Pick<StockSyncPolicy, 'distribution' | 'quantity'>,
): LevelChange[] {
	const available = levels.map((level) => level.available);
	const shares =
		distribution === 'proportional'
			? proportional(available, target)
			: onMainLocation(available, target);
	return levels.flatMap(({ locationId, location, ...level }, index) => {
		const change = shares[index] - level.available;
		const from = quantity === 'available' ? level.available : level.onHand;
		return change === 0 ? [] : [{ inventoryItemId, locationId, location, from, to: from + change }];
	});
}

/** The difference goes to the first; what it cannot give is taken from the next that can. */
function onMainLocation(available: readonly number[], target: number): number[] {
	const difference = target - sumOf(available, (pieces) => pieces);
	const [main, ...others] = available;
	let lacking = Math.max(0, -(main + difference));
	const rest = others.map((pieces) => {
		const taken = Math.min(lacking, Math.max(0, pieces));
		lacking -= taken;
		return pieces - taken;
	});
	return [Math.max(0, main + difference), ...rest];
}

/**
 * In proportion to what lies at each; where nothing does, all goes to the first. Pieces that are left
 * over go to the largest remainders, the first of equals first. Whole numbers of any size: a product
 * of two quantities can be larger than a floating number holds exactly.
 */
function proportional(available: readonly number[], target: number): number[] {
	const weights = available.map((pieces) => BigInt(Math.max(0, pieces)));
	const total = weights.reduce((sum, weight) => sum + weight, 0n);
	if (total === 0n) return available.map((_, index) => (index === 0 ? target : 0));
	const whole = BigInt(target);
	const shares = weights.map((weight) => (weight * whole) / total);
	const left = whole - shares.reduce((sum, share) => sum + share, 0n);
	weights
		.map((weight, index) => ({ index, remainder: (weight * whole) % total }))
		.sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
		.slice(0, Number(left))
		.forEach(({ index }) => (shares[index] += 1n));
	return shares.map(Number);
}
