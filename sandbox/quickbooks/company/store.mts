import { compact, isObject } from './json.mts';
import type { Change, Json, Row } from './types.mts';
import { Shelf, Undo } from './undo.mts';

/** All rows of a company by entity, their counters, and what was deleted. */
export class Store {
	readonly undo = new Undo();
	readonly counters = new Shelf<number>(this.undo);
	readonly deleted = new Shelf<Change>(this.undo);
	private readonly tables = new Map<string, Shelf<Row>>();

	constructor(private readonly now: () => Date) {}

	table(entity: string): Shelf<Row> {
		const table = this.tables.get(entity) ?? new Shelf<Row>(this.undo);
		this.tables.set(entity, table);
		return table;
	}

	entities(): string[] {
		return [...this.tables.keys()];
	}

	count(counter: string, first = 1): number {
		const value = this.counters.get(counter) ?? first;
		this.counters.set(counter, value + 1);
		return value;
	}

	insert(entity: string, content: Json, id = String(this.count(entity))): Row {
		const now = this.timestamp();
		const row: Row = {
			...compact(content),
			domain: 'QBO',
			sparse: false,
			Id: id,
			SyncToken: '0',
			MetaData: { CreateTime: now, LastUpdatedTime: now },
		};
		this.table(entity).set(id, row);
		return row;
	}

	replace(entity: string, previous: Row, content: Json): Row {
		const row: Row = {
			...compact(content),
			domain: 'QBO',
			sparse: false,
			Id: previous.Id,
			SyncToken: String(Number(previous.SyncToken) + 1),
			MetaData: { ...previous.MetaData, LastUpdatedTime: this.timestamp() },
		};
		this.table(entity).set(previous.Id, row);
		return row;
	}

	remove(entity: string, row: Row): void {
		this.table(entity).delete(row.Id);
		this.deleted.set(`${entity}:${row.Id}`, {
			entity,
			row: {
				domain: 'QBO',
				status: 'Deleted',
				Id: row.Id,
				MetaData: { LastUpdatedTime: this.timestamp() },
			},
		});
	}

	/** QuickBooks works in Pacific time; the offset is fixed here, so that the clock alone decides. */
	timestamp(): string {
		return `${pacific(this.now()).toISOString().slice(0, 19)}-08:00`;
	}

	today(): string {
		return pacific(this.now()).toISOString().slice(0, 10);
	}

	toJSON(): Json {
		return {
			tables: Object.fromEntries(
				[...this.tables]
					.filter(([, table]) => table.keys().length > 0)
					.map(([name, table]) => [name, table.toJSON()]),
			),
			counters: this.counters.toJSON(),
			deleted: this.deleted.toJSON(),
		};
	}

	load(kept: Json): void {
		const tables = isObject(kept.tables) ? kept.tables : {};
		for (const [name, rows] of Object.entries(tables)) {
			this.table(name).load(rows as Record<string, Row>);
		}
		this.counters.load(kept.counters as Record<string, number>);
		this.deleted.load(kept.deleted as Record<string, Change>);
	}
}

function pacific(instant: Date): Date {
	return new Date(instant.getTime() - 8 * 60 * 60 * 1000);
}
