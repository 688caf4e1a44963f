import { Decimal } from 'decimal.js';

/** A change of an item's quantity. Quantities are decimals written as strings, cost is cents. */
export interface Movement {
	itemId: string;
	/** Signed: a purchase or a return is positive. */
	quantity: string;
	/** What the goods cost in all, cents of home currency; only for what comes in at a known cost. */
	cost?: number;
	date: string;
	/** Order of entry among movements of one day. */
	sequence: number;
	txnType: string;
	txnId: string;
	/** The inventory asset account of the item when it moved. */
	assetAccountId: string;
	/** The account that takes the cost: COGS for a sale, the adjustment account, ... */
	counterAccountId: string;
	/** True where the posting of the transaction has already debited the inventory asset (purchases). */
	posted: boolean;
}

export interface CostedMovement extends Movement {
	/** Cents that enter (positive) or leave (negative) the inventory asset. */
	value: number;
}

interface Layer {
	quantity: Decimal;
	/** Cents, with fractions. */
	value: Decimal;
}

/** Stock of one item while its movements are replayed. */
class Pile {
	readonly values: Decimal[] = [];
	private readonly layers: Layer[] = [];
	private readonly shorts: { quantity: Decimal; index: number }[] = [];

	constructor(private unitCost: Decimal) {}

	takeOut(index: number, wanted: Decimal): void {
		let left = wanted;
		this.values[index] = new Decimal(0);
		while (left.gt(0) && this.layers.length > 0) {
			const layer = this.layers[0];
			const taken = Decimal.min(left, layer.quantity);
			const value = layer.value.times(taken).dividedBy(layer.quantity);
			this.unitCost = value.dividedBy(taken);
			this.values[index] = this.values[index].minus(value);
			left = left.minus(taken);
			layer.quantity = layer.quantity.minus(taken);
			layer.value = layer.value.minus(value);
			if (layer.quantity.isZero()) this.layers.shift();
		}
		if (left.gt(0)) this.shorts.push({ quantity: left, index });
	}

	/** Goods without a known cost (a return, a found piece) come in at the last cost seen. */
	putIn(index: number, quantity: Decimal, cost: number | undefined): void {
		const value = cost === undefined ? this.unitCost.times(quantity) : new Decimal(cost);
		this.values[index] = value;
		if (quantity.isZero()) return;
		this.unitCost = value.dividedBy(quantity);
		let left = quantity;
		while (left.gt(0) && this.shorts.length > 0) {
			const short = this.shorts[0];
			const filled = Decimal.min(left, short.quantity);
			this.charge(short.index, filled);
			left = left.minus(filled);
			short.quantity = short.quantity.minus(filled);
			if (short.quantity.isZero()) this.shorts.shift();
		}
		if (left.gt(0)) this.layers.push({ quantity: left, value: this.unitCost.times(left) });
	}

	estimateShorts(): void {
		for (const short of this.shorts) this.charge(short.index, short.quantity);
	}

	private charge(index: number, quantity: Decimal): void {
		this.values[index] = this.values[index].minus(quantity.times(this.unitCost));
	}
}

/**
 * First in, first out over all movements of one item in the order of their dates, so a back-dated
 * purchase re-costs later sales. What is sold out of nothing is valued at the last cost known (at
 * first `estimate`, home units) until a purchase brings the real cost.
 */
export function costFifo(movements: Movement[], estimate: Decimal): CostedMovement[] {
	const ordered = [...movements].sort(
		(a, b) => a.date.localeCompare(b.date) || a.sequence - b.sequence,
	);
	const pile = new Pile(estimate.times(100));
	ordered.forEach((movement, index) => {
		const quantity = new Decimal(movement.quantity);
		if (quantity.isNegative()) pile.takeOut(index, quantity.negated());
		else pile.putIn(index, quantity, movement.cost);
	});
	pile.estimateShorts();
	return roundRunning(ordered, pile.values);
}

/** Rounds the running value, not each movement: what came in for 10.00 goes out for 10.00 in all. */
function roundRunning(movements: Movement[], values: Decimal[]): CostedMovement[] {
	let exact = new Decimal(0);
	let rounded = 0;
	return movements.map((movement, index) => {
		exact = exact.plus(values[index]);
		const total = exact.toDecimalPlaces(0, Decimal.ROUND_HALF_CEIL).toNumber();
		const value = total - rounded + 0;
		rounded = total;
		return { ...movement, value };
	});
}
