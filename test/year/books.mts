import type { AccountingDocument } from '../../nodes/accounting/documents';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import type { SendHttp } from '../../nodes/quickbooks/http';
import { post, type PostResult } from '../../nodes/quickbooks/post';
import type { PostingSettings } from '../../nodes/quickbooks/settings';
import type { CompanyKind } from '../../sandbox/quickbooks/company/types.mts';
import type { ShopOptions } from '../../sandbox/shopify/shop/createShop.mts';
import { mapAll } from '../accounting/mapped';
import { knownShop, type Item, type KnownOrder } from '../accounting/sandboxShop.mts';
import { ALL, openBooks, type Books } from '../quickbooks/books.mts';
import type { Balances } from './expected';

export interface ShopInBooks {
	/** Told apart by their domains: the ids of two stand-in shops are the same. */
	domain: string;
	options: ShopOptions;
	settings: SalesReceiptSettings;
}

export interface Bookkeeping {
	company: CompanyKind;
	shops: ShopInBooks[];
	posting: Partial<PostingSettings>;
	/** What the bookkeeper sets up before the first run. */
	prepare?(books: Books): void;
}

export interface Figures {
	runs: number;
	documents: number;
	created: number;
	seconds: number;
	http: number;
	reads: number;
	writes: number;
	/** Bytes. */
	peakMemory: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is read twice, because a run must not miss what came in while the last one read. */
const OVERLAP = 2 * DAY;

/** The year of a merchant's shops in one company of QuickBooks. */
export class Year {
	readonly posted = new Map<string, AccountingDocument>();
	readonly refused: string[] = [];
	readonly differences: string[] = [];
	readonly figures: Figures = {
		runs: 0,
		documents: 0,
		created: 0,
		seconds: 0,
		http: 0,
		reads: 0,
		writes: 0,
		peakMemory: 0,
	};

	private constructor(
		readonly books: Books,
		readonly shops: ReadonlyArray<{ orders: KnownOrder[]; shop: ShopInBooks }>,
		private readonly posting: Partial<PostingSettings>,
		private readonly send: SendHttp,
	) {}

	static async open({ company, shops, posting, prepare }: Bookkeeping): Promise<Year> {
		const books = await openBooks({ company });
		prepare?.(books);
		const known = shops.map((shop) => ({ orders: knownShop(shop.options).orders, shop }));
		const { access_token: token } = books.sandbox.issueTokens();
		return new Year(books, known, { ...ALL, ...posting }, sender(token));
	}

	/**
	 * The year as it goes: each run reads what changed since the last one, as it stands then. Now and
	 * then QuickBooks writes a batch, and the answer is lost.
	 */
	async live(times: readonly number[]): Promise<void> {
		for (const [index, time] of times.entries()) {
			const from = (times[index - 1] ?? 0) - OVERLAP;
			if (index % 10 === 0) this.books.fail({ kind: 'droppedAfter', times: 1, match: 'batch' });
			await this.run(time, ({ moments }) => moments.some((at) => at > from && at <= time));
		}
	}

	/** One run over every order there is. @returns how many documents it created. */
	async whole(time: number): Promise<number> {
		const before = this.figures.created;
		await this.run(time, () => true);
		return this.figures.created - before;
	}

	/** Minor units of the documents' currency by account, debits positive. */
	ledger(currency: string, groupOf: (account: string) => string): Balances {
		const { company } = this.books.sandbox;
		const names = new Map(company.all('Account').map(({ Id, Name }) => [Id, String(Name)]));
		const balances: Balances = {};
		for (const line of company.journal) {
			if (line.currency !== currency || !this.isOurs(line.txnType)) continue;
			const group = groupOf(names.get(line.accountId) ?? '');
			balances[group] = (balances[group] ?? 0) + line.foreignAmount;
		}
		return balances;
	}

	/** The company's own opening stock is no sale. */
	private isOurs(txnType: string): boolean {
		return !/Inventory|Item|JournalEntry/.test(txnType);
	}

	private async run(time: number, isRead: (order: KnownOrder) => boolean): Promise<void> {
		const started = performance.now();
		const documents = this.shops.flatMap(({ orders, shop }) =>
			orders.filter(isRead).flatMap((order) => this.documentsOf(order, shop, time)),
		);
		const session = await this.books.open(this.posting, this.send);
		const answer = await post(session, documents);
		if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
		for (const result of answer.value.results) this.note(result);
		this.measure(documents.length, performance.now() - started, answer.value.calls);
	}

	private documentsOf(order: KnownOrder, shop: ShopInBooks, time: number): AccountingDocument[] {
		const isOver = time >= (order.moments.at(-1) ?? 0);
		const item = isOver ? order.order : order.at(time);
		if (item === undefined) return [];
		const own = { ...item, shop: { ...(item.shop as Item), myshopifyDomain: shop.domain } };
		const policy = salesReceiptPolicy({ ...shop.settings, asOf: new Date(time).toISOString() });
		const { documents, problems } = mapAll(own, policy);
		this.refused.push(...problems.map((problem) => `${order.truth.scenario}: ${problem}`));
		return documents;
	}

	private note(result: PostResult): void {
		if (!result.ok) {
			this.refused.push(`${result.problem.where}: ${result.problem.what}`);
			return;
		}
		const { document, status, differences } = result;
		const name = `${document.document} ${document.key}`;
		this.differences.push(...differences.map((each) => `${name}: ${JSON.stringify(each)}`));
		if (status === 'Already Posted') return;
		if (this.posted.has(name)) this.differences.push(`${name}: posted twice`);
		this.posted.set(name, document);
		this.figures.created += 1;
	}

	private measure(
		documents: number,
		milliseconds: number,
		{ http, reads, writes }: Pick<Figures, 'http' | 'reads' | 'writes'>,
	): void {
		const { figures } = this;
		figures.runs += 1;
		figures.documents += documents;
		figures.seconds += milliseconds / 1000;
		figures.http += http;
		figures.reads += reads;
		figures.writes += writes;
		figures.peakMemory = Math.max(figures.peakMemory, process.memoryUsage().rss);
	}
}

/** Without the haste of other tests: a thousand documents are a long answer on a busy machine. */
function sender(token: string): SendHttp {
	return async ({ method, url, headers, body }) => {
		const authorized = { ...headers, Authorization: `Bearer ${token}` };
		const response = await fetch(url, { method, headers: authorized, body });
		return {
			status: response.status,
			headers: Object.fromEntries(response.headers.entries()),
			body: await response.text(),
		};
	};
}

/** Two days by the hour, the rest of the month by the day, the rest of the year by the week. */
export function rhythm(start: string, end: string): number[] {
	const times: number[] = [];
	const first = Date.parse(start);
	const last = Date.parse(end);
	let at = first;
	while (at < last) {
		at += at < first + 2 * DAY ? HOUR : at < first + 31 * DAY ? DAY : 7 * DAY;
		times.push(Math.min(at, last));
	}
	return times;
}

/** What was done after `before`. */
export function since(now: Figures, before: Figures): Figures {
	const done = { ...now };
	for (const what of [
		'runs',
		'documents',
		'created',
		'seconds',
		'http',
		'reads',
		'writes',
	] as const) {
		done[what] -= before[what];
	}
	return done;
}

/** One line for people, past the runner's own output. */
export function tell(name: string, { seconds, peakMemory, ...counts }: Figures): void {
	const parts = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
	const megabytes = Math.round(peakMemory / 1_000_000);
	process.stdout.write(`${name}: ${seconds.toFixed(1)} s, ${parts.join(', ')}, ${megabytes} MB\n`);
}
