import type { PostResult } from '../../../nodes/quickbooks/post';
import { isItemised } from '../../../nodes/accounting/documentTotals';
import type { AccountingDocument } from '../../../nodes/accounting/documents';
import type { Company } from '../../../sandbox/quickbooks/company/company.mts';
import type { JournalLine } from '../../../sandbox/quickbooks/company/types.mts';
import { refusal, type MappedRun } from './mapRuns.mts';

/** What became of the documents of one run, in their order. */
export interface PostedRun extends MappedRun {
	results: PostResult[];
}

/** The journal of one document in the ledger of the stand-in company. */
export function journalOf(company: Company, { entity, id }: { entity: string; id: string }) {
	return company.journal.filter((line) => line.txnType === entity && line.txnId === id);
}

/** journal.txt: per document what QuickBooks' ledger holds, then all of it together. */
export function journalText(company: Company, runs: readonly PostedRun[]): string {
	const sections = runs.map(({ title, documents, results }) => {
		const heading = title === '' ? '' : `=== ${title} ===\n\n`;
		const texts = documents.map((document, index) => resultText(company, document, results[index]));
		return `${heading}${texts.join('\n')}${texts.length === 0 ? 'Nothing to post.\n' : ''}`;
	});
	return [...sections, ...together(company, runs)].join('\n');
}

function resultText(company: Company, document: AccountingDocument, result: PostResult): string {
	const name = isItemised(document) ? `${document.document} ${document.number}` : document.document;
	if (!result.ok) return `${name}   ${document.date}   not posted\n${refusal(result.problem)}`;
	const { booked, status, note, differences } = result;
	const title = `${name}   ${booked.date}   ${status}, QuickBooks total ${amountText(booked.total)}`;
	const remarks = [...(note === undefined ? [] : [note]), ...differences.map(differenceText)];
	if (status === 'Already Posted') return [title, ...remarks, ''].join('\n');
	const lines = journalOf(company, booked);
	const rows = lines.length === 0 ? ['  No account is moved.'] : tableOf(company, lines);
	return [title, ...remarks, ...rows, ''].join('\n');
}

function differenceText(difference: { field: string }): string {
	return `Differs in ${JSON.stringify(difference)}`;
}

const HEADER = `${''.padEnd(70)}Debit        Credit`;

function tableOf(company: Company, lines: readonly JournalLine[]): string[] {
	const home = String(homeCurrencyOf(company));
	const [{ currency }] = lines;
	const inHome = currency === home ? '' : `      in ${home}`;
	const rows = byAccount(company, lines).map(({ account, cents, homeCents }) =>
		entryText(account, cents, inHome === '' ? undefined : homeCents),
	);
	return [`${HEADER}${inHome}`, ...rows, totalText(lines)];
}

interface Entry {
	account: string;
	/** In the document's currency; debit positive. */
	cents: number;
	homeCents: number;
}

/** One row for each account and side, in the order of the ledger. */
function byAccount(company: Company, lines: readonly JournalLine[]): Entry[] {
	const entries = new Map<string, Entry>();
	for (const { accountId, foreignAmount, amount } of lines) {
		const account = accountText(company, accountId);
		const entry = entries.get(account) ?? { account, cents: 0, homeCents: 0 };
		entry.cents += foreignAmount;
		entry.homeCents += amount;
		entries.set(account, entry);
	}
	return [...entries.values()].filter(({ cents, homeCents }) => cents !== 0 || homeCents !== 0);
}

function accountText(company: Company, id: string): string {
	const row = company.all('Account').find(({ Id }) => Id === id);
	return `${String(row?.Name)} (${String(row?.AccountType)})`;
}

function entryText(account: string, cents: number, homeCents?: number): string {
	const overflow = account.length > 60 ? `  ${account}\n` : '';
	const label = `  ${overflow === '' ? account : ''}`.padEnd(64);
	const [debit, credit] = cents < 0 ? ['', amountOf(-cents)] : [amountOf(cents), ''];
	const inHome = homeCents === undefined ? '' : amountOf(homeCents).padStart(14);
	return `${overflow}${label}${debit.padStart(12)}  ${credit.padStart(12)}${inHome}`.trimEnd();
}

function totalText(lines: readonly JournalLine[]): string {
	const sum = (side: (amount: number) => boolean) =>
		lines
			.map(({ foreignAmount }) => foreignAmount)
			.filter(side)
			.reduce((a, b) => a + Math.abs(b), 0);
	const debit = amountOf(sum((amount) => amount > 0));
	const credit = amountOf(sum((amount) => amount < 0));
	return `${'  Total'.padEnd(64)}${debit.padStart(12)}  ${credit.padStart(12)}`;
}

/** What all documents together leave on the accounts, and what customers still owe or have good. */
function together(company: Company, runs: readonly PostedRun[]): string[] {
	const booked = bookedOf(runs);
	const lines = booked.flatMap((each) => journalOf(company, each));
	const open = ['Invoice', 'CreditMemo'].flatMap((entity) => openTexts(company, entity));
	if (booked.length < 2) return open.length === 0 ? [] : [`${open.join('\n')}\n`];
	const currencies = new Set(lines.map(({ currency }) => currency));
	const homeOnly = currencies.size > 1;
	const rows = byAccount(company, lines).map(({ account, cents, homeCents }) =>
		entryText(account, homeOnly ? homeCents : cents),
	);
	const title = `All documents together${homeOnly ? `, in ${homeCurrencyOf(company)}` : ''}`;
	const table = rows.length > 0 ? rows : ['  Nothing is left on any account.'];
	return [[`${title.padEnd(70)}Debit        Credit`, ...table, ...open, ''].join('\n')];
}

function openTexts(company: Company, entity: string): string[] {
	const name = entity === 'Invoice' ? 'Invoice' : 'Credit Memo';
	return company
		.all(entity)
		.map(
			({ DocNumber, Balance }) =>
				`${name} ${String(DocNumber)} is open with ${Number(Balance).toFixed(2)}`,
		);
}

/** Documents in the books, each once. */
export function bookedOf(runs: readonly PostedRun[]): Array<{ entity: string; id: string }> {
	const all = runs.flatMap(({ results }) => results).filter((each) => each.ok);
	const named = all.map(
		({ booked: { entity, id } }) => [`${entity} ${id}`, { entity, id }] as const,
	);
	return [...new Map(named).values()];
}

function homeCurrencyOf(company: Company): string {
	const { CurrencyPrefs } = company.preferences as {
		CurrencyPrefs?: { HomeCurrency?: { value?: string } };
	};
	return CurrencyPrefs?.HomeCurrency?.value ?? '';
}

function amountOf(cents: number): string {
	const digits = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function amountText(total: string): string {
	return Number(total).toFixed(2);
}
