import type { StockDirection, StockSyncPolicy } from '../../nodes/accounting/inventory/types';
import type { Connection } from '../../nodes/quickbooks/client';
import { createShopifyClient, type ShopifyClient } from '../../nodes/shopify/client';
import { syncStock, type SyncReport } from '../../nodes/InventorySync/sync';
import type { Company } from '../../sandbox/quickbooks/company/company.mts';
import { Random } from '../../sandbox/shopify/shop/random.mts';
import type { Shop } from '../../sandbox/shopify/shop/model.mts';
import { localDay } from './days';
import { plainOrder } from '../sandbox/shopify/shop/plain.mts';
import { bookOrders, keepBooks, type Bookkeeping } from './bookkeeper.mts';
import type { PostResult } from '../../nodes/quickbooks/post';
import { People } from './people.mts';
import { sabotaged, type Sabotage } from './sabotage';
import { Scheduler } from './scheduler.mts';
import { atOnce, flaky, inTurn, withoutCompare, type Send } from './senders.mts';
import { sidesOf } from './sides.mts';
import { skuOf, smallShop } from './smallShop.mts';
import { Counter } from './counter.mts';
import type { GoodsMove } from './fifo';
import { Truth, type Happening } from './truth';
import * as vendors from './vendors.mts';
import { Warehouse } from './warehouse.mts';

export interface WorldOptions {
	seed: number;
	products: number;
	locations: number;
	distribution: StockSyncPolicy['distribution'];
	quantity: StockSyncPolicy['quantity'];
	oversells: boolean;
	searchLateMilliseconds: number;
	direction: StockDirection;
	sabotage?: Sabotage;
	start: string;
	/** Default 14. */
	lookBackDays?: number;
	/** Cents that a piece costs, each time pieces come in. */
	costOf(): number;
	/** Is told what happens, as it happens. */
	heard?: Heard;
	/** Requests outside of a crowd fail now and then; default: never. */
	faults?: Random;
}

/** What happened to goods outside of the shop's orders, as the books hold it. */
export interface Heard {
	happened(what: Happening, product: string, pieces: number): void;
	/** A document or an adjustment moved goods in the books. */
	moved(product: string, move: Omit<GoodsMove, 'entry'>): void;
}

const STOCKED_FROM = '2025-06-01';
const DAY = 86_400_000;
const SETTLING_SECONDS = 60;

interface Ends {
	shop: Send;
	books: Send;
}

/** A shop, a company, people, and the runs that keep the two in step. */
export class World {
	readonly clock: vendors.WorldClock;
	readonly scheduler = new Scheduler();
	readonly truth: Truth;
	readonly people: People;
	readonly names: string[];
	/** What a run threw: always a defect. */
	broken: string | undefined;
	private readonly shop: Shop;
	readonly company: Company;
	readonly counter: Counter;
	readonly warehouse: Warehouse;
	private readonly answers: { shop: vendors.Answer; books: vendors.Answer };
	private readonly policy: Omit<StockSyncPolicy, 'asOf'>;
	/** How far below zero the truth ever fell: Shopify's quantity is held at zero meanwhile. */
	private readonly debts = new Map<string, number>();
	/** Pieces that counts and deliveries have added up to, from the opening on. */
	private readonly counts = new Map<string, number[]>();
	private syncs = 0;
	private runs = 0;

	constructor(private readonly options: WorldOptions) {
		const { direction, seed, heard } = options;
		this.clock = new vendors.WorldClock(options.start);
		this.truth = new Truth((what, product, pieces) => {
			heard?.happened(what, product, pieces);
			this.noteCount(what, product, pieces);
		});
		const random = new Random(`world ${seed}`);
		this.names = Array.from({ length: options.products }, (_, index) => `Lamp${index}`);
		this.shop = smallShop(this.names);
		this.company = vendors.newCompany(this.clock);
		this.warehouse = new Warehouse(this.company);
		const locations = this.shop.locations.slice(0, options.locations);
		this.counter = new Counter(this.shop, locations, this.clock, options.searchLateMilliseconds);
		this.answers = {
			shop: this.counter.answers(),
			books: vendors.booksAnswer(this.company, this.clock),
		};
		this.policy = {
			...options,
			match: 'skuThenName',
			locations: locations.map(({ id }) => id),
			unbooked: options.sabotage === 'unbooked sales ignored' ? 'none' : 'orders',
			buffer: 0,
			largestChange: undefined,
			largestRun: undefined,
			largestEmptied: 100,
			settlingSeconds: SETTLING_SECONDS,
			date: '',
		};
		for (const name of this.names) this.stockUp(name, random);
		const isFromBooks = direction === 'QuickBooks to Shopify';
		const stockroom = isFromBooks ? this.stockroom() : undefined;
		this.people = new People(
			random,
			this.names,
			this.truth,
			this.counter,
			stockroom,
			options.oversells,
		);
		this.clock.advance(3_600_000);
	}

	/** Starts a run whose every request waits for its turn. */
	async start(kind: 'sync' | 'books', actor: string): Promise<void> {
		const ends = {
			shop: inTurn(this.answers.shop, this.scheduler, actor),
			books: inTurn(this.answers.books, this.scheduler, actor),
		};
		await this.scheduler.start(actor, async () => {
			try {
				if (kind === 'sync') await this.sync(ends);
				else await this.bookNow(ends, this.clock.now() % 3000 < 1000 ? 'sales' : 'all');
			} catch (error) {
				// a booking that gets no answer stops with an error; the next one goes on
				if (kind === 'sync') this.broken = String(error);
			}
		});
	}

	async sync({ shop, books }: Ends = this.atOnce()): Promise<SyncReport | undefined> {
		const isBlind = this.options.sabotage === 'changeFromQuantity ignored';
		const ends = { shop: isBlind ? withoutCompare(shop) : shop, books };
		const known = this.truth.snapshot();
		this.syncs += 1;
		this.runs += 1;
		const sides = await sidesOf({
			client: this.client(ends),
			connection: this.connection(ends),
			locations: this.policy.locations,
		});
		const isAlone = this.syncs === 1;
		const report =
			sides &&
			(await syncStock(
				sabotaged(sides, this.options.sabotage),
				{ ...this.policy, date: this.today() },
				{
					mode: 'Apply',
					lookBackDays: this.options.lookBackDays ?? 14,
					account: 'Inventory Shrinkage',
					runKey: `run ${this.runs}`,
				},
			));
		this.syncs -= 1;
		if (!report?.ok) return undefined;
		if (isAlone && this.syncs === 0) this.tell(report.value, known);
		return report.value;
	}

	/** Books everything there is, as it stands in the shop at this moment. */
	async bookNow(ends: Ends = this.atOnce(), kinds: Bookkeeping['kinds'] = 'all'): Promise<void> {
		const shop = plain(this.shop.shop);
		const orders = this.shop.orders.map((order) => ({
			...plainOrder(order),
			shop,
			customer: null,
		}));
		await bookOrders(orders, { connection: this.connection(ends), kinds });
	}

	/** Reads what changed since, and books it. */
	async book(since: number): Promise<PostResult[]> {
		const ends = this.atOnce();
		return await keepBooks({
			client: this.client(ends),
			connection: this.connection(ends),
			download: ends.shop,
			since,
		});
	}

	/** The shop's day, YYYY-MM-DD. */
	today(): string {
		return localDay(this.clock.now(), String(this.shop.shop.ianaTimezone));
	}

	/** @returns what must never be; undefined where all is well. */
	wrong(): string | undefined {
		if (this.broken) return this.broken;
		const wrong =
			this.options.direction === 'QuickBooks to Shopify' ? this.oversold : this.miscounted;
		return this.names.map((name) => wrong.call(this, name)).find((each) => each !== undefined);
	}

	/** Shopify offers no more than there is, losses apart that it was not told of yet. */
	private oversold(name: string): string | undefined {
		const available = this.counter.available(name);
		const truth = this.truth.shelf(name);
		const most = Math.max(0, truth + this.truth.untold(name) + this.debtOf(name));
		if (available <= most) return undefined;
		return `Shopify offers ${available} ${name}, and there are ${truth}`;
	}

	private debtOf(name: string): number {
		const debt = Math.max(this.debts.get(name) ?? 0, -this.truth.shelf(name));
		this.debts.set(name, debt);
		return debt;
	}

	/**
	 * Shopify's own counts are left alone, and the adjustments in the books make up for what was counted
	 * up to some moment: never for a sale, and never twice.
	 */
	private miscounted(name: string): string | undefined {
		const available = this.counter.available(name);
		const truth = this.truth.shelf(name);
		if (available !== truth) return `Shopify offers ${available} ${name}, and there are ${truth}`;
		const isOversold = this.debtOf(name) > 0;
		if (this.scheduler.actors().length > 0 || isOversold) return undefined;
		const adjusted = this.warehouse.adjusted(name);
		const counted = this.counts.get(name) ?? [0];
		if (counted.includes(adjusted)) return undefined;
		return `Adjusted by ${adjusted} ${name}, and counted were ${counted.join(', then ')}`;
	}

	/** @returns where the three do not agree. */
	unequal(): string | undefined {
		for (const name of this.names) {
			const available = this.counter.available(name);
			const onHand = this.warehouse.onHand(name);
			const truth = this.truth.shelf(name);
			// what was promised beyond what there is stays a matter for people
			const isRight = [available, onHand].every(
				(each) => each === truth || (truth < 0 && each <= 0),
			);
			if (!isRight) {
				return `${name}: Shopify ${available}, QuickBooks ${onHand}, truth ${truth}`;
			}
		}
		return undefined;
	}

	private noteCount(what: Happening, product: string, pieces: number): void {
		if (what === 'sold' || what === 'returned') return;
		const known = this.counts.get(product);
		const sign = what === 'lost' ? -1 : 1;
		// the first is the opening, which the books know by themselves
		this.counts.set(product, known ? [...known, known[known.length - 1] + sign * pieces] : [0]);
	}

	private tell(report: SyncReport, known: ReadonlyMap<string, number>): void {
		// 'Same' may be chance: a sale that is not listed yet makes up for a loss
		const settled = report.rows
			.filter(({ status }) => status === 'Done')
			.map(({ product }) => product);
		const told = [...known].filter(([product]) => settled.includes(product));
		this.truth.tellOf(new Map(told));
	}

	private stockUp(name: string, random: Random): void {
		const pieces = random.int(2, 25);
		const cost = this.options.costOf();
		this.warehouse.stock({ name, sku: skuOf(name), pieces, cost, from: STOCKED_FROM });
		this.options.heard?.moved(name, { day: STOCKED_FROM, pieces, cost, isSale: false });
		this.counter.spread(name, pieces);
		this.truth.happened('received', name, pieces);
	}

	private stockroom() {
		const { heard } = this.options;
		return {
			receive: (name: string, pieces: number) => {
				const cost = this.options.costOf();
				this.warehouse.receive(name, pieces, cost, this.today());
				heard?.moved(name, { day: this.today(), pieces, cost, isSale: false });
			},
			count: (name: string, pieces: number) => {
				this.warehouse.adjust(name, pieces, this.today());
				heard?.moved(name, { day: this.today(), pieces, isSale: false });
			},
		};
	}

	private client({ shop }: Ends): ShopifyClient {
		const { now, sleep } = this.clock;
		return createShopifyClient({ baseUrl: vendors.SHOP_URL, send: shop, clock: { now, sleep } });
	}

	private connection({ books }: Ends): Connection {
		const { now, sleep } = this.clock;
		return {
			send: books,
			clock: { now, sleep },
			baseUrl: vendors.BOOKS_URL,
			realmId: vendors.REALM_ID,
		};
	}

	private atOnce(): Ends {
		const { faults } = this.options;
		if (faults) {
			return { shop: flaky(this.answers.shop, faults), books: flaky(this.answers.books, faults) };
		}
		return { shop: atOnce(this.answers.shop), books: atOnce(this.answers.books) };
	}
}

function plain(shop: object): object {
	return JSON.parse(
		JSON.stringify(shop, (key, value: unknown) => (key === 'orders' ? undefined : value)),
	) as object;
}
