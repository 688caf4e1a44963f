import type { CompanyBooks, JournalLine } from '../../sandbox/quickbooks/company/types.mts';
import type { OrderTruth } from '../../sandbox/shopify/shop/truth.mts';
import { moneyIn, sumOf, withoutZeros, type Entry } from './expected.mts';

/** Everything a workflow may write, in QuickBooks' names. */
const ENTITIES = ['SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo', 'Purchase'];

export interface BookedDocument {
	entity: string;
	/** QuickBooks' document number; a payment may have none. */
	number: string;
	/** The key of its source, which its private note ends with. */
	key: string;
	entry: Entry;
	/** Sum of its postings; anything but 0 is a broken ledger. */
	imbalance: number;
}

/** Accounts that the templates' documents name; any other is told by its type. */
const BY_NAME: ReadonlyMap<string, string> = new Map([
	['Discounts given', 'Discounts'],
	['Shipping Income', 'Shipping'],
	['Tips Payable', 'Tips'],
	['Gift Card Liability', 'Gift cards'],
	['Store Credit Liability', 'Store credit'],
	['Duties Payable', 'Duties'],
	['Other Fee Income', 'Additional fees'],
	['Marketplace Tax Payable', 'Marketplace tax'],
	['Cash Rounding', 'Cash rounding'],
	['Currency Differences', 'Exchange difference'],
	['Customer Credits', 'Customer credits'],
	['Return Fee Income', 'Refund fees and goodwill'],
	['Refunds Not Itemised', 'Refund fees and goodwill'],
	['Refund Differences', 'Refund fees and goodwill'],
]);

interface Account {
	name: string;
	type: string;
	subType: string;
}

/** The documents that came from this shop, as the ledger holds them; deleted ones are not there. */
export function bookedDocuments(company: CompanyBooks, shopDomain: string): BookedDocument[] {
	const accounts = accountsOf(company);
	const postings = new Map<string, JournalLine[]>();
	for (const line of company.journal) {
		const name = `${line.txnType} ${line.txnId}`;
		postings.set(name, [...(postings.get(name) ?? []), line]);
	}
	return ENTITIES.flatMap((entity) =>
		company.all(entity).flatMap((row) => {
			const key = keyIn(String(row.PrivateNote ?? ''), shopDomain);
			if (key === undefined) return [];
			const lines = postings.get(`${entity} ${row.Id}`) ?? [];
			const number = String(row.DocNumber ?? row.PaymentRefNum ?? '');
			const imbalance = lines.reduce((sum, { amount }) => sum + amount, 0);
			return [{ entity, number, key, entry: entryOf(lines, accounts), imbalance }];
		}),
	);
}

function keyIn(note: string, shopDomain: string): string | undefined {
	const found = [...note.matchAll(/\[([^[\]]+)\]/g)].map(([, key]) => key);
	return found.find((key) => key.startsWith(`${shopDomain}/`))?.slice(shopDomain.length + 1);
}

/** Finds the order that a document belongs to by the ids in its key; a summary belongs to none. */
export function orderFinder(
	orders: readonly OrderTruth[],
): (key: string) => OrderTruth | undefined {
	const byKey = new Map<string, OrderTruth>();
	const bare = (id: string) => id.slice(id.lastIndexOf('/') + 1);
	for (const order of orders) {
		byKey.set(`Order/${bare(order.orderId)}`, order);
		for (const { refundId } of order.refunds) byKey.set(`Refund/${bare(refundId)}`, order);
		for (const { transactionId } of order.tenders) {
			byKey.set(`OrderTransaction/${bare(transactionId)}`, order);
		}
	}
	return (key) => byKey.get(key.split('/').slice(0, 2).join('/'));
}

export const entryOfAll = (documents: readonly BookedDocument[]): Entry =>
	withoutZeros(sumOf(documents.map(({ entry }) => entry)));

function entryOf(lines: JournalLine[], accounts: Map<string, Account>): Entry {
	const entry: Entry = new Map();
	for (const { accountId, amount } of lines) {
		const category = categoryOf(accounts.get(accountId));
		entry.set(category, (entry.get(category) ?? 0) - amount);
	}
	return withoutZeros(entry);
}

function categoryOf(account: Account | undefined): string {
	if (!account) return 'Unknown account';
	const { name, type, subType } = account;
	const named = BY_NAME.get(name);
	if (named) return named;
	if (/tax/i.test(subType)) return 'Tax';
	if (type === 'Income') return 'Sales';
	if (type === 'Accounts Receivable') return 'Owed by customers';
	if (type === 'Bank' || type === 'Other Current Asset') {
		return subType === 'Inventory' ? 'Stock and its cost' : moneyIn(name);
	}
	return type === 'Cost of Goods Sold' ? 'Stock and its cost' : name;
}

export function accountsOf(company: CompanyBooks): Map<string, Account> {
	return new Map(
		company.all('Account').map(({ Id, Name, AccountType, AccountSubType }) => {
			const subType = String(AccountSubType ?? '');
			return [Id, { name: String(Name), type: String(AccountType), subType }];
		}),
	);
}
