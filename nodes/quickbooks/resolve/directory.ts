import { isItemised, isLedger } from '../../accounting/documentTotals';
import type {
	AccountingDocument,
	AccountReference,
	DocumentLine,
} from '../../accounting/documents';
import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import type { Json } from '../json';
import type { PostingSettings } from '../settings';
import { Accounts } from './accounts';
import { accountsOfItem, Items } from './items';
import { NamedTree } from './namedLists';
import {
	banksReceipts,
	classOf,
	ledgerAccounts,
	ledgerParties,
	locationOfLedger,
	purchaseCodes,
} from './ledgerNames';
import { type Party, Parties } from './parties';
import { PaymentMethods } from './paymentMethods';
import { Receivables } from './receivables';
import type { Wish } from './sought';
import { TaxCodes } from './taxCodes';
import { Terms } from './terms';
import { UndepositedFunds } from './undeposited';

/** The company's lists as far as the documents at hand name them; read once per run. */
export class Directory {
	readonly accounts: Accounts;
	readonly items: Items;
	readonly customers: Parties;
	readonly vendors: Parties;
	readonly paymentMethods = new PaymentMethods();
	readonly terms: Terms;
	readonly classes = new NamedTree('Class', 'class');
	readonly locations = new NamedTree('Department', 'location');
	readonly receivables: Receivables;
	readonly undeposited = new UndepositedFunds();
	readonly taxCodes: TaxCodes;

	constructor(
		private readonly client: QuickBooksClient,
		private readonly company: Company,
		readonly settings: PostingSettings,
	) {
		this.accounts = new Accounts(company);
		this.items = new Items(settings, company);
		this.customers = new Parties('Customer', company);
		this.vendors = new Parties('Vendor', company);
		this.terms = new Terms(settings.create.has('Term'));
		this.receivables = new Receivables(company);
		this.taxCodes = new TaxCodes(settings);
	}

	/** Reads what the documents name, in as few queries as there are lists. */
	async load(documents: readonly AccountingDocument[]): Promise<Answer<undefined>> {
		const done: Answer<undefined> = { kind: 'done', value: undefined };
		if (documents.length === 0) return done;
		const { client, company } = this;
		const forms = documents.filter(isItemised);
		const items = forms.flatMap(({ lines }) => lines.map(({ item }) => item));
		const classes = company.classes ? documents.flatMap(classesOf) : [];
		const locations = company.locations ? documents.flatMap(locationsOf) : [];
		const steps: Array<() => Promise<Answer<undefined>>> = [
			async () => await this.items.load(client, items),
			async () => await this.accounts.load(client, this.accountsOf(documents)),
			async () => await this.customers.load(client, partiesOf(documents, 'customer')),
			async () => await this.vendors.load(client, partiesOf(documents, 'vendor')),
			async () => await this.paymentMethods.load(client, documents.flatMap(methodOf)),
			async () => await this.terms.load(client, documents.flatMap(termsOf)),
			async () => await this.classes.load(client, classes),
			async () => await this.locations.load(client, locations),
			async () => (this.needsTaxCodes(documents) ? await this.taxCodes.load(client) : done),
			async () => (documents.some(banksReceipts) ? await this.undeposited.load(client) : done),
		];
		for (const step of steps) {
			const answer = await step();
			if (answer.kind !== 'done') return answer;
		}
		return done;
	}

	/** Asks QuickBooks again for a name that somebody else may have made meanwhile. */
	async reload(wish: Wish, documents: readonly AccountingDocument[]): Promise<Answer<undefined>> {
		const list = this.listOf(wish);
		[wish.name, ...wish.names].forEach((name) => list.forget(name));
		return await this.load(documents);
	}

	/** Keeps a row that was just created; its answer spares a read. */
	add(wish: Wish, row: Json): void {
		this.listOf(wish).add(row);
	}

	private listOf(wish: Wish): Accounts | Parties | Items | PaymentMethods | Terms {
		switch (wish.kind) {
			case 'Account':
				return this.accounts;
			case 'Customer':
				return this.customers;
			case 'Vendor':
				return this.vendors;
			case 'Item':
				return this.items;
			case 'Term':
				return this.terms;
			default:
				return this.paymentMethods;
		}
	}

	/** Income accounts matter only for items that are missing. */
	private accountsOf(documents: readonly AccountingDocument[]): AccountReference[] {
		const incomes = documents
			.filter(isItemised)
			.flatMap(({ lines }) => lines)
			.filter((line) => this.items.find(line.item, isProduct(line), () => '').state === 'missing')
			.flatMap(({ item }) => accountsOfItem(item));
		const lines = documents.filter(isLedger).flatMap(ledgerAccounts);
		return [
			...documents.flatMap((document) => moneyAccountOf(document) ?? []),
			...lines,
			...incomes,
		];
	}

	private needsTaxCodes(documents: readonly AccountingDocument[]): boolean {
		const { regime } = this.company;
		const forms = documents.filter(isItemised);
		if (regime === 'global') return forms.length > 0 || documents.flatMap(purchaseCodes).length > 0;
		return regime === 'us-manual' && forms.some(({ taxes }) => taxes.length > 0);
	}
}

/** The account that money goes to or comes from. */
export function moneyAccountOf(document: AccountingDocument): AccountReference | undefined {
	switch (document.document) {
		case 'Sales Receipt':
		case 'Payment':
			return document.depositTo;
		case 'Refund Receipt':
		case 'Credit Refund':
			return document.refundFrom;
		default:
			return undefined;
	}
}

/** Customers or vendors that the documents name. */
function partiesOf(
	documents: readonly AccountingDocument[],
	kind: 'customer' | 'vendor',
): Array<{ party: Party; currency: string }> {
	return documents.flatMap((document) => {
		const { currency } = document;
		if (isItemised(document)) {
			return kind === 'customer' ? [{ party: document.customer, currency }] : [];
		}
		if (!isLedger(document)) return [];
		return ledgerParties(document).flatMap((party) => {
			const name = kind in party ? Object.values(party)[0] : undefined;
			return name === undefined ? [] : [{ party: { name }, currency }];
		});
	});
}

function classesOf(document: AccountingDocument): string[] {
	const name = isLedger(document)
		? classOf(document)
		: isItemised(document)
			? document.class
			: undefined;
	return name ? [name] : [];
}

function locationsOf(document: AccountingDocument): string[] {
	const name = isLedger(document) ? locationOfLedger(document) : document.location;
	return name ? [name] : [];
}

/** Goods of the shop, as apart from what has an account of its own. */
export function isProduct({ category, item }: DocumentLine): boolean {
	return category === 'Product' && item.purpose === undefined;
}

/** A list of one or none. */
export function methodOf(document: AccountingDocument): string[] {
	const method = 'paymentMethod' in document ? document.paymentMethod : undefined;
	return method ? [method] : [];
}

function termsOf(document: AccountingDocument): string[] {
	return document.document === 'Invoice' && document.terms ? [document.terms] : [];
}
