import type { CostedGoods } from '../documents';
import { fingerprint } from '../fingerprint';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import type { Placed } from './placed';

/** The goods of some movements, each product once as sold and once as come back, and their sums. */
export interface Costs {
	goods: CostedGoods[];
	sold: CostSide;
	back: CostSide;
}

export interface CostSide {
	/** Not negative. */
	cost: Money;
	pieces: number;
	/** How many orders moved them. */
	orders: number;
}

/** @param movements of goods whose cost is known */
export function costsOf(currency: string, movements: readonly Placed[]): Costs {
	const known = movements.filter(({ cost }) => cost.kind === 'known');
	const sold = known.filter(({ pieces }) => pieces > 0);
	const back = known.filter(({ pieces }) => pieces < 0);
	const goods = [...goodsOf(currency, sold), ...goodsOf(currency, back)];
	return { goods, sold: sideOf(currency, sold, goods, 1), back: sideOf(currency, back, goods, -1) };
}

function goodsOf(currency: string, movements: readonly Placed[]): CostedGoods[] {
	const keyOf = ({ cost, line }: Placed) =>
		JSON.stringify(cost.kind === 'known' ? [cost.variantId, cost.amount] : [line.name]);
	return groupBy(movements, keyOf)
		.map((alike) => {
			const pieces = alike.reduce((sum, each) => sum + each.pieces, 0);
			// Shopify keeps the name that the product had when it was sold; the first of them names all
			const [{ line, cost }] = [...alike].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
			const unitCost = cost.kind === 'known' ? cost.amount : '0';
			// The one place where a cost is rounded: a product's pieces of an entry
			const whole = Money.pieces(pieces, unitCost, currency, 'halfUp');
			const money = whole.ok ? whole.value : Money.zero(currency);
			return {
				sku: line.sku,
				name: line.name,
				pieces,
				unitCost: inMinorUnits(unitCost, currency),
				cost: money.toDecimalString(),
			};
		})
		.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function nameOf({ line, order }: Placed): string {
	return JSON.stringify([line.name, line.sku, order.id]);
}

function sortKey({ sku, name, unitCost }: CostedGoods): string {
	return JSON.stringify([sku ?? '', name, unitCost]);
}

/** "4.0" as "4.00"; a cost with more digits stays as it is. */
function inMinorUnits(amount: string, currency: string): string {
	const parsed = Money.tryParse(amount, currency);
	return parsed.ok ? parsed.value.toDecimalString() : amount;
}

function sideOf(
	currency: string,
	movements: readonly Placed[],
	goods: readonly CostedGoods[],
	sign: 1 | -1,
): CostSide {
	const own = goods.filter(({ pieces }) => Math.sign(pieces) === sign);
	const sum = Money.sum(
		currency,
		own.map(({ cost }) => Money.parse(cost, currency)),
	);
	return {
		cost: sign < 0 ? sum.negate() : sum,
		pieces: own.reduce((count, { pieces }) => count + Math.abs(pieces), 0),
		orders: new Set(movements.map(({ order }) => order.id)).size,
	};
}

/**
 * Eight digits that depend on which pieces an entry holds, and not on what they cost. They stand in the
 * entry's memo in the books, so that a later cost of the same goods is told from other goods.
 */
export function goodsCheck(goods: readonly Pick<CostedGoods, 'sku' | 'name' | 'pieces'>[]): string {
	const counts = new Map<string, number>();
	for (const { sku, name, pieces } of goods) {
		const key = JSON.stringify([sku ?? null, sku ? '' : name, pieces > 0]);
		counts.set(key, (counts.get(key) ?? 0) + pieces);
	}
	const rows = [...counts].map(([key, pieces]) => `${key} ${pieces}`).sort();
	// A few more letters spread what differs at the very end over all digits
	return fingerprint(`${rows.join('\n')}\ngoods check`).slice(0, 8);
}

const CHECK = /\bgoods check ([0-9a-f]{8})\b/;

/** As a memo has it; undefined where it has none, or somebody changed it. */
export function goodsCheckIn(memo: string): string | undefined {
	return CHECK.exec(memo)?.[1];
}
