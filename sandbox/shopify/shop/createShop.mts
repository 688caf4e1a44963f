import { createCalendar } from './calendar.mts';
import { createCatalogue } from './catalogue.mts';
import { createCompanies } from './companies.mts';
import type { Context } from './context.mts';
import { createCustomers } from './customers.mts';
import type { OrderDraft } from './draft.mts';
import { GiftCards } from './giftCards.mts';
import { Ids } from './ids.mts';
import { createLocations } from './locations.mts';
import { marketFor } from './market.mts';
import type { Customer, Node, Order, Shop } from './model.mts';
import { moneyV2 } from './money.mts';
import { createLedger, Entities, type LedgerKind } from './ledger.mts';
import { newOrder } from './newOrder.mts';
import { draftAt, momentsOf } from './past.mts';
import { projectOrder } from './projectOrder.mts';
import { Random } from './random.mts';
import { planOrders } from './schedule.mts';
import { createShopNode } from './shopNode.mts';
import { stockUp } from './stock.mts';
import { StoreCredit } from './storeCredit.mts';
import { orderTruth } from './truth.mts';

export interface ShopOptions {
	seed?: number;
	/** 'YYYY-MM', the first month. */
	month?: string;
	/** Default 1. */
	months?: number;
	orders?: number;
	/** 'USD' (default), 'GBP', 'EUR', 'JPY' or 'KWD'. Decides the market: where customers live and what taxes they pay. */
	currency?: string;
	timezone?: string;
	taxesIncluded?: boolean;
	/** Only these scenarios, in turn, instead of the usual mix. */
	scenarios?: string[];
	/** What the Shopify Payments balance sees; default 'usual'. */
	ledger?: LedgerKind;
}

/** Months in a shop. The same options always make the same shop, to the last id. */
export const createShop = (options: ShopOptions = {}): Shop => createHistory(options).shop;

/** A shop together with what its orders looked like at any moment. */
export interface ShopHistory {
	shop: Shop;
	/** The moments at which the order of this place in `shop.orders` changed, ascending. */
	momentsOf(index: number): number[];
	/** The order as it was shown then; undefined before it was placed. */
	orderAt(index: number, moment: number): Order | undefined;
}

export function createHistory(options: ShopOptions = {}): ShopHistory {
	const { seed = 1, month = '2026-10', orders: count = 400 } = options;
	const random = new Random(seed);
	const context = createContext(options, random, month);
	const { ids } = context;
	const entities = new Entities(context, options.ledger ?? 'usual');
	const drafts = draftOrders(context, random.fork('orders'), count, options.scenarios);
	const orders = drafts.map((draft) => projectOrder(ids, draft, entities.of(draft)));
	linkGiftCards(context, drafts, orders);
	const shop = shopOf(context, random, drafts, orders, entities, options.ledger ?? 'usual');
	return {
		shop,
		momentsOf: (index) => momentsOf(drafts[index]),
		orderAt: (index, moment) => {
			const draft = draftAt(drafts[index], moment);
			return draft && projectOrder(ids, draft, entities.of(draft));
		},
	};
}

function shopOf(
	context: Context,
	random: Random,
	drafts: OrderDraft[],
	orders: Order[],
	entities: Entities,
	ledger: LedgerKind,
): Shop {
	const { ids, market, calendar, catalogue, customers, locations } = context;
	const payments = createLedger(context, random, drafts, orders, entities, ledger);
	countOrders(customers, orders, drafts, market.currency);
	stockUp(ids, random.fork('stock'), catalogue.variants, locations, orders, calendar.asOf);
	return {
		shop: createShopNode(market, calendar.start),
		businessEntities: entities.all,
		orders,
		customers,
		products: catalogue.products,
		productVariants: catalogue.variants,
		inventoryItems: catalogue.inventoryItems,
		locations,
		giftCards: context.giftCards.all,
		disputes: payments.disputes,
		shopifyPaymentsAccount: payments.account,
		truth: {
			asOf: new Date(calendar.asOf).toISOString(),
			currency: market.currency,
			timezone: market.timezone,
			orders: drafts.map((draft) => orderTruth(draft, calendar)),
			payouts: payments.payouts,
			balance: payments.balance,
		},
	};
}

function createContext(options: ShopOptions, random: Random, month: string): Context {
	const ids = new Ids();
	const market = marketFor(options);
	const { currency } = market;
	const calendar = createCalendar(month, market.timezone, options.months);
	const { start } = calendar;
	return {
		ids,
		market,
		calendar,
		catalogue: createCatalogue(ids, random.fork('catalogue'), currency, start),
		customers: createCustomers(ids, random.fork('customers'), currency, start),
		companies: createCompanies(ids, start, currency),
		locations: createLocations(ids, market, start),
		giftCards: new GiftCards(ids, random.fork('gift cards'), currency),
		storeCredit: new StoreCredit(ids, currency),
	};
}

function draftOrders(
	context: Context,
	random: Random,
	count: number,
	scenarios: string[] | undefined,
): OrderDraft[] {
	const plan = planOrders(context.calendar, random.fork('plan'), count, scenarios);
	return plan.map(({ scenario, at }, index) => {
		const own = random.fork(`order ${index}`);
		const draft = newOrder(context, own, scenario.name, 1001 + index, at);
		scenario.build({ context, draft, random: own, at });
		return draft;
	});
}

function linkGiftCards({ giftCards }: Context, drafts: OrderDraft[], orders: Order[]): void {
	drafts.forEach((draft, index) => {
		for (const { card, lineId } of draft.giftCardsSold) {
			const order = orders[index];
			giftCards.link(card, order, order.lineItems.find(({ id }) => id === lineId)!);
		}
	});
}

function countOrders(
	customers: Customer[],
	orders: Order[],
	drafts: OrderDraft[],
	currency: string,
): void {
	const spent = new Map<Node, number>();
	orders.forEach((order, index) => {
		const { customer } = order;
		if (customer === null) return;
		customer.orders.push(order);
		const paid = drafts[index].transactions
			.filter(({ kind, status }) => status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE'))
			.reduce((sum, { amount }) => sum + amount.shop, 0);
		spent.set(customer, (spent.get(customer) ?? 0) + paid);
	});
	for (const customer of customers) {
		customer.numberOfOrders = String(customer.orders.length);
		customer.amountSpent = moneyV2(spent.get(customer) ?? 0, currency);
		customer.lastOrder = customer.orders.at(-1) ?? null;
	}
}
