import { Books } from './books.mts';
import { exchangeRateOn } from './entities/currency.mts';
import type { BuildContext, Handler } from './entities/handler.mts';
import { createTaxService } from './entities/tax-lists.mts';
import { missing, notFound, stale, unsupportedOperation } from './faults.mts';
import { checkShape } from './fields/check.mts';
import { LIST_FIELDS } from './fields/lists.mts';
import { TRANSACTION_FIELDS } from './fields/transactions.mts';
import { copy, text, without } from './json.mts';
import { nameReferences } from './names.mts';
import { HANDLERS } from './registry.mts';
import { balanceSheet, profitAndLoss, trialBalance } from './reports/statements.mts';
import { seed } from './seeds/seed.mts';
import { readSingle, updateSingle } from './singles.mts';
import { checkOpenPeriod, rateOf } from './transactions/head.mts';
import { checkNotDeposited } from './transactions/receipts.mts';
import { releaseLinks } from './transactions/release.mts';
import { changesSince } from './changes.mts';
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
import { voided } from './void.mts';

/** See CompanyBooks. */
export class Company implements CompanyBooks {
	private constructor(private readonly books: Books) {}

	static create(kind: CompanyKind, options: { now: () => Date }): Company {
		const company = new Company(new Books(kind, options.now));
		seed(company.books, company);
		return company;
	}

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

	create(entity: string, body: Json, options: CreateOptions = {}): Json {
		if (entity === 'TaxService') {
			const checked = checkShape(entity, LIST_FIELDS.TaxService, body);
			return this.books.store.undo.atomically(() => createTaxService(this.books, checked));
		}
		const handler = this.writable(entity, 'create');
		const checked = this.check(entity, body);
		return this.books.store.undo.atomically(() => {
			const id = String(this.books.store.count(entity));
			const context: BuildContext = { id, include: options.include ?? [] };
			const content = handler.build(
				this.books,
				without(checked, 'Id', 'SyncToken', 'sparse'),
				context,
			);
			const row = this.books.store.insert(entity, content, id);
			return this.settle(entity, handler, row, context);
		});
	}

	update(entity: string, body: Json, options: CreateOptions = {}): Json {
		if (entity === 'Preferences' || entity === 'CompanyInfo') {
			return updateSingle(this.books, entity, body);
		}
		const handler = this.writable(entity, 'update');
		const checked = this.check(entity, body);
		const previous = this.current(entity, checked);
		return this.books.store.undo.atomically(() => {
			const context: BuildContext = { id: previous.Id, previous, include: options.include ?? [] };
			const base = checked.sparse === true ? this.check(entity, previous) : {};
			const content = handler.build(this.books, { ...base, ...checked }, context);
			const row = this.books.store.replace(entity, previous, without(content, 'sparse'));
			return this.settle(entity, handler, row, context);
		});
	}

	remove(entity: string, body: Json): Json {
		const handler = this.writable(entity, 'delete');
		// List entities can only be made inactive.
		if (handler.deletable !== true) throw unsupportedOperation(`delete of ${entity}`);
		const previous = this.current(entity, body);
		return this.books.store.undo.atomically(() => {
			if (handler.post !== undefined) this.checkChangeable(entity, previous);
			releaseLinks(this.books, entity, previous.Id);
			this.books.ledger.unpost(entity, previous.Id);
			this.books.stock.move(entity, previous.Id, '', []);
			this.books.store.remove(entity, previous);
			return { status: 'Deleted', domain: 'QBO', Id: previous.Id };
		});
	}

	void(entity: string, body: Json): Json {
		const handler = this.writable(entity, 'void');
		if (handler.voidable !== true) throw unsupportedOperation(`void of ${entity}`);
		const previous = this.current(entity, body);
		return this.books.store.undo.atomically(() => {
			this.checkChangeable(entity, previous);
			releaseLinks(this.books, entity, previous.Id);
			const row = this.books.store.replace(entity, previous, voided(previous));
			this.books.ledger.unpost(entity, previous.Id);
			this.books.stock.move(entity, previous.Id, '', []);
			return this.show(entity, row);
		});
	}

	read(entity: string, id: string): Json {
		if (entity === 'Preferences' || entity === 'CompanyInfo') return readSingle(this.books, entity);
		this.handler(entity);
		const row = this.books.find(entity, id);
		if (row === undefined) throw notFound();
		return this.show(entity, row);
	}

	all(entity: string): Row[] {
		if (entity === 'Preferences' || entity === 'CompanyInfo')
			return [readSingle(this.books, entity)];
		this.handler(entity);
		return this.books.store
			.table(entity)
			.values()
			.map((row) => this.show(entity, row));
	}

	changes(since: Date): Change[] {
		return changesSince(this.books.store, since, (entity, row) => this.show(entity, row));
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

	/** Posts a stored row and what follows from it. */
	private settle(entity: string, handler: Handler, row: Row, context: BuildContext): Json {
		if (handler.post !== undefined) {
			const posting = handler.post(this.books, row);
			const date = String(row.TxnDate);
			const head = {
				date,
				currency: text(row.CurrencyRef as Json, 'value') ?? this.books.homeCurrency,
				rate: posting.rate ?? rateOf(row),
				txnType: entity,
				txnId: row.Id,
				departmentId: text(row.DepartmentRef as Json, 'value'),
			};
			this.books.ledger.post(head, posting.entries);
			const links = posting.links ?? [];
			this.books.links.set(
				entity,
				row.Id,
				links.map((link) => ({ fromType: entity, fromId: row.Id, ...link })),
			);
			this.books.stock.move(entity, row.Id, date, posting.moves ?? []);
		}
		handler.after?.(this.books, row, context);
		return this.show(entity, this.books.find(entity, row.Id) ?? row);
	}

	private show(entity: string, row: Row): Row {
		const shown = HANDLERS[entity].show?.(this.books, row) ?? row;
		return nameReferences(this.books, copy(shown)) as Row;
	}

	private check(entity: string, body: Json): Json {
		return checkShape(entity, TRANSACTION_FIELDS[entity] ?? LIST_FIELDS[entity], body);
	}

	private checkChangeable(entity: string, previous: Row): void {
		checkOpenPeriod(this.books, String(previous.TxnDate));
		checkNotDeposited(this.books, entity, { previous, id: previous.Id, include: [] });
	}

	private current(entity: string, body: Json): Row {
		const id = text(body, 'Id');
		if (id === undefined) throw missing('Id');
		const previous = this.books.find(entity, id);
		if (previous === undefined) throw notFound();
		const token = body.SyncToken;
		if (token === undefined || token === null) throw missing('SyncToken');
		if (String(token) !== previous.SyncToken) throw stale();
		return previous;
	}

	private handler(entity: string): Handler {
		const handler = HANDLERS[entity];
		if (handler === undefined) throw unsupportedOperation(entity);
		return handler;
	}

	private writable(entity: string, operation: string): Handler {
		const handler = this.handler(entity);
		if (handler.readOnly === true) throw unsupportedOperation(`${operation} of ${entity}`);
		return handler;
	}
}
