import type { FaultKind } from '../../../sandbox/common/faults.mts';
import { Random } from '../../../sandbox/shopify/shop/random.mts';
import { createShop } from '../../../sandbox/shopify/shop/createShop.mts';
import type { Shop } from '../../../sandbox/shopify/shop/model.mts';
import { allScenarios } from '../../../sandbox/shopify/shop/scenarios/all.mts';
import { startShopifySandbox } from '../../../sandbox/shopify/start.mts';
import { createShopifyClient } from '../../../nodes/shopify/client.ts';
import type { ShopifyClient } from '../../../nodes/shopify/client.ts';
import type {
	PollResult,
	PollSettings,
	TriggeredFact,
} from '../../../nodes/shopify/polling/settings.ts';
import { writeState } from '../../../nodes/shopify/polling/state.ts';
import type { Outcome } from '../../../nodes/shopify/types.ts';
import { fetchHttp } from '../fetchHttp.mts';
import { versionsIn } from './versions.mts';

const HOUR = 3_600_000;

/** What becomes of a poll, and of the run that its items start. */
const FATES = [
	'well',
	/** n8n was restarted before this poll: what was not saved is forgotten. */
	'restarted',
	/** The items started a run, and n8n died before it saved the memory. */
	'diedBeforeSaving',
	/** The memory was saved, and n8n died before the run had worked on the items. */
	'diedAfterSaving',
	/** The run failed. */
	'runFailed',
	/** Shopify was down. */
	'shopifyDown',
] as const;
export type Fate = (typeof FATES)[number];

type Poll = (
	client: ShopifyClient,
	settings: PollSettings,
	kept: unknown,
) => Promise<Outcome<PollResult>>;

export interface SimulationOptions {
	poll: Poll;
	settings?: Partial<PollSettings>;
	/** Polls from here on, every hour. */
	from: string;
	hours: number;
	/** In percent: how often a poll has another fate than to go well. */
	trouble?: number;
	/** n8n with durable poll cursors: the memory is saved with the run, also without items. */
	durable?: boolean;
	seed?: number;
	orders?: number;
	lateness?: 'none' | 'usual' | 'bad';
	/** Orders of every kind that the sandbox knows, instead of the usual mix. */
	everyCase?: boolean;
	/** Changes the shop before it begins to live. */
	prepare?: (shop: Shop) => void;
}

/** Polls a shop that lives, as n8n would, with everything that can go wrong there. */
export async function simulate(options: SimulationOptions) {
	const { poll, from, hours, trouble = 0, seed = 1, lateness = 'bad', orders = 150 } = options;
	const begin = Date.parse(from);
	const scenarios = options.everyCase ? { scenarios: allScenarios.map(({ name }) => name) } : {};
	const shop = createShop({ seed: 5, month: '2026-10', orders, ...scenarios });
	options.prepare?.(shop);
	const sandbox = await startShopifySandbox({
		shop,
		now: new Date(begin),
		live: lateness,
		realTimeThrottle: false,
	});
	const random = new Random(seed);
	const clock = {
		now: () => sandbox.control.now().getTime(),
		sleep: async (ms: number) => sandbox.control.advance(ms),
	};
	const { send } = fetchHttp(sandbox.accessToken);
	const client = createShopifyClient({ baseUrl: sandbox.url, send, clock, maxTries: 2 });
	const books = new Books();
	const counts = { idle: 0, idleRequests: new Set<number>(), polls: 0, failed: 0, emitted: 0 };
	const fates = new Map<Fate, number>();
	let memory: object = {};
	let saved = '{}';
	for (let hour = 0; hour <= hours; hour++) {
		sandbox.control.setNow(new Date(begin + hour * HOUR));
		// the last two days go well, so that what was lost can be made good
		const calm = hour === 0 || hour > hours - 48;
		const fate: Fate = !calm && random.chance(trouble) ? random.pick(FATES.slice(1)) : 'well';
		fates.set(fate, (fates.get(fate) ?? 0) + 1);
		if (fate === 'restarted') memory = JSON.parse(saved) as object;
		if (fate === 'shopifyDown') {
			const kind: FaultKind = random.chance(50) ? 'droppedBefore' : 'serverError';
			sandbox.control.faults.order({ kind, times: 2, after: random.int(0, 1) });
		}
		const before = sandbox.control.log.all().length;
		const settings: PollSettings = {
			start: 'now',
			overlapMs: 6 * HOUR,
			repeats: [HOUR, 24 * HOUR],
			includeTest: false,
			deadline: clock.now() + HOUR,
			most: 250,
			...options.settings,
		};
		const result = await poll(client, settings, memory);
		sandbox.control.faults.clear();
		counts.polls += 1;
		if (!result.ok) {
			if (fate !== 'shopifyDown')
				throw Object.assign(new Error(result.problem.what), result.problem);
			counts.failed += 1;
			continue;
		}
		const { facts, state } = result.value;
		const remembered = JSON.stringify(writeState(state));
		memory = JSON.parse(remembered) as object;
		if (facts.length === 0) {
			counts.idle += 1;
			if (hour > 0) counts.idleRequests.add(sandbox.control.log.all().length - before);
			if (options.durable) saved = remembered;
			continue;
		}
		counts.emitted += facts.length;
		if (isLostFate(fate) && !options.durable) books.lose(facts);
		const isDead = fate === 'diedBeforeSaving' || fate === 'diedAfterSaving';
		const isLost = isLostFate(fate);
		// durable cursors are saved in one go with the run, which then can be tried again
		if (options.durable && isLost) books.enter(facts, clock.now());
		if (!isLost) books.enter(facts, clock.now(), fate === 'diedBeforeSaving' && !options.durable);
		if (fate !== 'diedBeforeSaving' || options.durable) saved = remembered;
		if (isDead) memory = JSON.parse(saved) as object;
	}
	const end = clock.now();
	await sandbox.close();
	const all = sandbox.timeline?.changes ?? [];
	return { begin, end, books, counts, fates, changes: all, memoryBytes: saved.length, sandbox };
}

const isLostFate = (fate: Fate): boolean => fate === 'diedAfterSaving' || fate === 'runFailed';

/** A consumer that takes each fact once by its key, and counts how often it was offered. */
export class Books {
	readonly entries = new Map<string, { first: number; offered: number; excused: number }>();
	/** The newest fact of each id. */
	readonly newest = new Map<string, TriggeredFact>();

	/** @param excused whether the trigger cannot know that it has offered these. */
	enter(facts: TriggeredFact[], now: number, excused = false): void {
		for (const fact of facts) {
			this.newest.set(String(fact.id), fact);
			for (const key of versionsIn(fact)) {
				const known = this.entries.get(key) ?? { first: now, offered: 0, excused: 0 };
				known.offered += 1;
				if (excused) known.excused += 1;
				this.entries.set(key, known);
			}
		}
	}

	/** Offers that never arrived, by key. */
	readonly lost = new Map<string, number>();

	lose(facts: TriggeredFact[]): void {
		for (const key of facts.flatMap(versionsIn)) this.lost.set(key, (this.lost.get(key) ?? 0) + 1);
	}

	keys(): string[] {
		return [...this.entries.keys()].sort();
	}
}
