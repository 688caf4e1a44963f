import type { Answer, QuickBooksClient } from '../client';
import { flagAt, type Json, textAt } from '../json';
import { inConditions } from '../query';

/** A row of one of the company's lists, as far as all lists agree. */
export interface ListRow {
	id: string;
	name: string;
	active: boolean;
	/** All that QuickBooks gave. */
	json: Json;
}

/** Rows of one list that this run has read or made; no name is asked for twice. */
export class ListTable {
	private readonly byId = new Map<string, ListRow>();
	/** Counts changes, so that what is made of the rows knows when it is stale. */
	version = 0;
	private readonly asked = new Set<string>();

	constructor(
		private readonly entity: string,
		private readonly nameField: string,
	) {}

	get rows(): ListRow[] {
		return [...this.byId.values()];
	}

	/** Reads the rows whose `field` is one of the values, inactive ones too. */
	async load(
		client: QuickBooksClient,
		field: string,
		values: readonly string[],
	): Promise<Answer<undefined>> {
		const open = values.filter((value) => !this.asked.has(askedKey(field, value)));
		for (const condition of inConditions(field, open)) {
			const where = `${condition} AND Active IN (true, false)`;
			const answer = await client.rows(this.entity, where);
			if (answer.kind !== 'done') return answer;
			answer.value.forEach((row) => this.add(row));
		}
		open.forEach((value) => this.asked.add(askedKey(field, value)));
		return { kind: 'done', value: undefined };
	}

	/** Makes the next `load` ask for these again. */
	forget(field: string, values: readonly string[]): void {
		values.forEach((value) => this.asked.delete(askedKey(field, value)));
	}

	add(json: Json): void {
		const id = textAt(json, 'Id');
		if (id === undefined) return;
		const name = textAt(json, this.nameField) ?? '';
		const active = json.Active === undefined || flagAt(json, 'Active');
		this.byId.set(id, { id, name, active, json });
		this.version += 1;
	}
}

function askedKey(field: string, value: string): string {
	return `${field}=${value.toLowerCase()}`;
}
