import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import { type Json, textAt } from '../json';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import { refused, type Sought } from './sought';

/** Somebody the company deals with, by name. */
export interface Party {
	name: string;
	email?: string;
}

/** Customers and vendors, who share their names with each other and with employees. */
const MARKS = { Customer: ' (C)', Vendor: ' (V)' } as const;

export class Parties {
	private readonly table: ListTable;

	constructor(
		private readonly kind: 'Customer' | 'Vendor',
		private readonly company: Company,
	) {
		this.table = new ListTable(kind, 'DisplayName');
	}

	async load(
		client: QuickBooksClient,
		wanted: ReadonlyArray<{ party: Party; currency: string }>,
	): Promise<Answer<undefined>> {
		const names = wanted.flatMap(({ party, currency }) => this.names(party, currency));
		const named = await this.table.load(client, 'DisplayName', names);
		if (named.kind !== 'done') return named;
		const emails = wanted.flatMap(({ party }) => (isByEmail(party) ? [party.name] : []));
		return await this.table.load(client, 'PrimaryEmailAddr', emails);
	}

	forget(name: string): void {
		this.table.forget('DisplayName', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	find(party: Party, currency: string): Sought<ListRow> {
		const names = this.names(party, currency);
		for (const name of names) {
			const row = this.table.rows.find(
				(candidate) =>
					candidate.active && sameName(candidate.name, name) && this.isKeptIn(candidate, currency),
			);
			if (row) return { state: 'found', row };
		}
		const byEmail = isByEmail(party) ? this.withEmail(party.name, currency) : [];
		if (byEmail.length > 1) return ambiguous(byEmail);
		if (byEmail.length === 1) return { state: 'found', row: byEmail[0] };
		const free = this.namesToGive(party, currency).filter(
			(name) => !this.table.rows.some((row) => row.active && sameName(row.name, name)),
		);
		return {
			state: 'missing',
			wish: {
				kind: this.kind,
				entity: this.kind,
				name: party.name,
				id: `${this.kind} ${names[0].toLowerCase()} ${currency}`,
				names: free,
				body: (name) => this.body(name, party, currency),
			},
		};
	}

	private withEmail(email: string, currency: string): ListRow[] {
		return this.table.rows.filter(
			(row) =>
				row.active &&
				sameName(textAt(row.json, 'PrimaryEmailAddr', 'Address') ?? '', email) &&
				this.isKeptIn(row, currency),
		);
	}

	/**
	 * Names a party may have: the plain one; with "(C)" or "(V)", because customers, vendors and
	 * employees share their names; with the currency, because a party has one currency for ever.
	 */
	private names(party: Party, currency: string): string[] {
		const mark = MARKS[this.kind];
		const money = this.isForeign(currency) ? ` (${currency})` : '';
		const isMarked = money !== '' && party.name.endsWith(money);
		const suffixes = money === '' || isMarked ? ['', mark] : ['', money, `${money}${mark}`];
		return suffixes.map((suffix) => legalName(party.name, NAME_LENGTHS[this.kind], suffix));
	}

	/** The plain name is left to the party of the home currency, whichever of them comes first. */
	private namesToGive(party: Party, currency: string): string[] {
		const names = this.names(party, currency);
		return names.length === 3 ? names.slice(1) : names;
	}

	private isForeign(currency: string): boolean {
		return this.company.multiCurrency && currency !== this.company.homeCurrency;
	}

	private isKeptIn(row: ListRow, currency: string): boolean {
		if (!this.company.multiCurrency) return true;
		return (textAt(row.json, 'CurrencyRef', 'value') ?? this.company.homeCurrency) === currency;
	}

	private body(name: string, party: Party, currency: string): Json {
		return {
			DisplayName: name,
			...(party.email ? { PrimaryEmailAddr: { Address: party.email } } : {}),
			...(this.company.multiCurrency ? { CurrencyRef: { value: currency } } : {}),
		};
	}
}

/** Mapped by e-mail: the customer may stand in QuickBooks under a name of his own. */
function isByEmail({ name, email }: Party): boolean {
	return email !== undefined && name === email;
}

/** Told by their ids: an error shows nobody's name or address. */
function ambiguous(rows: readonly ListRow[]): Sought<never> {
	return refused(
		'several-customers',
		`QuickBooks has ${rows.length} active customers with the e-mail of this order (IDs ${rows.map(({ id }) => id).join(', ')})`,
		'Merge these customers in QuickBooks, or leave the e-mail with one of them only',
	);
}
