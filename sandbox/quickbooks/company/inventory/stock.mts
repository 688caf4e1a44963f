import { Decimal } from 'decimal.js';

import { decimal, sum } from '../cents.mts';
import { refId } from '../json.mts';
import type { Ledger } from '../ledger.mts';
import type { Store } from '../store.mts';
import type { JournalLine, Row } from '../types.mts';
import { Shelf } from '../undo.mts';
import { costFifo, type CostedMovement, type Movement } from './fifo.mts';

export type NewMovement = Omit<Movement, 'sequence' | 'txnType' | 'txnId' | 'date'>;

/** Quantities on hand and their cost. */
export class Stock {
	private readonly movements: Shelf<Movement[]>;

	constructor(
		private readonly store: Store,
		private readonly ledger: Ledger,
		private readonly homeCurrency: () => string,
	) {
		this.movements = new Shelf(store.undo);
	}

	/** Replaces what the transaction has moved before, and re-costs the items concerned. */
	move(txnType: string, txnId: string, date: string, moves: NewMovement[]): void {
		const key = `${txnType}:${txnId}`;
		const before = this.movements.get(key) ?? [];
		if (before.length === 0 && moves.length === 0) return;
		const sequence = before[0]?.sequence ?? this.store.count('movement');
		const after = moves.map((move) => ({ ...move, date, sequence, txnType, txnId }));
		if (after.length > 0) this.movements.set(key, after);
		else this.movements.delete(key);
		const items = new Set([...before, ...after].map((move) => move.itemId));
		for (const itemId of items) this.recost(itemId);
	}

	onHand(itemId: string): Decimal {
		return this.of(itemId).reduce((total, move) => total.plus(move.quantity), new Decimal(0));
	}

	/** Value of what is on hand, cents of home currency. */
	value(itemId: string): number {
		return sum(this.cost(itemId).map((move) => move.value));
	}

	recost(itemId: string): void {
		const item = this.store.table('Item').get(itemId);
		const asset = refId(item, 'AssetAccountRef');
		if (item === undefined || asset === undefined) return;
		const lines = this.cost(itemId)
			.filter((move) => !move.posted && move.value !== 0)
			.flatMap((move) => [
				toLine(item, move, asset, move.value, this.homeCurrency()),
				toLine(item, move, move.counterAccountId, -move.value, this.homeCurrency()),
			]);
		this.ledger.setItemCosts(itemId, lines);
	}

	toJSON(): Record<string, Movement[]> {
		return this.movements.toJSON();
	}

	load(kept: Record<string, Movement[]>): void {
		this.movements.load(kept);
	}

	private of(itemId: string): Movement[] {
		return this.movements
			.values()
			.flat()
			.filter((move) => move.itemId === itemId);
	}

	private cost(itemId: string): CostedMovement[] {
		const item = this.store.table('Item').get(itemId);
		return costFifo(this.of(itemId), decimal(item, 'PurchaseCost') ?? new Decimal(0));
	}
}

function toLine(
	item: Row,
	move: CostedMovement,
	accountId: string,
	amount: number,
	currency: string,
): JournalLine {
	return {
		date: move.date,
		accountId,
		amount,
		currency,
		foreignAmount: amount,
		txnType: move.txnType,
		txnId: move.txnId,
		memo: `Cost of ${String(item.Name)}`,
	};
}
