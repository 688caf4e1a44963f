import type { AccountingDocument } from '../../nodes/accounting/documents';
import { toText } from '../../nodes/accounting/toText';
import { booksOf, documentsIn, type ScenarioSettings } from '../accounting/ledgerBooks';
import { readLedgerScenarios } from '../accounting/ledgerScenarios.mts';
import { openBooks, type Books } from './books.mts';
import { LEDGER_COMPANIES } from './ledgerKinds';

/**
 * What the mappings make of payouts and ledger rows is posted as it is, and moves in QuickBooks what the
 * accountant's text says. Receipts that no order has posted are missing here, and liabilities are no
 * lines of a deposit.
 */
const scenarios = readLedgerScenarios()
	.map(({ name, items, settings }) => ({
		name,
		documents: documentsIn(booksOf(items, settings as ScenarioSettings)),
	}))
	.filter(({ documents }) => documents.length > 0);

let books: Books;
afterEach(async () => await books.close());

const REFUSALS = [
	/^(sales-receipt|payment|refund-receipt|bill)-not-posted$/,
	/^(no-purchase-tax|unknown-tax-code|too-many-digits)$/,
];

test.each(scenarios)('$name', async ({ documents }) => {
	const isHome = documents.every(({ currency }) => currency === 'USD');
	const company = isHome ? 'us-automated' : 'multicurrency';
	books = await openBooks({ company });
	prepare(books.sandbox.company, documents);
	const results = await books.post(documents, LEDGER_COMPANIES[isHome ? 0 : 3].settings);
	for (const [index, result] of results.entries()) {
		const document = documents[index];
		if (!result.ok) {
			const { code, what } = result.problem;
			const said = code === 'not-a-document' ? `${code}: ${what}` : code;
			expect([document.key, said, REFUSALS.some((known) => known.test(said))]).toEqual([
				document.key,
				said,
				true,
			]);
		} else if (document.currency === 'USD') {
			expect([document.key, movedIn(books.journal(result.booked))]).toEqual([
				document.key,
				movedInText(document),
			]);
		}
	}
});

interface Writer {
	all(entity: string): Array<Record<string, unknown>>;
	create(entity: string, body: Record<string, unknown>): unknown;
}

/** Currencies, classes and locations that posting never makes. */
function prepare(company: Writer, documents: readonly AccountingDocument[]): void {
	const known = new Set(['USD', ...company.all('CompanyCurrency').map(({ Code }) => String(Code))]);
	const open = new Set(
		documents.map(({ currency }) => currency).filter((code) => !known.has(code)),
	);
	for (const Code of open) {
		company.create('CompanyCurrency', { Code });
		company.create('ExchangeRate', { SourceCurrencyCode: Code, Rate: 0.5, AsOfDate: '2024-01-01' });
	}
	const named = (entity: string, names: ReadonlyArray<string | undefined>) => {
		for (const Name of new Set(names)) if (Name) company.create(entity, { Name });
	};
	named(
		'Class',
		documents.map((document) => document.class),
	);
	named(
		'Department',
		documents.map((document) => document.location),
	);
}

/** Account -> cents that QuickBooks moved; debits positive. */
function movedIn(lines: readonly string[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const line of lines) {
		const [, account, cents] = /^(.*): (-?\d+)$/.exec(line) ?? [];
		sums[account] = (sums[account] ?? 0) + Number(cents);
	}
	return Object.fromEntries(Object.entries(sums).filter(([, cents]) => cents !== 0));
}

/** The same, out of the accountant's text. */
function movedInText(document: AccountingDocument): Record<string, number> {
	const [, books] = toText(document).split(/^Books .*$/m);
	const sums: Record<string, number> = {};
	for (const line of books.split('\n').filter((each) => each.trim() !== '')) {
		const account = line
			.slice(2, 64)
			.trim()
			.replace(/ \([A-Z][\w ]*\)$/, '');
		const [debit, credit] = [line.slice(64, 76), line.slice(76)].map((text) =>
			Math.round(Number(text.trim() || '0') * 100),
		);
		const name = account === 'Accounts Payable' ? 'Accounts Payable (A/P)' : account;
		sums[name] = debit - credit;
	}
	return sums;
}
