import type { JournalEntryDocument } from '../documents';
import type { OrderFacts } from '../facts/order';
import { orderLabel, readOrder } from '../facts/readOrder';
import { localDate } from '../localDate';
import type { Outcome, Problem } from '../problems';
import { costEntry, groupsOf, productName, type CostGroup } from './costEntry';
import { movementsOf } from './movements';
import { placedOrder, type CostSkip, type Placed } from './placed';
import { partialPayouts } from './partialPayouts';
import type { CostPolicy } from './policy';
import { unitCosts } from './unitCosts';

export type { CostSkip } from './placed';
export { costPolicy, type CostPolicy, type CostSettings } from './policy';
export { goodsCheck, goodsCheckIn } from './goods';

export interface CostInput {
	/** An order as Shopify Records gives it, with unit costs; unknown, so it is checked. */
	item: unknown;
	policy: CostPolicy;
}

/** What became of the inputs; numbers are their positions. */
export interface CostEntries {
	entries: Array<{ inputs: number[]; outcome: Outcome<JournalEntryDocument> }>;
	skipped: Array<{ input: number; skip: CostSkip }>;
	refused: Array<{ input: number; problem: Problem }>;
}

/**
 * The cost of the goods that orders moved: one journal entry for each shop and day (or payout) that was
 * read whole, with Shopify's unit costs of now. An order that Shopify got to know after its day was over
 * gets entries of its own, because that of its day may be in the books. While an order is refused, no
 * day that it may belong to is booked.
 *
 * @param alsoRefused an item that was refused before, by its name
 */
export function costEntries(inputs: readonly CostInput[], alsoRefused?: string): CostEntries {
	return new CostBook(inputs, alsoRefused).close();
}

interface Known {
	input: number;
	order: OrderFacts;
}

class CostBook {
	private readonly result: CostEntries = { entries: [], skipped: [], refused: [] };
	private readonly blocks: Array<{ shop?: string; from: string; where: string }> = [];
	private readonly inputOf = new Map<OrderFacts, number>();
	private readonly placed: Placed[] = [];

	constructor(
		private readonly inputs: readonly CostInput[],
		alsoRefused: string | undefined,
	) {
		if (alsoRefused !== undefined) this.blocks.push({ from: '', where: alsoRefused });
		for (const known of this.newestOf(this.readAll())) this.take(known);
	}

	close(): CostEntries {
		const booked = new Set<OrderFacts>();
		const partial = partialPayouts(this.placed, (one) => this.isInside(one));
		for (const group of groupsOf(this.placed)) {
			const inside = group.movements.filter((one) => this.isInside(one));
			if (inside.length === 0) continue;
			for (const { order } of inside) booked.add(order);
			const reason = partial.get(group.key);
			if (reason !== undefined) this.skipAll(group, { code: 'payout-not-whole', reason });
			else this.book(group);
		}
		const said = new Set(this.result.skipped.map(({ input }) => input));
		for (const [order, input] of this.inputOf) {
			if (booked.has(order) || said.has(input)) continue;
			this.skip(input, { code: 'other-days', reason: 'Its goods moved on other days than these' });
		}
		this.result.skipped.sort((a, b) => a.input - b.input);
		return this.result;
	}

	private readAll(): Known[] {
		return this.inputs.flatMap(({ item, policy }, input): Known[] => {
			const problem = firstDayProblem(policy, orderLabel(item));
			const read = problem ? { ok: false as const, problem } : readOrder(item);
			if (read.ok) return [{ input, order: read.value }];
			this.refuse(input, read.problem);
			return [];
		});
	}

	/** The same order may come twice, changed in between: then the later one counts. */
	private newestOf(known: readonly Known[]): Known[] {
		const newest = new Map<string, Known>();
		for (const each of known) {
			const key = `${each.order.shop.domain} ${each.order.id}`;
			const other = newest.get(key);
			const isNewer = (each.order.updatedAt ?? '') > (other?.order.updatedAt ?? '');
			const loser = other === undefined ? undefined : isNewer ? other : each;
			if (loser) this.skip(loser.input, { code: 'twice', reason: 'The same order comes twice' });
			if (other === undefined || isNewer) newest.set(key, each);
		}
		return [...newest.values()];
	}

	private take({ input, order }: Known): void {
		const { item, policy } = this.inputs[input];
		const costs = unitCosts(item, order, policy.bookedElsewhere);
		if (!costs.ok) return this.refuse(input, costs.problem, order);
		const movements = movementsOf(order);
		if (!movements.ok) return this.refuse(input, movements.problem, order);
		const mapped = placedOrder(order, movements.value, costs.value, policy);
		if (!mapped.ok) return this.refuse(input, mapped.problem, order);
		const { placed, skips } = mapped.value;
		this.inputOf.set(order, input);
		this.placed.push(...placed);
		for (const skip of skips) this.skip(input, skip);
		if (placed.length === 0 && skips.length === 0) {
			this.skip(input, { code: 'no-goods', reason: 'It moves no goods that have a cost' });
		}
	}

	private book(group: CostGroup): void {
		const { movements } = group;
		const [{ order }] = movements;
		const inputs = this.inputsOf(movements);
		const { policy } = this.inputs[inputs[0]];
		const block = this.blocks.find(
			({ shop, from }) => (shop ?? order.shop.domain) === order.shop.domain && from <= group.date,
		);
		const isBarred = block !== undefined && movements[0].place.kind !== 'Order';
		const outcome: Outcome<JournalEntryDocument | undefined> = isBarred
			? { ok: false, problem: incomplete(group, block.where) }
			: costEntry(group, policy);
		if (!outcome.ok) {
			this.result.entries.push({ inputs, outcome });
			return;
		}
		this.list(movements);
		const { value } = outcome;
		if (value !== undefined) this.result.entries.push({ inputs, outcome: { ok: true, value } });
		else if (movements.some(({ cost }) => cost.kind === 'known')) {
			const reason = `The goods of ${group.name} cost nothing`;
			this.skipAll(group, { code: 'no-cost', reason });
		}
	}

	/** Goods that are in no entry. */
	private list(movements: readonly Placed[]): void {
		for (const { order, line, cost, pieces } of movements) {
			if (cost.kind === 'known') continue;
			const what = `${Math.abs(pieces)} of ${productName(line)}`;
			const { code, why } = WHY_LEFT_OUT[cost.kind];
			this.skip(this.inputOf.get(order) ?? 0, { code, reason: `${what}: ${why}` });
		}
	}

	private isInside({ order, known, day }: Placed): boolean {
		const { firstDay, lastDay } = this.inputs[this.inputOf.get(order) ?? 0].policy;
		return known >= firstDay && (lastDay === undefined || day <= lastDay);
	}

	private inputsOf(movements: readonly Placed[]): number[] {
		const inputs = new Set(movements.map(({ order }) => this.inputOf.get(order) ?? 0));
		return [...inputs].sort((a, b) => a - b);
	}

	private skipAll({ movements }: CostGroup, skip: CostSkip): void {
		for (const input of this.inputsOf(movements)) this.skip(input, skip);
	}

	private skip(input: number, skip: CostSkip): void {
		this.result.skipped.push({ input, skip });
	}

	private refuse(input: number, problem: Problem, order?: OrderFacts): void {
		this.result.refused.push({ input, problem });
		const from = order && localDate(order.processedAt, order.shop.timeZone);
		const shop = order && { shop: order.shop.domain };
		this.blocks.push({ ...shop, from: from ?? '', where: orderLabel(this.inputs[input].item) });
	}
}

const WHY_LEFT_OUT = {
	custom: { code: 'custom-item', why: 'a custom item, which has no cost in Shopify' },
	missing: { code: 'no-unit-cost', why: 'left out, as Shopify has no unit cost' },
	elsewhere: { code: 'cost-elsewhere', why: "left out, as 'Cost Booked Elsewhere' names it" },
} as const;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function firstDayProblem({ firstDay, lastDay }: CostPolicy, where: string): Problem | undefined {
	const wrong = [firstDay, ...(lastDay === undefined ? [] : [lastDay])].find(
		(day) => !DAY.test(day),
	);
	if (wrong === undefined) return undefined;
	return {
		code: 'no-first-day',
		what:
			wrong === ''
				? "'First Day' is empty, so nothing says which days were read whole"
				: `'${wrong.slice(0, 40)}' is no day such as 2026-10-01`,
		where,
		fix: "Set 'First Day' to the day from which on Shopify Records reads the orders, with 'Date' set to Updated and no end: then every day since is whole.",
	};
}

function incomplete({ name }: CostGroup, refused: string): Problem {
	return {
		code: 'incomplete-day',
		what: `${refused} was refused, so the goods are not complete`,
		where: `Costs of ${name}`,
		fix: 'Mend what the error of that order says and run again; or leave it out with a Filter node, and enter its cost by hand.',
	};
}
