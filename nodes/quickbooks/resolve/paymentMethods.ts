import type { Answer, QuickBooksClient } from '../client';
import type { Json } from '../json';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import type { Sought } from './sought';

export class PaymentMethods {
	private readonly table = new ListTable('PaymentMethod', 'Name');

	async load(client: QuickBooksClient, names: readonly string[]): Promise<Answer<undefined>> {
		return await this.table.load(client, 'Name', names.map(legal));
	}

	forget(name: string): void {
		this.table.forget('Name', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	find(method: string): Sought<ListRow> {
		const name = legal(method);
		const row = this.table.rows.find((each) => each.active && sameName(each.name, name));
		if (row) return { state: 'found', row };
		return {
			state: 'missing',
			wish: {
				kind: 'Payment Method',
				entity: 'PaymentMethod',
				name,
				id: `Payment Method ${name.toLowerCase()}`,
				names: [name],
				body: (free) => ({ Name: free, Type: 'NON_CREDIT_CARD' }),
			},
		};
	}
}

function legal(name: string): string {
	return legalName(name, NAME_LENGTHS['Payment Method']);
}
