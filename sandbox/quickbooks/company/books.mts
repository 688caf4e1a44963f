import { notFound, unknownReference } from './faults.mts';
import { flag, object, refId, text } from './json.mts';
import { Ledger } from './ledger.mts';
import { Links, type Link } from './links.mts';
import type { Movement } from './inventory/fifo.mts';
import { Stock } from './inventory/stock.mts';
import { Store } from './store.mts';
import type { CompanyKind, Json, JournalLine, Row } from './types.mts';

/** QuickBooks names its internal tables in fault 2500. */
const TABLES: Record<string, string> = {
	Account: 'Accounts',
	Class: 'Klasses',
	Department: 'Depts',
	Customer: 'Names',
	Vendor: 'Names',
	Employee: 'Names',
	Item: 'Items',
};

/** What every rule works on: the rows, the ledger, the stock, the settings. */
export class Books {
	readonly store: Store;
	readonly ledger: Ledger;
	readonly links: Links;
	readonly stock: Stock;
	info: Json = {};
	preferences: Json = {};

	/** Some companies refuse to sell what is not there; Intuit's API does not show the setting. */
	allowsNegativeStock = true;

	constructor(
		readonly kind: CompanyKind,
		now: () => Date,
	) {
		this.store = new Store(now);
		this.stock = new Stock(this.store, () => this.homeCurrency);
		this.ledger = new Ledger(this.store.undo, this.stock);
		this.links = new Links(this.store.undo);
	}

	find(entity: string, id: string | undefined): Row | undefined {
		return id === undefined ? undefined : this.store.table(entity).get(id);
	}

	/** The row behind a reference: 2500 when there is none, 610 when it is inactive. */
	need(entity: string, id: string, element: string): Row {
		const row = this.find(entity, id);
		if (row === undefined) throw unknownReference(TABLES[entity] ?? entity, id, element);
		if (row.Active === false) throw notFound();
		return row;
	}

	/** The row that `row[name]` refers to, or undefined when it refers to nothing. */
	resolve(entity: string, row: Json | undefined, name: string, path = name): Row | undefined {
		const id = refId(row, name);
		return id === undefined ? undefined : this.need(entity, id, path);
	}

	accountBySubType(subType: string, currency = this.homeCurrency): Row | undefined {
		return this.store
			.table('Account')
			.values()
			.find(
				(account) =>
					account.AccountSubType === subType &&
					account.Active !== false &&
					refId(account, 'CurrencyRef') === currency,
			);
	}

	accountNamed(name: string): Row | undefined {
		return this.store
			.table('Account')
			.values()
			.find((account) => account.FullyQualifiedName === name && account.Active !== false);
	}

	get country(): string {
		return text(this.info, 'Country') ?? 'US';
	}

	get homeCurrency(): string {
		return refId(object(this.preferences, 'CurrencyPrefs'), 'HomeCurrency') ?? 'USD';
	}

	prefers(section: string, name: string): boolean {
		return flag(object(this.preferences, section), name);
	}

	toJSON(): Json {
		return {
			kind: this.kind,
			info: this.info,
			preferences: this.preferences,
			store: this.store.toJSON(),
			ledger: this.ledger.toJSON(),
			links: this.links.toJSON(),
			stock: this.stock.toJSON(),
			allowsNegativeStock: this.allowsNegativeStock,
		};
	}

	load(kept: Json): void {
		this.info = kept.info as Json;
		this.preferences = kept.preferences as Json;
		this.store.load(kept.store as Json);
		this.ledger.load(kept.ledger as Record<string, JournalLine[]>);
		this.links.load(kept.links as Record<string, Link[]>);
		this.stock.load(kept.stock as Record<string, Movement[]>);
		this.allowsNegativeStock = kept.allowsNegativeStock !== false;
	}

	/** 'QuickBooks Online Plus' and the like, out of CompanyInfo. */
	get plan(): string {
		const pairs = Array.isArray(this.info.NameValue) ? (this.info.NameValue as Json[]) : [];
		return (
			text(
				pairs.find((pair) => pair.Name === 'OfferingSku'),
				'Value',
			) ?? ''
		);
	}
}
