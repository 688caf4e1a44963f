import { scale, sum } from './cents.mts';
import type { JournalLine } from './types.mts';
import { Shelf, type Undo } from './undo.mts';

/** One side of a posting in the currency of its transaction. */
export interface Entry {
	accountId: string;
	/** Cents, debit positive. */
	cents: number;
	/** Cents of home currency, where a rate of another day decides; otherwise the posting's rate does. */
	homeCents?: number;
	entity?: { type: 'Customer' | 'Vendor'; id: string };
	classId?: string;
	departmentId?: string;
	memo?: string;
}

export interface PostingHead {
	date: string;
	currency: string;
	/** Home units for one unit of `currency`. */
	rate: number;
	txnType: string;
	txnId: string;
	departmentId?: string;
}

const debitsEqualCredits = (lines: JournalLine[], what: string): void => {
	const home = sum(lines.map((line) => line.amount));
	if (home !== 0) throw new Error(`Debits and credits of ${what} differ by ${home} cents`);
};

/** Costs of stock are worked out apart, because a later purchase can change them. */
export interface Costs {
	version: number;
	costLines(): JournalLine[];
}

/** The double-entry ledger: what transactions post, and the costs of stock. */
export class Ledger {
	private readonly postings: Shelf<JournalLine[]>;
	private posted = {
		version: -1,
		lines: [] as JournalLine[],
		parties: new Map<string, JournalLine[]>(),
	};
	private all = {
		version: -1,
		journal: [] as JournalLine[],
		balances: new Map<string, number>(),
		foreign: new Map<string, number>(),
	};

	constructor(
		undo: Undo,
		private readonly costs: Costs,
	) {
		this.postings = new Shelf(undo);
	}

	/** Replaces what the transaction has posted before. */
	post(head: PostingHead, entries: Entry[]): void {
		const key = `${head.txnType}:${head.txnId}`;
		const lines = entries
			.filter((entry) => entry.cents !== 0 || (entry.homeCents ?? 0) !== 0)
			.map((entry) => toLine(head, entry));
		settleRounding(lines, entries);
		debitsEqualCredits(lines, key);
		if (lines.length === 0) this.postings.delete(key);
		else this.postings.set(key, lines);
	}

	unpost(txnType: string, txnId: string): void {
		this.postings.delete(`${txnType}:${txnId}`);
	}

	of(txnType: string, txnId: string): JournalLine[] {
		return this.postings.get(`${txnType}:${txnId}`) ?? [];
	}

	/** Lines that name a customer or vendor. */
	ofParty(type: 'Customer' | 'Vendor', id: string): JournalLine[] {
		return this.postedLines().parties.get(`${type}:${id}`) ?? [];
	}

	get journal(): readonly JournalLine[] {
		return this.everything().journal;
	}

	balance(accountId: string, asOf?: string): number {
		if (asOf === undefined) return this.everything().balances.get(accountId) ?? 0;
		return sum(
			this.journal
				.filter((line) => line.accountId === accountId && line.date <= asOf)
				.map((line) => line.amount),
		);
	}

	/** In the currency of the documents: of an account that is kept in a foreign one. */
	foreignBalance(accountId: string): number {
		return this.everything().foreign.get(accountId) ?? 0;
	}

	toJSON(): Record<string, JournalLine[]> {
		return this.postings.toJSON();
	}

	load(kept: Record<string, JournalLine[]>): void {
		this.postings.load(kept);
	}

	private postedLines() {
		if (this.posted.version !== this.postings.version) {
			const lines = this.postings.values().flat();
			const parties = new Map<string, JournalLine[]>();
			for (const line of lines) {
				if (line.entity === undefined) continue;
				const key = `${line.entity.type}:${line.entity.id}`;
				const known = parties.get(key);
				if (known === undefined) parties.set(key, [line]);
				else known.push(line);
			}
			this.posted = { version: this.postings.version, lines, parties };
		}
		return this.posted;
	}

	private everything() {
		const version = this.postings.version + this.costs.version;
		if (this.all.version !== version) {
			const costs = this.costs.costLines();
			debitsEqualCredits(costs, 'the stock');
			const journal = [...this.postedLines().lines, ...costs];
			const balances = new Map<string, number>();
			const foreign = new Map<string, number>();
			for (const { accountId, amount, foreignAmount } of journal) {
				balances.set(accountId, (balances.get(accountId) ?? 0) + amount);
				foreign.set(accountId, (foreign.get(accountId) ?? 0) + foreignAmount);
			}
			this.all = { version, journal, balances, foreign };
		}
		return this.all;
	}
}

function toLine(head: PostingHead, entry: Entry): JournalLine {
	return {
		date: head.date,
		accountId: entry.accountId,
		amount: entry.homeCents ?? scale(entry.cents, head.rate),
		currency: head.currency,
		foreignAmount: entry.cents,
		txnType: head.txnType,
		txnId: head.txnId,
		entity: entry.entity,
		classId: entry.classId,
		departmentId: entry.departmentId ?? head.departmentId,
		memo: entry.memo,
	};
}

/** Converting line by line can leave some cents over: the largest line takes them, never the total. */
function settleRounding(lines: JournalLine[], entries: Entry[]): void {
	const foreign = sum(lines.map((line) => line.foreignAmount));
	const home = sum(lines.map((line) => line.amount));
	if (foreign !== 0 || home === 0 || entries.some((entry) => entry.homeCents !== undefined)) return;
	const others = lines.slice(1);
	if (others.length === 0) return;
	const largest = others.reduce((a, b) => (Math.abs(b.amount) > Math.abs(a.amount) ? b : a));
	largest.amount -= home;
}
