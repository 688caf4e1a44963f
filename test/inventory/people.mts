import type { Random } from '../../sandbox/shopify/shop/random.mts';
import type { Truth } from './truth';

/** What customers and the merchant do in the shop; the shop's own side of it is the stand-in's. */
export interface ShopFloor {
	/** @returns the id of the order. */
	sell(lines: Array<{ product: string; pieces: number }>): string;
	fulfil(order: string): void;
	refund(order: string, product: string, pieces: number, restock: boolean): void;
	/** Takes pieces off an order that has not been sent; they are free again. */
	remove(order: string, product: string, pieces: number): void;
	/** Puts more of a product on an order that has not been sent. */
	add(order: string, product: string, pieces: number): void;
	cancel(order: string, restock: boolean): void;
	/** The merchant counts in Shopify: so many pieces more or less. */
	count(product: string, difference: number): void;
	/** What can still be sold, at all locations. */
	available(product: string): number;
}

/** What happens to goods outside of the shop, as the books learn of it. */
export interface Stockroom {
	receive(product: string, pieces: number): void;
	count(product: string, difference: number): void;
}

/** Most of what happens to orders happens soon. */
const MOST_RECENT = 60;

interface Order {
	id: string;
	left: Map<string, number>;
	isSent: boolean;
	isOver: boolean;
}

/** Does what people do, and tells the truth of it. */
export class People {
	private readonly orders: Order[] = [];

	constructor(
		private readonly random: Random,
		readonly products: readonly string[],
		private readonly truth: Truth,
		private readonly floor: ShopFloor,
		private readonly stockroom: Stockroom | undefined,
		/** Whether the shop sells what it does not have. */
		private readonly oversells: boolean,
	) {}

	/** @returns what was done, for people; undefined where it was not possible. */
	doSomething(): string | undefined {
		const deed = this.random.weighted<() => string | undefined>([
			[() => this.sell(), 40],
			[() => this.refund(), 18],
			[() => this.fulfil(), 10],
			[() => this.remove(), 8],
			[() => this.add(), 4],
			[() => this.cancel(), 6],
			[() => this.receive(), 8],
			[() => this.count(), 6],
		]);
		return deed();
	}

	sell(): string | undefined {
		const lines = [this.line()];
		if (this.random.chance(25)) lines.push(this.line());
		const wanted = merged(lines).filter(({ product, pieces }) => this.canSell(product, pieces));
		if (wanted.length === 0) return undefined;
		const id = this.floor.sell(wanted);
		for (const { product, pieces } of wanted) this.truth.happened('sold', product, pieces);
		const left = new Map(wanted.map(({ product, pieces }) => [product, pieces]));
		this.orders.push({ id, left, isSent: false, isOver: false });
		return `sell ${wanted.map(({ product, pieces }) => `${pieces} ${product}`).join(' and ')}`;
	}

	refund(): string | undefined {
		const found = this.pick(() => true);
		if (!found) return undefined;
		const { order, product, pieces } = found;
		const restock = this.random.chance(60);
		this.floor.refund(order.id, product, pieces, restock);
		this.giveBack(order, product, pieces, restock);
		return `refund ${pieces} ${product}${restock ? '' : ' not restocked'}`;
	}

	remove(): string | undefined {
		const found = this.pick(({ isSent }) => !isSent);
		if (!found) return undefined;
		const { order, product, pieces } = found;
		this.floor.remove(order.id, product, pieces);
		this.giveBack(order, product, pieces, true);
		return `remove ${pieces} ${product} from an order`;
	}

	add(): string | undefined {
		const found = this.pick(({ isSent }) => !isSent);
		const pieces = this.random.int(1, 2);
		if (!found || !this.canSell(found.product, pieces)) return undefined;
		const { product } = found;
		this.floor.add(found.order.id, product, pieces);
		this.truth.happened('sold', product, pieces);
		found.order.left.set(product, (found.order.left.get(product) ?? 0) + pieces);
		return `add ${pieces} ${product} to an order`;
	}

	cancel(): string | undefined {
		const found = this.pick(({ isSent }) => !isSent);
		if (!found) return undefined;
		const restock = this.random.chance(75);
		this.floor.cancel(found.order.id, restock);
		for (const [product, pieces] of found.order.left) {
			this.giveBack(found.order, product, pieces, restock);
		}
		found.order.isOver = true;
		return `cancel an order${restock ? '' : ', not restocked'}`;
	}

	fulfil(): string | undefined {
		const found = this.pick(({ isSent }) => !isSent);
		if (!found) return undefined;
		this.floor.fulfil(found.order.id);
		found.order.isSent = true;
		return 'send an order';
	}

	receive(product = this.product(), pieces = this.random.int(1, 6)): string | undefined {
		if (this.stockroom) this.stockroom.receive(product, pieces);
		else this.floor.count(product, pieces);
		this.truth.happened('received', product, pieces);
		return `receive ${pieces} ${product}`;
	}

	/** A count finds pieces that nobody knew of, or finds that some are gone. */
	count(): string | undefined {
		const product = this.product();
		const pieces = this.random.int(1, 2);
		const isFound = this.random.chance(40);
		const difference = isFound ? pieces : -pieces;
		if (this.stockroom) this.stockroom.count(product, difference);
		else this.floor.count(product, difference);
		this.truth.happened(isFound ? 'found' : 'lost', product, pieces);
		return `count ${difference} ${product}`;
	}

	private giveBack(order: Order, product: string, pieces: number, restock: boolean): void {
		order.left.set(product, (order.left.get(product) ?? 0) - pieces);
		if (restock) this.truth.happened('returned', product, pieces);
	}

	private pick(
		fits: (order: Order) => boolean,
	): { order: Order; product: string; pieces: number } | undefined {
		const recent = this.orders.slice(this.random.chance(97) ? -MOST_RECENT : 0);
		const open = recent.filter((order) => !order.isOver && fits(order));
		const lines = open.flatMap((order) =>
			[...order.left]
				.filter(([, left]) => left > 0)
				.map(([product, left]) => ({ order, product, left })),
		);
		if (lines.length === 0) return undefined;
		const { order, product, left } = this.random.pick(lines);
		return { order, product, pieces: this.random.int(1, left) };
	}

	/** The first product is everybody's favourite: races are for the same thing. */
	product(): string {
		return this.random.chance(60) ? this.products[0] : this.random.pick(this.products);
	}

	private line(): { product: string; pieces: number } {
		return { product: this.product(), pieces: this.random.int(1, 3) };
	}

	private canSell(product: string, pieces: number): boolean {
		return this.oversells || this.floor.available(product) >= pieces;
	}
}

function merged(lines: Array<{ product: string; pieces: number }>) {
	const sums = new Map<string, number>();
	for (const { product, pieces } of lines) sums.set(product, (sums.get(product) ?? 0) + pieces);
	return [...sums].map(([product, pieces]) => ({ product, pieces }));
}
