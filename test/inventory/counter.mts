import type { Location, Order, Shop } from '../../sandbox/shopify/shop/model.mts';
import { Till, type RefundWish } from '../../sandbox/shopify/stock/till.mts';
import type { ShopFloor } from './people.mts';
import { skuOf } from './smallShop.mts';
import { shopAnswers, type Answer, type WorldClock } from './vendors.mts';

interface Line {
	/** Its place in the order. */
	line: number;
	product: string;
	left: number;
}

interface Sale {
	order: Order;
	lines: Line[];
	isSent: boolean;
}

/** The shop as people use it, on the stand-in's till. */
export class Counter implements ShopFloor {
	private readonly till: Till;
	private readonly sales = new Map<string, Sale>();

	constructor(
		private readonly shop: Shop,
		private readonly locations: readonly Location[],
		private readonly clock: WorldClock,
		searchLateMilliseconds: number,
	) {
		this.till = new Till(shop, { now: clock.now, searchLateMilliseconds });
	}

	answers(): Answer {
		return shopAnswers(this.shop, this.clock);
	}

	sell(wanted: Array<{ product: string; pieces: number }>): string {
		const order = this.till.sell({
			lines: wanted.map(({ product, pieces }) => ({ variant: skuOf(product), quantity: pieces })),
			location: this.placeWith(wanted),
		});
		const lines = wanted.map(({ product, pieces }, line) => ({ line, product, left: pieces }));
		this.sales.set(order.id, { order, lines, isSent: false });
		return order.id;
	}

	fulfil(id: string): void {
		const sale = this.sale(id);
		if (sale.lines.every(({ left }) => left === 0)) return;
		this.till.fulfil(sale.order);
		sale.isSent = true;
	}

	refund(id: string, product: string, pieces: number, restock: boolean): void {
		const sale = this.sale(id);
		const type = restock ? (sale.isSent ? 'RETURN' : 'CANCEL') : 'NO_RESTOCK';
		this.till.refund(sale.order, take(sale, product, pieces), type);
	}

	remove(id: string, product: string, pieces: number): void {
		const sale = this.sale(id);
		for (const { line, quantity } of take(sale, product, pieces)) {
			this.till.edit(sale.order, { line, quantity: -quantity });
		}
	}

	add(id: string, product: string, pieces: number): void {
		const sale = this.sale(id);
		const like = sale.lines.find((line) => line.product === product);
		if (!like) throw new Error(`${id} has no ${product}`);
		this.till.edit(sale.order, { line: like.line, quantity: pieces });
		sale.lines.push({ line: sale.lines.length, product, left: pieces });
		if (sale.order.canMarkAsPaid) this.till.pay(sale.order);
	}

	cancel(id: string, restock: boolean): void {
		const sale = this.sale(id);
		this.till.cancel(sale.order, restock);
		for (const line of sale.lines) line.left = 0;
	}

	/** Pieces more or less, where most of them lie. */
	count(product: string, difference: number): void {
		this.till.receive(skuOf(product), this.fullest(product), difference);
	}

	available(product: string): number {
		return this.locations.reduce((sum, place) => sum + this.till.stock(skuOf(product), place), 0);
	}

	/** Goods lie at every chosen location. */
	spread(product: string, pieces: number): void {
		const share = Math.floor(pieces / this.locations.length);
		this.locations.forEach((location, index) => {
			const rest = pieces - share * this.locations.length;
			this.till.receive(skuOf(product), location, share + (index === 0 ? rest : 0));
		});
	}

	private placeWith(wanted: Array<{ product: string; pieces: number }>): Location {
		const has = (place: Location) =>
			wanted.every(({ product, pieces }) => this.till.stock(skuOf(product), place) >= pieces);
		return this.locations.find(has) ?? this.fullest(wanted[0].product);
	}

	private fullest(product: string): Location {
		const stock = (place: Location) => this.till.stock(skuOf(product), place);
		return [...this.locations].sort((a, b) => stock(b) - stock(a))[0];
	}

	private sale(id: string): Sale {
		const sale = this.sales.get(id);
		if (!sale) throw new Error(`Nobody sold ${id}`);
		return sale;
	}
}

/** Takes pieces off the lines of a product, first line first. */
function take({ lines }: Sale, product: string, pieces: number): RefundWish[] {
	let missing = pieces;
	const taken: Array<{ line: number; quantity: number }> = [];
	for (const line of lines.filter((each) => each.product === product)) {
		const quantity = Math.min(missing, line.left);
		if (quantity === 0) continue;
		line.left -= quantity;
		missing -= quantity;
		taken.push({ line: line.line, quantity });
	}
	return taken;
}
