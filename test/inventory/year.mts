import type { StockDirection } from '../../nodes/accounting/inventory/types';
import { isItemised } from '../../nodes/accounting/documentTotals';
import type { AccountingDocument } from '../../nodes/accounting/documents';
import type { PostResult } from '../../nodes/quickbooks/post';
import { Random } from '../../sandbox/shopify/shop/random.mts';
import { costsOf, type GoodsMove } from './fifo';
import { skuOf } from './smallShop.mts';
import type { Happening } from './truth';
import { World, type Heard } from './world.mts';

const HOUR = 3_600_000;
const PRODUCTS = 6;
const LOW = 12;

export interface YearFigures {
	orders: number;
	deeds: Record<string, number>;
	runs: number;
	syncs: number;
	failedRuns: number;
	failedSyncs: number;
}

/** What is known of the goods besides the stand-ins: pieces not booked yet, and what moved in the books. */
class Diary implements Heard {
	readonly unbooked = new Map<string, number>();
	readonly moves = new Map<string, GoodsMove[]>();
	private entries = 0;

	happened(what: Happening, product: string, pieces: number): void {
		const sign = what === 'sold' ? 1 : what === 'returned' ? -1 : 0;
		this.unbooked.set(product, (this.unbooked.get(product) ?? 0) + sign * pieces);
	}

	moved(product: string, move: Omit<GoodsMove, 'entry'>): void {
		this.entries += 1;
		const known = this.moves.get(product) ?? [];
		known.push({ ...move, entry: this.entries });
		this.moves.set(product, known);
	}
}

/** A merchant's year, day by day. */
export class Year {
	readonly figures: YearFigures = {
		orders: 0,
		deeds: {},
		runs: 0,
		syncs: 0,
		failedRuns: 0,
		failedSyncs: 0,
	};
	/** Whatever did not agree, with the day. */
	readonly wrong: string[] = [];
	readonly world: World;
	private readonly random: Random;
	private readonly diary = new Diary();
	/** Milliseconds: everything up to then is booked. */
	private bookedUntil: number;

	constructor(
		private readonly direction: StockDirection,
		seed: number,
	) {
		this.random = new Random(`year ${seed}`);
		const costs = this.random.fork('costs');
		this.world = new World({
			seed,
			products: PRODUCTS,
			locations: 2,
			distribution: 'mainLocation',
			quantity: 'available',
			oversells: false,
			searchLateMilliseconds: 0,
			direction,
			start: '2026-01-01T13:00:00Z',
			lookBackDays: 7,
			costOf: () => costs.int(500, 900),
			heard: this.diary,
			faults: this.random.fork('faults'),
		});
		this.bookedUntil = this.world.clock.now();
	}

	/** @param days how many; 365 for a year. */
	async live(days: number): Promise<void> {
		let month = this.world.today().slice(0, 7);
		for (let day = 0; day < days; day++) {
			this.openDoors();
			// booked on most days, now and then late
			if (this.random.chance(70)) await this.book();
			this.world.clock.advance(5 * HOUR);
			await this.sync();
			this.happenings(this.random.int(0, 2));
			this.world.clock.advance(5 * HOUR);
			const now = this.world.today().slice(0, 7);
			if (now === month && day < days - 1) continue;
			await this.closeMonth(month);
			month = now;
		}
	}

	/** Cents by first in, first out, of all products: what this test works out, and what the books say. */
	costs(): { own: Record<string, number>; books: Record<string, number> } {
		const { company, warehouse, names } = this.world;
		const accounts = new Map(company.all('Account').map(({ Id, Name }) => [String(Name), Id]));
		const own: Record<string, number> = { sold: 0, other: 0, asset: 0 };
		const books: Record<string, number> = { ...own };
		for (const name of names) {
			const moves = this.diary.moves.get(name) ?? [];
			const costs = costsOf(moves, moves[0].cost ?? 0);
			if (costs.pieces !== warehouse.onHand(name))
				this.note(`${name}: ${costs.pieces} pieces costed`);
			for (const each of ['sold', 'other', 'asset'] as const) own[each] += costs[each];
			const lines = company.journal.filter(({ memo }) => memo === `Cost of ${name}`);
			const sum = (account: string) =>
				lines
					.filter(({ accountId }) => accountId === accounts.get(account))
					.reduce((all, { amount }) => all + amount, 0);
			books.sold += sum('Cost of Goods Sold');
			books.other += sum('Inventory Shrinkage');
			books.asset += sum('Inventory Asset') + this.bought(name);
		}
		return { own, books };
	}

	/** Purchases are debited to the asset by the bill itself. */
	private bought(name: string): number {
		const { company, warehouse } = this.world;
		const lines = company.all('Bill').flatMap(({ Line }) => Line as Array<Record<string, unknown>>);
		return lines
			.filter((line) => itemOf(line.ItemBasedExpenseLineDetail) === warehouse.idOf(name))
			.reduce((all, { Amount }) => all + Math.round(Number(Amount) * 100), 0);
	}

	private openDoors(): void {
		for (let left = this.random.int(3, 5); left > 0; left--) {
			this.did(this.world.people.sell());
			this.figures.orders += 1;
			this.world.clock.advance(this.random.int(60, 3000) * 1000);
		}
		this.happenings(this.random.int(0, 3));
		for (const name of this.world.names) {
			if (this.world.counter.available(name) >= LOW) continue;
			this.did(this.world.people.receive(name, this.random.int(20, 60)));
		}
	}

	private happenings(count: number): void {
		for (let left = count; left > 0; left--) {
			this.did(this.world.people.doSomething());
			this.world.clock.advance(this.random.int(1, 900) * 1000);
		}
	}

	private did(deed: string | undefined): void {
		if (deed === undefined) return;
		const [verb] = deed.split(' ');
		this.figures.deeds[verb] = (this.figures.deeds[verb] ?? 0) + 1;
	}

	private async book(): Promise<boolean> {
		const until = this.world.clock.now();
		this.figures.runs += 1;
		try {
			const results = await this.world.book(this.bookedUntil - 2 * HOUR);
			this.enter(results);
			if (results.every(({ ok }) => ok)) {
				this.bookedUntil = until;
				this.diary.unbooked.clear();
				return true;
			}
		} catch {
			// no answer from either side: the next run looks back far enough
		}
		this.figures.failedRuns += 1;
		return false;
	}

	private async sync(): Promise<void> {
		this.figures.syncs += 1;
		const before = new Map(
			this.world.names.map((name) => [name, this.world.warehouse.onHand(name)]),
		);
		const report = await this.world.sync();
		if (!report) this.figures.failedSyncs += 1;
		if (report?.stop) this.note(report.stop.what);
		if (this.direction === 'QuickBooks to Shopify') return;
		for (const [name, onHand] of before) {
			const pieces = this.world.warehouse.onHand(name) - onHand;
			if (pieces !== 0) this.diary.moved(name, { day: this.world.today(), pieces, isSale: false });
		}
	}

	/** Nobody buys for some minutes: the sides agree, those sales apart that are not booked. */
	private async closeMonth(month: string): Promise<void> {
		const { clock, names, warehouse, counter, truth } = this.world;
		clock.advance(300_000);
		for (let tries = 3; tries > 0; tries--) await this.sync();
		for (const name of names) {
			const open = this.diary.unbooked.get(name) ?? 0;
			const found = [counter.available(name), warehouse.onHand(name) - open, truth.shelf(name)];
			if (new Set(found).size > 1) {
				this.note(
					`${month} ${name}: Shopify, QuickBooks - ${open} unbooked, truth: ${found.join(', ')}`,
				);
			}
		}
		for (let tries = 10; tries > 0 && !(await this.book()); tries--);
		for (const name of names) {
			const found = [counter.available(name), warehouse.onHand(name), truth.shelf(name)];
			if (new Set(found).size > 1) {
				this.note(`${month} ${name}: Shopify, QuickBooks, truth: ${found.join(', ')}`);
			}
		}
	}

	/** What was posted moves goods, in the order in which the books took it. */
	private enter(results: readonly PostResult[]): void {
		const posted = results.flatMap((result) =>
			result.ok && result.status === 'Posted' ? [result.document] : [],
		);
		const sales = posted.filter(({ document }) => document === 'Sales Receipt');
		const returns = posted.filter(({ document }) => document === 'Refund Receipt');
		for (const document of [...sales, ...returns]) this.enterOne(document);
	}

	private enterOne(document: AccountingDocument): void {
		if (!isItemised(document)) return;
		const sign = document.document === 'Sales Receipt' ? -1 : 1;
		for (const { item, quantity } of document.lines) {
			const product = this.world.names.find((name) => skuOf(name) === item.sku);
			if (product === undefined || quantity === undefined) continue;
			const pieces = sign * quantity;
			this.diary.moved(product, { day: document.date, pieces, isSale: true });
		}
	}

	private note(text: string): void {
		this.wrong.push(text);
	}
}

function itemOf(detail: unknown): string | undefined {
	return (detail as { ItemRef?: { value?: string } } | undefined)?.ItemRef?.value;
}
