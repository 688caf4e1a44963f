import { addProduct, addShipping, taxCart } from '../shop/cart.mts';
import { dateTime } from '../shop/calendar.mts';
import type { Context } from '../shop/context.mts';
import type { OrderDraft } from '../shop/draft.mts';
import type { Location, Order, ProductVariant, Shop } from '../shop/model.mts';
import { newOrder } from '../shop/newOrder.mts';
import { projectOrder } from '../shop/projectOrder.mts';
import { Random } from '../shop/random.mts';
import { place } from '../shop/sales.mts';
import { cancelOrder, editOrder, fulfilOrder, refundOrder } from './afterwards.mts';
import { Kept } from './keep.mts';
import { levelOf, moveStock, stockOf } from './levels.mts';
import { payOrder, takeMoney } from './payment.mts';
import { SearchIndex } from './searchIndex.mts';
import { contextOf, partsOf, priceOf, variantOf } from './tillContext.mts';
import type { Moment, RefundWish, Restock, SaleWish, Sold } from './tillModel.mts';
import type { TillOptions, VariantWish } from './tillModel.mts';

export type * from './tillModel.mts';

/**
 * The counter of a shop, standing or served: it sells, and what it sells moves the stock as in
 * Shopify. Everything happens at once and synchronously, so a test can do it between any two requests
 * (`control.interleave`). Orders have agreements, transactions and totals like generated ones.
 *
 * const sandbox = await startShopifySandbox({ shop: createStockShop(), now });
 * const till = new Till(sandbox.shop, { now: sandbox.control.now });
 * const order = till.sell({ lines: [{ variant: 'SKU-1', quantity: 2 }] });
 * till.fulfil(order);
 * till.refund(order, [{ line: 0, quantity: 1 }], 'RETURN');
 */
export class Till {
	readonly index: SearchIndex;
	private readonly context: Context;
	private readonly random: Random;
	private readonly kept = new Kept();
	private readonly sold = new Map<string, Sold>();
	private readonly clock: () => Moment;
	private lastNumber = 1000;

	constructor(
		private readonly shop: Shop,
		options: TillOptions = {},
	) {
		this.random = new Random(options.seed ?? 1);
		this.context = contextOf(shop, this.random);
		this.clock = options.now ?? Date.now;
		this.index = new SearchIndex(options.searchLateMilliseconds ?? 0);
		shop.searchIndex = this.index;
	}

	/** Places an order and reserves its goods: available falls, committed rises. */
	sell(wish: SaleWish): Order {
		const at = this.at(wish.at);
		const draft = this.draft(wish, at);
		const places = new Map<string, Location>();
		for (const { variant, quantity } of wish.lines) {
			for (const part of partsOf(this.context, variantOf(this.shop, variant), quantity)) {
				this.context.catalogue.price.set(part.variant, priceOf(this.shop, part.variant));
				const line = addProduct(this.context, draft, part.variant, part.quantity);
				if (part.group) line.group = part.group;
				places.set(line.id, wish.location ?? this.placeOf(part.variant));
			}
		}
		if (wish.shipping !== undefined) addShipping(this.context, draft, 'Standard', wish.shipping);
		taxCart(draft);
		place(this.context.ids, draft);
		takeMoney(this.context, draft, wish, at);
		const sold: Sold = { context: this.context, draft, order: { id: draft.id } as Order, places };
		for (const line of draft.lines) {
			const { quantity } = line;
			const moved = { available: -quantity, committed: quantity };
			moveStock(line.variant!, places.get(line.id)!, moved, at);
		}
		if (wish.fulfilled) fulfilOrder(sold, at);
		sold.order = this.show(sold, at);
		this.sold.set(draft.id, sold);
		this.shop.orders.push(sold.order);
		sold.order.customer?.orders.push(sold.order);
		return sold.order;
	}

	/** The money of an order that was not paid comes in. */
	pay(order: Order, at?: Moment): Order {
		return this.change(order, at, (sold, moment) => payOrder(sold, moment));
	}

	/** All goods of the order that are still there leave: committed and on hand fall. */
	fulfil(order: Order, at?: Moment): Order {
		return this.change(order, at, (sold, moment) => fulfilOrder(sold, moment));
	}

	/**
	 * Gives lines (default: all that is left) and their money back. RETURN puts goods that had left
	 * back on the shelf, CANCEL those that had not; NO_RESTOCK loses what had not left.
	 * @throws Error for RETURN before, and CANCEL after the goods have left.
	 */
	refund(order: Order, lines: RefundWish[] | undefined, restock: Restock, at?: Moment): Order {
		return this.change(order, at, (sold, moment) => refundOrder(sold, lines, restock, moment));
	}

	/** @throws Error for an order whose goods have left. */
	cancel(order: Order, restock = true, at?: Moment): Order {
		return this.change(order, at, (sold, moment) => cancelOrder(sold, restock, moment));
	}

	/** More of the line's variant as a new line, or less of the line; `restock` when less. */
	edit(order: Order, wish: RefundWish & { restock?: boolean }, at?: Moment): Order {
		return this.change(order, at, (sold, moment) => editOrder(sold, wish, moment));
	}

	/** The merchant's own adjustment in Shopify: pieces came (or, negative, were lost). */
	receive(variant: VariantWish, location: Location, quantity: number, at?: Moment): void {
		const wanted = variantOf(this.shop, variant);
		moveStock(wanted, location, { available: quantity }, this.at(at));
	}

	/** The merchant counts: what is available is so many. */
	count(variant: VariantWish, location: Location, quantity: number, at?: Moment): void {
		const before = this.stock(variant, location);
		this.receive(variant, location, quantity - before, at);
	}

	/** Pieces go from one location to another. */
	move(variant: VariantWish, from: Location, to: Location, quantity: number, at?: Moment): void {
		this.receive(variant, from, -quantity, at);
		this.receive(variant, to, quantity, at);
	}

	/** A count by its name; default: what is available. */
	stock(variant: VariantWish, location: Location, name = 'available'): number {
		return stockOf(variantOf(this.shop, variant), location, name);
	}

	private change(
		{ id }: Order,
		moment: Moment | undefined,
		happen: (sold: Sold, at: number) => void,
	): Order {
		const sold = this.sold.get(id);
		if (!sold) throw new Error(`The till did not sell ${id}`);
		const at = this.at(moment);
		happen(sold, at);
		return this.show(sold, at);
	}

	private show({ draft }: Sold, at: number): Order {
		const fresh = projectOrder(this.context.ids, draft, this.shop.businessEntities[0]);
		fresh.updatedAt = dateTime(at);
		const order = this.kept.settle(fresh);
		this.index.note(order, at);
		return order;
	}

	private draft(wish: SaleWish, at: number): OrderDraft {
		this.lastNumber = Math.max(this.lastNumber, Number(this.shop.orders.at(-1)?.number ?? 0)) + 1;
		const number = this.lastNumber;
		const draft = newOrder(this.context, this.random.fork(`order ${number}`), 'till', number, at);
		draft.customer ??= null;
		draft.fulfilled = false;
		draft.test = wish.test ?? false;
		return draft;
	}

	private placeOf({ inventoryItem }: ProductVariant): Location {
		const { locations } = this.shop;
		return locations.find((location) => levelOf(inventoryItem, location)) ?? locations[0];
	}

	private at(moment: Moment | undefined): number {
		return Number(moment ?? this.clock());
	}
}
