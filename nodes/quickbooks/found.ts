import type { Entity } from './entities';
import { type Json, recordsAt, textAt } from './json';
import { keysIn, saleKeysIn } from './key';
import { type Move, movesOf, totalOf } from './moves';

/** A document as it stands in the books. */
export interface Booked {
	entity: Entity;
	id: string;
	syncToken: string;
	number: string | null;
	date: string;
	/** ISO 4217 code; undefined where QuickBooks leaves it to the home currency. */
	currency: string | undefined;
	/** TotalAmt and TxnTaxDetail.TotalTax as QuickBooks gives them, e.g. "47.9". */
	total: string;
	taxTotal: string;
	/** The customer's id; of an expense that of whoever was paid. */
	customer: string | undefined;
	/** The vendor's id, of bills and what pays them. */
	vendor: string | undefined;
	/** What of an invoice or bill is still to be paid, or of a credit memo still to be used. */
	balance: string | undefined;
	/** What of a payment settles nothing. */
	unapplied: string | undefined;
	/** The id of the deposit that has banked it. */
	deposit: string | undefined;
	/** What it moves, as far as its row tells. */
	moves: Move[];
	/** The private note of a journal entry. */
	note?: string;
	/** Keys of sources that its private note names. */
	keys: string[];
	/** Keys of the sales that a refund receipt takes back; QuickBooks itself keeps no link. */
	takesBack: string[];
	/** All of the row, of those kinds that QuickBooks deletes only when it is sent back whole. */
	row?: Json;
}

/** @returns undefined where the row has no id. */
export function bookedOf(entity: Entity, row: Json): Booked | undefined {
	const id = textAt(row, 'Id');
	if (id === undefined) return undefined;
	return {
		entity,
		id,
		syncToken: textAt(row, 'SyncToken') ?? '0',
		number: textAt(row, entity === 'Payment' ? 'PaymentRefNum' : 'DocNumber') ?? null,
		date: textAt(row, 'TxnDate') ?? '',
		currency: textAt(row, 'CurrencyRef', 'value'),
		total: totalOf(entity, row),
		taxTotal: textAt(row, 'TxnTaxDetail', 'TotalTax') ?? '0',
		customer: textAt(row, 'CustomerRef', 'value') ?? textAt(row, 'EntityRef', 'value'),
		vendor: textAt(row, 'VendorRef', 'value'),
		balance: textAt(row, 'Balance'),
		unapplied: textAt(row, 'UnappliedAmt'),
		deposit: depositOf(row),
		moves: movesOf(entity, row),
		...(entity === 'JournalEntry' ? { note: textAt(row, 'PrivateNote') ?? '' } : {}),
		keys: keysIn(textAt(row, 'PrivateNote') ?? ''),
		takesBack: saleKeysIn(textAt(row, 'PrivateNote') ?? ''),
		...(DELETED_WHOLE.includes(entity) ? { row } : {}),
	};
}

const DELETED_WHOLE: readonly Entity[] = ['Deposit', 'Transfer'];

function depositOf(row: Json): string | undefined {
	const links = recordsAt(row, 'LinkedTxn');
	const deposit = links.find((link) => textAt(link, 'TxnType') === 'Deposit');
	return textAt(deposit, 'TxnId');
}

/** What was read of the books, with its ways in. */
export class Found {
	private readonly rows = new Map<string, Booked>();
	private index: Map<string, Booked[]> | undefined;

	add(booked: Booked): void {
		this.rows.set(nameInBooks(booked), booked);
		this.index = undefined;
	}

	/** @param name of `nameInBooks`. */
	byName(name: string): Booked | undefined {
		return this.rows.get(name);
	}

	/** Documents whose note names the key, lowest id first. */
	byKey(entity: Entity, key: string): Booked[] {
		return this.indexed().get(`${entity} [${key}]`) ?? [];
	}

	/** Documents whose note says that they take back the sale of the key. */
	takingBack(entity: Entity, key: string): Booked[] {
		return [...this.rows.values()].filter(
			(booked) => booked.entity === entity && booked.takesBack.includes(key),
		);
	}

	/** Documents of this number, whatever their key, lowest id first. */
	byNumber(entity: Entity, number: string): Booked[] {
		return this.indexed().get(`${entity} ${number}`) ?? [];
	}

	/** Documents with a key that begins so. */
	byKeyBeginning(entity: Entity, beginning: string): Booked[] {
		return [...this.rows.values()].filter(
			(booked) => booked.entity === entity && booked.keys.some((key) => key.startsWith(beginning)),
		);
	}

	private indexed(): Map<string, Booked[]> {
		if (this.index) return this.index;
		const index = new Map<string, Booked[]>();
		const rows = [...this.rows.values()].sort((a, b) => compareIds(a.id, b.id));
		for (const row of rows) {
			const names = [...new Set(row.keys)].map((key) => `[${key}]`);
			if (row.number !== null) names.push(row.number);
			for (const name of names.map((each) => `${row.entity} ${each}`)) {
				const known = index.get(name);
				if (known) known.push(row);
				else index.set(name, [row]);
			}
		}
		this.index = index;
		return index;
	}
}

/** Ids are unique within an entity only. */
export function nameInBooks({ entity, id }: { entity: Entity; id: string }): string {
	return `${entity} ${id}`;
}

/** Ids are whole numbers as text, some beyond 2^53. */
export function compareIds(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}
