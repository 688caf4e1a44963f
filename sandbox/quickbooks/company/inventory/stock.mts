import { Decimal } from 'decimal.js';

import { decimal } from '../cents.mts';
import { refId } from '../json.mts';
import type { Store } from '../store.mts';
import type { JournalLine, Row } from '../types.mts';
import { Shelf } from '../undo.mts';
import { costFifo, type CostedMovement, type Movement } from './fifo.mts';

export type NewMovement = Omit<
	Movement,
	'sequence' | 'txnType' | 'txnId' | 'date' | 'assetAccountId'
>;

interface Costed {
	movements: Movement[];
	/** What a unit costs as long as no purchase says so. */
	estimate: unknown;
	lines: JournalLine[];
}

/** Quantities on hand, and what they cost by first in, first out: worked out when somebody asks. */
export class Stock {
	private readonly movements: Shelf<Movement[]>;
	private readonly costed = new Map<string, Costed>();
	private index = { version: -1, byItem: new Map<string, Movement[]>() };

	constructor(
		private readonly store: Store,
		private readonly homeCurrency: () => string,
	) {
		this.movements = new Shelf(store.undo);
	}

	/** Replaces what the transaction has moved before. */
	move(txnType: string, txnId: string, date: string, moves: NewMovement[]): void {
		const key = `${txnType}:${txnId}`;
		const before = this.movements.get(key) ?? [];
		if (moves.length === 0) return this.movements.delete(key);
		const sequence = before[0]?.sequence ?? this.store.count('movement');
		const after = moves.map((move) => ({
			...move,
			// The account of the day: a later change of the item leaves what is booked alone.
			assetAccountId: String(refId(this.store.table('Item').get(move.itemId), 'AssetAccountRef')),
			date,
			sequence,
			txnType,
			txnId,
		}));
		this.movements.set(key, after);
	}

	onHand(itemId: string): Decimal {
		const zero = new Decimal(0);
		return this.of(itemId).reduce((total, move) => total.plus(move.quantity), zero);
	}

	/** The double entry of all costs: inventory asset against COGS or another account. */
	costLines(): JournalLine[] {
		return [...this.byItem().keys()].flatMap((itemId) => this.costLinesOf(itemId));
	}

	/** Grows with every change of a quantity or of an item's estimated cost. */
	get version(): number {
		return this.movements.version + this.store.table('Item').version;
	}

	toJSON(): Record<string, Movement[]> {
		return this.movements.toJSON();
	}

	load(kept: Record<string, Movement[]>): void {
		this.movements.load(kept);
	}

	private byItem(): Map<string, Movement[]> {
		if (this.index.version !== this.movements.version) {
			const byItem = new Map<string, Movement[]>();
			for (const move of this.movements.values().flat()) {
				const known = byItem.get(move.itemId);
				if (known === undefined) byItem.set(move.itemId, [move]);
				else known.push(move);
			}
			this.index = { version: this.movements.version, byItem };
		}
		return this.index.byItem;
	}

	private of(itemId: string): Movement[] {
		return this.byItem().get(itemId) ?? [];
	}

	private costLinesOf(itemId: string): JournalLine[] {
		const item = this.store.table('Item').get(itemId);
		if (item === undefined) return [];
		const movements = this.of(itemId);
		const known = this.costed.get(itemId);
		if (
			known !== undefined &&
			known.estimate === item.PurchaseCost &&
			same(known.movements, movements)
		) {
			return known.lines;
		}
		const estimate = decimal(item, 'PurchaseCost') ?? new Decimal(0);
		const lines = costFifo(movements, estimate)
			.filter((move) => !move.posted && move.value !== 0)
			.flatMap((move) => this.entry(item, move));
		this.costed.set(itemId, { movements, estimate: item.PurchaseCost, lines });
		return lines;
	}

	private entry(item: Row, move: CostedMovement): JournalLine[] {
		const side = (accountId: string, amount: number): JournalLine => ({
			date: move.date,
			accountId,
			amount,
			currency: this.homeCurrency(),
			foreignAmount: amount,
			txnType: move.txnType,
			txnId: move.txnId,
			memo: `Cost of ${String(item.Name)}`,
		});
		return [side(move.assetAccountId, move.value), side(move.counterAccountId, -move.value)];
	}
}

function same(a: Movement[], b: Movement[]): boolean {
	return a.length === b.length && a.every((move, index) => move === b[index]);
}
