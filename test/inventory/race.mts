import { Random } from '../../sandbox/shopify/shop/random.mts';
import type { StockDirection } from '../../nodes/accounting/inventory/types';
import type { Ending } from './scheduler.mts';
import { World, type WorldOptions } from './world.mts';

/** What is wrong with the test's own subject, to see whether the test would notice. */
export type Sabotage = NonNullable<WorldOptions['sabotage']>;

export interface Race {
	seed: number;
	direction: StockDirection;
	sabotage?: Sabotage;
}

/** What went wrong in one interleaving, with all that was done. */
export interface Failure {
	seed: number;
	wrong: string;
	steps: string[];
}

const SETTLED = 180_000;

/** One interleaving: the same seed does the same, step by step. */
export async function race({ seed, direction, sabotage }: Race): Promise<Failure | undefined> {
	const random = new Random(`race ${seed}`);
	const world = optionsOf(random, direction, sabotage);
	const running = new Interleaving(new World({ ...world, seed }), random);
	const wrong = await running.run();
	return wrong === undefined ? undefined : { seed, wrong, steps: running.steps };
}

function optionsOf(random: Random, direction: StockDirection, sabotage?: Sabotage) {
	return {
		products: random.int(3, 6),
		locations: random.int(1, 2),
		distribution: random.pick(['mainLocation', 'proportional'] as const),
		quantity: random.pick(['available', 'available', 'on_hand'] as const),
		oversells: random.chance(15),
		searchLateMilliseconds: random.pick([0, 1_000, 20_000, 59_000]),
		direction,
		sabotage,
		start: '2026-10-05T14:00:00Z',
		costOf: () => 700,
	};
}

class Interleaving {
	readonly steps: string[] = [];
	private faults = 0;
	private runs = 0;

	constructor(
		private readonly world: World,
		private readonly random: Random,
	) {}

	/** @returns what is wrong; undefined where nothing is. */
	async run(): Promise<string | undefined> {
		await this.past();
		await this.crowd();
		const wrong = this.wrong();
		return wrong ?? (await this.ending());
	}

	/** What had happened before the first sync began. */
	private async past(): Promise<void> {
		for (let left = this.random.int(0, 8); left > 0; left--) {
			this.happen();
			this.pass(this.random.int(1, 200));
		}
		if (this.random.chance(40)) await this.world.bookNow();
		for (let left = this.random.int(0, 3); left > 0; left--) this.happen();
		this.pass(this.random.pick([0, 30, 60, 61, 90, 600]));
	}

	/** Syncs and bookings at the same time, and everything else between any two of their requests. */
	private async crowd(): Promise<void> {
		const { world, random } = this;
		await this.start('sync');
		let happenings = random.int(1, 10);
		let more = random.int(0, 2);
		while (this.wrong() === undefined) {
			const actors = world.scheduler.actors();
			if (actors.length === 0) {
				if (happenings <= 0 || more <= 0) return;
				await this.start('sync');
				more -= 1;
				continue;
			}
			if (happenings > 0 && random.chance(35)) {
				this.happen();
				happenings -= 1;
			}
			if (more > 0 && random.chance(12)) {
				await this.start(random.pick(['sync', 'books', 'books']));
				more -= 1;
			}
			if (random.chance(30)) this.pass(random.pick([1, 1, 5, 20, 61]));
			await this.step(random.pick(world.scheduler.actors()));
		}
	}

	private async start(kind: 'sync' | 'books'): Promise<void> {
		this.runs += 1;
		const actor = `${kind} ${this.runs}`;
		this.steps.push(`${actor} starts`);
		await this.world.start(kind, actor);
	}

	private async step(actor: string): Promise<void> {
		const label = this.world.scheduler.next(actor);
		// the last moment is the one that matters
		if (isWrite(label) && this.random.chance(50)) this.happen();
		const ending = this.endingOf(label);
		this.steps.push(`${actor}: ${label}${ending === 'answered' ? '' : ` (${ending})`}`);
		await this.world.scheduler.step(actor, ending);
	}

	/** Few requests fail, those that write more often. */
	private endingOf(label: string): Ending {
		if (this.faults > 2 || !this.random.chance(isWrite(label) ? 25 : 3)) return 'answered';
		this.faults += 1;
		return this.random.pick<Ending>([
			'lost answer',
			'lost answer',
			'never arrived',
			'server error',
			'too many requests',
			'crash before',
			'crash after',
		]);
	}

	/** Everything is booked, nobody is in the shop, and one sync runs by itself. */
	private async ending(): Promise<string | undefined> {
		this.pass(SETTLED / 1000);
		await this.world.bookNow();
		this.steps.push('everything is booked; a quiet sync');
		await this.world.sync();
		return this.wrong() ?? this.world.unequal();
	}

	private happen(): void {
		// nobody does two things in the same second
		this.world.clock.advance(1000);
		const done = this.world.people.doSomething();
		if (done !== undefined) this.steps.push(`  ${done}`);
	}

	private pass(seconds: number): void {
		if (seconds === 0) return;
		this.world.clock.advance(seconds * 1000);
		this.steps.push(`  ${seconds} s pass`);
	}

	private wrong(): string | undefined {
		return this.world.wrong();
	}
}

const isWrite = (label: string) => /^(mutation|POST)/.test(label);

/** For people: the seed, and all that was done. */
export function tell({ seed, wrong, steps }: Failure): string {
	return [`seed ${seed}: ${wrong}`, ...steps.map((step) => `  ${step}`)].join('\n');
}
