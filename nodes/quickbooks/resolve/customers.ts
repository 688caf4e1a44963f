import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import { type Json, textAt } from '../json';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import type { Sought } from './sought';

export interface CustomerReference {
	name: string;
	email?: string;
}

export class Customers {
	private readonly table = new ListTable('Customer', 'DisplayName');

	constructor(private readonly company: Company) {}

	async load(
		client: QuickBooksClient,
		wanted: ReadonlyArray<{ customer: CustomerReference; currency: string }>,
	): Promise<Answer<undefined>> {
		const names = wanted.flatMap(({ customer, currency }) => this.names(customer, currency));
		return await this.table.load(client, 'DisplayName', names);
	}

	forget(name: string): void {
		this.table.forget('DisplayName', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	find(customer: CustomerReference, currency: string): Sought<ListRow> {
		const names = this.names(customer, currency);
		for (const name of names) {
			const row = this.table.rows.find(
				(candidate) =>
					candidate.active && sameName(candidate.name, name) && this.isKeptIn(candidate, currency),
			);
			if (row) return { state: 'found', row };
		}
		const free = this.namesToGive(customer, currency).filter(
			(name) => !this.table.rows.some((row) => row.active && sameName(row.name, name)),
		);
		return {
			state: 'missing',
			wish: {
				kind: 'Customer',
				entity: 'Customer',
				name: customer.name,
				id: `Customer ${names[0].toLowerCase()} ${currency}`,
				names: free,
				body: (name) => this.body(name, customer, currency),
			},
		};
	}

	/**
	 * Names a customer may have: the plain one; with "(C)", because customers, vendors and employees
	 * share their names; with the currency, because a customer has one currency for ever.
	 */
	private names(customer: CustomerReference, currency: string): string[] {
		const mark = this.isForeign(currency) ? ` (${currency})` : '';
		const isMarked = mark !== '' && customer.name.endsWith(mark);
		const suffixes = mark === '' || isMarked ? ['', ' (C)'] : ['', mark, `${mark} (C)`];
		return suffixes.map((suffix) => legalName(customer.name, NAME_LENGTHS.Customer, suffix));
	}

	/** The plain name is left to the customer of the home currency, whichever of them comes first. */
	private namesToGive(customer: CustomerReference, currency: string): string[] {
		const names = this.names(customer, currency);
		return names.length === 3 ? names.slice(1) : names;
	}

	private isForeign(currency: string): boolean {
		return this.company.multiCurrency && currency !== this.company.homeCurrency;
	}

	private isKeptIn(row: ListRow, currency: string): boolean {
		if (!this.company.multiCurrency) return true;
		return (textAt(row.json, 'CurrencyRef', 'value') ?? this.company.homeCurrency) === currency;
	}

	private body(name: string, customer: CustomerReference, currency: string): Json {
		return {
			DisplayName: name,
			...(customer.email ? { PrimaryEmailAddr: { Address: customer.email } } : {}),
			...(this.company.multiCurrency ? { CurrencyRef: { value: currency } } : {}),
		};
	}
}
