import { sum } from './cents.mts';
import { Shelf, type Undo } from './undo.mts';

/** Money of one transaction that settles, deposits or pays another one. */
export interface Link {
	fromType: string;
	fromId: string;
	toType: string;
	toId: string;
	/** Cents of the transaction currency, positive. */
	cents: number;
}

/** Who pays whom. The paying transaction owns the link; the paid one shows it when it is read. */
export class Links {
	private readonly byOwner: Shelf<Link[]>;
	private cache = { version: -1, byTarget: new Map<string, Link[]>() };

	constructor(undo: Undo) {
		this.byOwner = new Shelf(undo);
	}

	set(fromType: string, fromId: string, links: Link[]): void {
		const key = `${fromType}:${fromId}`;
		if (links.length > 0) this.byOwner.set(key, links);
		else this.byOwner.delete(key);
	}

	to(type: string, id: string): Link[] {
		if (this.cache.version !== this.byOwner.version) {
			const byTarget = new Map<string, Link[]>();
			for (const link of this.byOwner.values().flat()) {
				const key = `${link.toType}:${link.toId}`;
				byTarget.set(key, [...(byTarget.get(key) ?? []), link]);
			}
			this.cache = { version: this.byOwner.version, byTarget };
		}
		return this.cache.byTarget.get(`${type}:${id}`) ?? [];
	}

	from(type: string, id: string): Link[] {
		return this.byOwner.get(`${type}:${id}`) ?? [];
	}

	/** How much of a transaction is settled already, not counting what `except` settles. */
	settled(type: string, id: string, except?: { type: string; id: string }): number {
		return sum(
			this.to(type, id)
				.filter((link) => !(link.fromType === except?.type && link.fromId === except.id))
				.map((link) => link.cents),
		);
	}

	isDeposited(type: string, id: string): boolean {
		return this.to(type, id).some((link) => link.fromType === 'Deposit');
	}

	/** Takes away all that pays the transaction. */
	drop(toType: string, toId: string): void {
		for (const key of new Set(
			this.to(toType, toId).map((link) => `${link.fromType}:${link.fromId}`),
		)) {
			const links = this.byOwner.get(key) ?? [];
			const [fromType, fromId] = key.split(':');
			this.set(
				fromType,
				fromId,
				links.filter((link) => link.toType !== toType || link.toId !== toId),
			);
		}
	}

	toJSON(): Record<string, Link[]> {
		return this.byOwner.toJSON();
	}

	load(kept: Record<string, Link[]>): void {
		this.byOwner.load(kept);
	}
}
