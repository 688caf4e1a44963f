import type { InvoiceDocument } from '../../accounting/documents';
import type { Answer, QuickBooksClient } from '../client';
import type { Json } from '../json';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import type { Sought } from './sought';

/** Payment terms. They are a convenience: where they lack and may not be created, the due date does. */
export class Terms {
	private readonly table = new ListTable('Term', 'Name');

	constructor(private readonly mayCreate: boolean) {}

	async load(client: QuickBooksClient, names: readonly string[]): Promise<Answer<undefined>> {
		return await this.table.load(client, 'Name', names.map(legal));
	}

	forget(name: string): void {
		this.table.forget('Name', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	/** @returns undefined where the invoice goes without. */
	find({ terms, date, dueDate }: InvoiceDocument): Sought<ListRow> | undefined {
		if (!terms) return undefined;
		const name = legal(terms);
		const row = this.table.rows.find((each) => each.active && sameName(each.name, name));
		if (row) return { state: 'found', row };
		const days = dueDate ? daysBetween(date, dueDate) : undefined;
		if (!this.mayCreate || days === undefined || days < 0) return undefined;
		return {
			state: 'missing',
			wish: {
				kind: 'Term',
				entity: 'Term',
				name,
				id: `Term ${name.toLowerCase()}`,
				names: [name],
				body: (free) => ({ Name: free, DueDays: days }),
			},
		};
	}
}

function legal(name: string): string {
	return legalName(name, NAME_LENGTHS.Term);
}

function daysBetween(from: string, to: string): number {
	return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
