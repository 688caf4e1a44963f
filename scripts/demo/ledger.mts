import type { CompanyBooks, JournalLine } from '../../sandbox/quickbooks/company/types.mts';
import { moneyIn, withoutZeros, type Entry } from './expected.mts';

export interface BookedReceipt {
	id: string;
	/** QuickBooks' document number: the order's name without '#'. */
	number: string;
	entry: Entry;
	/** Sum of its postings; anything but 0 is a broken ledger. */
	imbalance: number;
}

/** Accounts that the template's documents name; any other is told by its type. */
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
]);

interface Account {
	name: string;
	type: string;
	subType: string;
}

/** The sales receipts that came from this shop, as the ledger holds them; deleted ones are not there. */
export function bookedReceipts(company: CompanyBooks, shopDomain: string): BookedReceipt[] {
	const accounts = accountsOf(company);
	const postings = new Map<string, JournalLine[]>();
	for (const line of company.journal) {
		if (line.txnType !== 'SalesReceipt') continue;
		postings.set(line.txnId, [...(postings.get(line.txnId) ?? []), line]);
	}
	return company
		.all('SalesReceipt')
		.filter(({ PrivateNote }) => String(PrivateNote ?? '').includes(shopDomain))
		.map((row) => {
			const lines = postings.get(row.Id) ?? [];
			return {
				id: row.Id,
				number: String(row.DocNumber ?? ''),
				entry: entryOf(lines, accounts),
				imbalance: lines.reduce((sum, { amount }) => sum + amount, 0),
			};
		});
}

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
