import type { AccountReference, SalesReceiptDocument } from '../../accounting/documents';
import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import type { Json } from '../json';
import type { PostingSettings } from '../settings';
import { Accounts } from './accounts';
import { Customers } from './customers';
import { Items } from './items';
import { PaymentMethods } from './paymentMethods';
import { TaxCodes } from './taxCodes';
import type { Wish } from './sought';

/** The company's lists as far as the documents at hand name them; read once per run. */
export class Directory {
	readonly accounts: Accounts;
	readonly items: Items;
	readonly customers: Customers;
	readonly paymentMethods = new PaymentMethods();
	readonly taxCodes: TaxCodes;

	constructor(
		private readonly client: QuickBooksClient,
		private readonly company: Company,
		settings: PostingSettings,
	) {
		this.accounts = new Accounts(company);
		this.items = new Items(settings.itemMatch);
		this.customers = new Customers(company);
		this.taxCodes = new TaxCodes(settings);
	}

	/** Reads what the documents name, in as few queries as there are lists. */
	async load(documents: readonly SalesReceiptDocument[]): Promise<Answer<undefined>> {
		const done: Answer<undefined> = { kind: 'done', value: undefined };
		if (documents.length === 0) return done;
		const items = documents.flatMap(({ lines }) => lines.map(({ item }) => item));
		const methods = documents.flatMap(({ paymentMethod }) => paymentMethod ?? []);
		const steps: Array<() => Promise<Answer<undefined>>> = [
			async () => await this.items.load(this.client, items),
			async () => await this.accounts.load(this.client, this.accountsOf(documents)),
			async () => await this.customers.load(this.client, documents),
			async () => await this.paymentMethods.load(this.client, methods),
			async () => (this.needsTaxCodes(documents) ? await this.taxCodes.load(this.client) : done),
		];
		for (const step of steps) {
			const answer = await step();
			if (answer.kind !== 'done') return answer;
		}
		return done;
	}

	/** Asks QuickBooks again for a name that somebody else may have made meanwhile. */
	async reload(wish: Wish, documents: readonly SalesReceiptDocument[]): Promise<Answer<undefined>> {
		const list = this.listOf(wish);
		[wish.name, ...wish.names].forEach((name) => list.forget(name));
		return await this.load(documents);
	}

	/** Keeps a row that was just created; its answer spares a read. */
	add(wish: Wish, row: Json): void {
		this.listOf(wish).add(row);
	}

	private listOf(wish: Wish): Accounts | Customers | Items | PaymentMethods {
		switch (wish.kind) {
			case 'Account':
				return this.accounts;
			case 'Customer':
				return this.customers;
			case 'Item':
				return this.items;
			default:
				return this.paymentMethods;
		}
	}

	/** Income accounts matter only for items that are missing. */
	private accountsOf(documents: readonly SalesReceiptDocument[]): AccountReference[] {
		const incomes = documents
			.flatMap(({ lines }) => lines.map(({ item }) => item))
			.filter((item) => this.items.find(item, () => '').state === 'missing')
			.map(({ income }) => income);
		return [...documents.map(({ depositTo }) => depositTo), ...incomes];
	}

	private needsTaxCodes(documents: readonly SalesReceiptDocument[]): boolean {
		const { regime } = this.company;
		if (regime === 'global') return true;
		return regime === 'us-manual' && documents.some(({ taxes }) => taxes.length > 0);
	}
}
