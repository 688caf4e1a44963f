import type { AccountReference, AccountType } from '../../accounting/documents';
import type { Answer, QuickBooksClient } from '../client';
import type { Company } from '../company';
import { type Json, textAt } from '../json';
import { ListTable, type ListRow } from './listTable';
import { legalName, NAME_LENGTHS, sameName } from './names';
import { candidates, refused, type Sought } from './sought';

/** Detail types of accounts that are created; types left out get QuickBooks' own default. */
const DETAIL_TYPES: Partial<Record<AccountType, string>> = {
	Income: 'SalesOfProductIncome',
	'Other Current Asset': 'OtherCurrentAssets',
	'Other Current Liability': 'OtherCurrentLiabilities',
	'Cost of Goods Sold': 'SuppliesMaterialsCogs',
	Expense: 'OfficeGeneralAdministrativeExpenses',
	'Other Expense': 'OtherMiscellaneousExpense',
	'Other Income': 'OtherMiscellaneousIncome',
	Equity: 'OwnersEquity',
};

export class Accounts {
	private readonly table = new ListTable('Account', 'Name');

	constructor(private readonly company: Company) {}

	async load(
		client: QuickBooksClient,
		references: readonly AccountReference[],
	): Promise<Answer<undefined>> {
		return await this.table.load(client, 'Name', references.map(leafName));
	}

	forget(name: string): void {
		this.table.forget('Name', [name]);
	}

	add(row: Json): void {
		this.table.add(row);
	}

	/** @param currency of the document, where money will lie on the account. */
	find(reference: AccountReference, currency?: string): Sought<ListRow> {
		const rows = this.table.rows.filter((row) => row.active && isNamed(row, reference.account));
		if (rows.length > 1) {
			return refused(
				'ambiguous-account',
				`QuickBooks has several accounts named "${reference.account}": ${candidates(rows)}`,
				'Name the account with the accounts above it, e.g. "Income:Online Sales"',
			);
		}
		const row = rows.at(0);
		if (!row) return this.missing(reference, currency);
		const type = textAt(row.json, 'AccountType') ?? '';
		if (type !== reference.type) return wrongType(reference, type);
		return currencyFits(row, currency, this.company)
			? { state: 'found', row }
			: refused(
					'account-currency',
					`The account "${reference.account}" is kept in another currency than the document's ${currency}`,
					`Choose an account in ${[...new Set([currency, this.company.homeCurrency])].join(' or in ')}: a row under 'Payment Accounts' in the mapping may count for one currency`,
				);
	}

	private missing(reference: AccountReference, currency?: string): Sought<ListRow> {
		if (reference.account.includes(':')) {
			return refused(
				'missing-sub-account',
				`QuickBooks has no account "${reference.account}"`,
				'Create the sub-account in QuickBooks, or choose another account',
			);
		}
		const name = legalAccount(reference.account);
		const isMoney = reference.type === 'Bank' || reference.type === 'Credit Card';
		const foreign = this.company.multiCurrency && currency && isMoney;
		const detail = reference.detail ?? DETAIL_TYPES[reference.type];
		const body = (free: string): Json => ({
			Name: free,
			AccountType: reference.type,
			...(detail ? { AccountSubType: detail } : {}),
			...(foreign ? { CurrencyRef: { value: currency } } : {}),
		});
		const id = `Account ${name.toLowerCase()}`;
		return {
			state: 'missing',
			wish: { kind: 'Account', entity: 'Account', name, id, names: [name], body },
		};
	}
}

function leafName(reference: AccountReference): string {
	const leaf = reference.account.split(':').at(-1) ?? '';
	return legalAccount(leaf);
}

/** By its own name, or with those above it: "Bank:Payouts". */
export function isNamed(row: Pick<ListRow, 'name' | 'json'>, name: string): boolean {
	if (name.includes(':')) return sameName(textAt(row.json, 'FullyQualifiedName') ?? '', name);
	return sameName(row.name, legalAccount(name));
}

/** Accounts alone may not hold a double quote. */
function legalAccount(name: string): string {
	return legalName(name.replace(/"/g, "'"), NAME_LENGTHS.Account);
}

function wrongType(reference: AccountReference, type: string): Sought<never> {
	return refused(
		'wrong-account-type',
		`The account "${reference.account}" is of type ${type} in QuickBooks, and the document needs ${reference.type}`,
		`Choose another account, or change its type to ${reference.type} in QuickBooks`,
	);
}

/** An account in a foreign currency takes documents in that currency only. */
function currencyFits(row: ListRow, currency: string | undefined, company: Company): boolean {
	const kept = textAt(row.json, 'CurrencyRef', 'value') ?? company.homeCurrency;
	return currency === undefined || kept === company.homeCurrency || kept === currency;
}
