import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import { flagAt, type Json, textAt } from '../json';
import { candidates, refused, type Sought } from './sought';

/** The company's Accounts Receivable: QuickBooks keeps one per currency. */
export class Receivables {
	private rows: Json[] | undefined;

	constructor(private readonly company: Company) {}

	/** To be called when the credit memos stand in the books: a currency's first one makes its account. */
	async load(client: QuickBooksClient): Promise<Answer<undefined>> {
		if (this.rows) return { kind: 'done', value: undefined };
		const answer = await client.rows('Account', "AccountType = 'Accounts Receivable'");
		if (answer.kind !== 'done') return answer;
		this.rows = answer.value;
		return { kind: 'done', value: undefined };
	}

	find(currency: string): Sought<{ id: string }> {
		const { homeCurrency } = this.company;
		const rows = (this.rows ?? [])
			.filter((row) => row.Active === undefined || flagAt(row, 'Active'))
			.filter((row) => (textAt(row, 'CurrencyRef', 'value') ?? homeCurrency) === currency)
			.map((row) => ({ id: textAt(row, 'Id') ?? '', name: textAt(row, 'Name') ?? '' }));
		const [row] = rows;
		if (row && rows.length === 1) return { state: 'found', row };
		if (row) {
			return refused(
				'ambiguous-receivable',
				`QuickBooks has several Accounts Receivable in ${currency}: ${candidates(rows)}`,
				'Make those that are not used inactive',
			);
		}
		return refused(
			'no-receivable',
			`QuickBooks has no Accounts Receivable in ${currency}`,
			'Make a first invoice in this currency in QuickBooks: the account comes with it',
		);
	}
}
