import type { Answer, QuickBooksClient } from '../client';
import { textAt } from '../json';
import { ListTable, type ListRow } from './listTable';
import { sameName } from './names';
import { candidates, refused, type Sought } from './sought';

/** Classes and locations: trees of names that are never created, for they shape the reports. */
export class NamedTree {
	private readonly table: ListTable;

	/** @param called as the user knows it: "class". */
	constructor(
		entity: 'Class' | 'Department',
		private readonly called: string,
	) {
		this.table = new ListTable(entity, 'Name');
	}

	async load(client: QuickBooksClient, names: readonly string[]): Promise<Answer<undefined>> {
		const leaves = names.map((name) => name.split(':').at(-1)?.trim() ?? '');
		return await this.table.load(client, 'Name', leaves);
	}

	/** @param name alone, or with those above it: "Online:Europe". */
	find(name: string): Sought<ListRow> {
		const wanted = name.trim();
		const nameOf = (row: ListRow) =>
			wanted.includes(':') ? (textAt(row.json, 'FullyQualifiedName') ?? '') : row.name;
		const rows = this.table.rows.filter((row) => row.active && sameName(nameOf(row), wanted));
		const [row] = rows;
		if (rows.length > 1) {
			return refused(
				`ambiguous-${this.called}`,
				`QuickBooks has several of the ${this.called} name "${name}": ${candidates(rows)}`,
				'Name it with those above it, e.g. "Online:Europe"',
			);
		}
		if (row) return { state: 'found', row };
		return refused(
			`unknown-${this.called}`,
			`QuickBooks has no active ${this.called} "${name}"`,
			`Create the ${this.called} in QuickBooks, or choose another one in the mapping`,
		);
	}
}
