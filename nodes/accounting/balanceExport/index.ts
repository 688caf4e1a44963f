import { entryDocument, type Movement } from '../balanceToEntry/entryDocument';
import type { EntryCategory } from '../documents';
import { fingerprint } from '../fingerprint';
import {
	documentsOutcome,
	problemOutcome,
	skippedOutcome,
	type LedgerOutcome,
} from '../ledger/outcome';
import type { Problem } from '../problems';
import { headingsOf } from './headings';
import type { BalanceExportPolicy, BalanceExportRule } from './policy';
import { readExportRow, type ExportRow } from './readExportRow';

export { balanceExportPolicy } from './policy';

/**
 * Maps the rows of one CSV export of a Shopify Balance account, which has no interface of its own: to
 * expenses, deposits and transfers. Each row is booked once for ever, by its reference; without one by
 * its day, amount and words, and the how-many-th of such rows it is. So an export must hold whole days,
 * and exports may overlap.
 */
export class BalanceExport {
	private readonly headings: ReadonlySet<string>;
	private readonly references = new Map<string, string>();
	private readonly counts = new Map<string, number>();

	/** @param rows all rows of the file, as n8n's CSV node gives them */
	constructor(rows: readonly unknown[]) {
		this.headings = headingsOf(rows);
	}

	/**
	 * @param item the row as n8n's CSV node gives it
	 * @param line the number of the row, for messages
	 */
	take(item: unknown, line: number, policy: BalanceExportPolicy): LedgerOutcome {
		const where = `Row ${line}`;
		if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(policy.shop)) {
			return problemOutcome(noShop(where));
		}
		const read = readExportRow(item, policy, this.headings, where);
		if (!read.ok) return problemOutcome(read.problem);
		const row = read.value;
		const identity = this.identityOf(row, policy);
		if (identity === 'twice') return skippedOutcome('twice', 'The same row came before');
		if (identity === 'differs') return problemOutcome(referenceTwice(where, row));
		if (row.amount.isZero()) return skippedOutcome('nothing-moved', 'Its amount is 0.00');
		const rule = policy.rules.find((each) => fits(each, row));
		if (rule === undefined) return problemOutcome(noRule(where, row));
		if (rule.account === undefined) {
			const reason = `'${rule.contains}' is booked elsewhere, as the rule for it says`;
			return skippedOutcome('booked-elsewhere', reason);
		}
		return booked(row, identity, { ...rule, account: rule.account }, policy);
	}

	/** Unique and stable; brackets and slashes of a reference would be read as something else. */
	private identityOf(
		row: ExportRow,
		policy: BalanceExportPolicy,
	): { id: string } | 'twice' | 'differs' {
		const words = [row.description, row.type].map((text) => text.toLowerCase());
		const content = JSON.stringify([
			policy.account.account,
			row.date,
			row.amount.toString(),
			...words,
		]);
		if (row.reference !== '') {
			const before = this.references.get(row.reference);
			if (before !== undefined) return before === content ? 'twice' : 'differs';
			this.references.set(row.reference, content);
			const isPlain = /^[A-Za-z0-9._:#-]{1,40}$/.test(row.reference);
			return { id: isPlain ? row.reference : fingerprint(row.reference) };
		}
		const count = (this.counts.get(content) ?? 0) + 1;
		this.counts.set(content, count);
		const suffix = count === 1 ? '' : `/${count}`;
		return { id: `${row.date}/${fingerprint(content).slice(0, 16)}${suffix}` };
	}
}

function fits({ contains, direction }: BalanceExportRule, row: ExportRow): boolean {
	const isDirection = direction === 'Both' || (direction === 'Out') === row.amount.isNegative();
	const part = contains.trim().toLowerCase();
	return isDirection && `${row.description}\n${row.type}`.toLowerCase().includes(part);
}

function booked(
	row: ExportRow,
	{ id }: { id: string },
	rule: BalanceExportRule & { account: NonNullable<BalanceExportRule['account']> },
	policy: BalanceExportPolicy,
): LedgerOutcome {
	const description = row.description || row.type || 'Shopify Balance';
	const document = entryDocument({
		header: headerOf(row, id, description, policy),
		account: policy.account,
		parts: [{ category: categoryOf(row, rule), account: rule.account, amount: row.amount }],
		description,
		vendor: rule.vendor ?? policy.vendor,
		form: policy.form,
	});
	return documentsOutcome(document === undefined ? [] : [document]);
}

function headerOf(
	{ date, amount }: ExportRow,
	id: string,
	description: string,
	{ shop, currency, account, dimensions }: BalanceExportPolicy,
): Movement['header'] {
	const unsigned = amount.isNegative() ? amount.negate() : amount;
	return {
		key: `${shop}/BalanceExport/${id}`,
		date,
		currency,
		memo: `${account.account}: ${description}`,
		source: {
			type: 'Balance Export',
			id,
			name: description,
			shop,
			total: unsigned.toDecimalString(),
		},
		...dimensions,
	};
}

function categoryOf(row: ExportRow, { account }: BalanceExportRule): EntryCategory {
	if (account?.type === 'Bank') return 'Transfer Between Balances';
	if (row.amount.isNegative()) return isResult(account) ? 'Purchase' : 'Other';
	const words = `${row.description} ${row.type}`;
	if (/cash ?back|reward/i.test(words)) return 'Cash Back';
	return /interest|\bapy\b/i.test(words) ? 'Interest' : 'Other';
}

/** What a card bought is an expense; a loan paid back is none. */
function isResult(account: BalanceExportRule['account']): boolean {
	return /^(Expense|Other Expense|Cost of Goods Sold)$/.test(account?.type ?? '');
}

function noShop(where: string): Problem {
	return {
		code: 'no-shop',
		what: 'The export does not name its shop, and the node does not either',
		where,
		fix: "Fill in 'Shop' with the domain that ends in .myshopify.com.",
	};
}

function referenceTwice(where: string, { reference }: ExportRow): Problem {
	return {
		code: 'reference-twice',
		what: `Its reference ${reference.slice(0, 40)} was that of another row before, with another day, amount or text`,
		where,
		fix: "If the column is no reference of one row, leave 'Reference' empty under 'Columns'; rows are then told apart by day, amount and text.",
	};
}

function noRule(where: string, { description, amount, date }: ExportRow): Problem {
	return {
		code: 'no-rule',
		what: `No rule says where '${description.slice(0, 80)}' of ${amount} on ${date} belongs`,
		where,
		fix: "Add a row to 'Rules' with a part of that text and the account it is booked to.",
	};
}
