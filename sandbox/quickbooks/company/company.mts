import { Books } from './books.mts';
import { changesSince } from './changes.mts';
import { exchangeRateOn } from './entities/currency.mts';
import { createTaxService } from './entities/tax-lists.mts';
import { notFound } from './faults.mts';
import { checkShape } from './fields/check.mts';
import { LIST_FIELDS } from './fields/lists.mts';
import { copy } from './json.mts';
import { createRow, handlerOf, removeRow, show, updateRow, voidRow } from './operations.mts';
import { balanceSheet, profitAndLoss, trialBalance } from './reports/statements.mts';
import { seed } from './seeds/seed.mts';
import { readSingle, updateSingle } from './singles.mts';
import type {
	AccountBalance,
	BalanceSheet,
	Change,
	CompanyBooks,
	CompanyKind,
	CreateOptions,
	Json,
	JournalLine,
	ProfitAndLoss,
	Row,
} from './types.mts';

const isSingle = (entity: string) => entity === 'Preferences' || entity === 'CompanyInfo';

/** See CompanyBooks. */
export class Company implements CompanyBooks {
	private constructor(private readonly books: Books) {}

	static create(kind: CompanyKind, options: { now: () => Date }): Company {
		const company = new Company(new Books(kind, options.now));
		seed(company.books, company);
		return company;
	}

	/** Takes what `toJSON` gave. */
	static fromJSON(kept: Json, options: { now: () => Date }): Company {
		const company = new Company(new Books(kept.kind as CompanyKind, options.now));
		company.books.load(copy(kept));
		return company;
	}

	get kind(): CompanyKind {
		return this.books.kind;
	}

	get info(): Json {
		return this.books.info;
	}

	set info(info: Json) {
		this.books.info = info;
	}

	get preferences(): Json {
		return this.books.preferences;
	}

	set preferences(preferences: Json) {
		this.books.preferences = preferences;
	}

	get allowsNegativeStock(): boolean {
		return this.books.allowsNegativeStock;
	}

	set allowsNegativeStock(allowed: boolean) {
		this.books.allowsNegativeStock = allowed;
	}

	create(entity: string, body: Json, options: CreateOptions = {}): Json {
		if (entity !== 'TaxService') return createRow(this.books, entity, body, options.include ?? []);
		const checked = checkShape(entity, LIST_FIELDS.TaxService, body);
		return this.books.store.undo.atomically(() => createTaxService(this.books, checked));
	}

	update(entity: string, body: Json, options: CreateOptions = {}): Json {
		if (entity === 'Preferences' || entity === 'CompanyInfo') {
			return updateSingle(this.books, entity, body);
		}
		return updateRow(this.books, entity, body, options.include ?? []);
	}

	remove(entity: string, body: Json): Json {
		return removeRow(this.books, entity, body);
	}

	void(entity: string, body: Json): Json {
		return voidRow(this.books, entity, body);
	}

	read(entity: string, id: string): Json {
		if (isSingle(entity)) return this.all(entity)[0];
		handlerOf(entity);
		const row = this.books.find(entity, id);
		if (row === undefined) throw notFound();
		return show(this.books, entity, row);
	}

	all(entity: string): Row[] {
		if (entity === 'Preferences' || entity === 'CompanyInfo')
			return [readSingle(this.books, entity)];
		handlerOf(entity);
		const rows = this.books.store.table(entity).values();
		return rows.map((row) => show(this.books, entity, row));
	}

	/** Showing a row costs much more than looking at it, and most rows are not wanted. */
	where(entity: string, wanted: (row: Json) => boolean): Row[] {
		const look = handlerOf(entity).show;
		const rows = this.books.store.table(entity).values();
		return rows
			.filter((row) => wanted(look?.(this.books, row) ?? row))
			.map((row) => show(this.books, entity, row));
	}

	changes(since: Date): Change[] {
		return changesSince(this.books.store, since, (entity, row) => show(this.books, entity, row));
	}

	exchangeRate(currency: string, asOf: string): Json {
		return exchangeRateOn(this.books, currency, asOf);
	}

	get journal(): readonly JournalLine[] {
		return this.books.ledger.journal;
	}

	trialBalance(asOf: string): AccountBalance[] {
		return trialBalance(this.books, asOf);
	}

	profitAndLoss(from: string, to: string): ProfitAndLoss {
		return profitAndLoss(this.books, from, to);
	}

	balanceSheet(asOf: string): BalanceSheet {
		return balanceSheet(this.books, asOf);
	}

	balance(accountId: string, asOf?: string): number {
		return this.books.ledger.balance(accountId, asOf);
	}

	toJSON(): Json {
		return copy(this.books.toJSON());
	}
}
