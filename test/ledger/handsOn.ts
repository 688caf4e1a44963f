import type { BookEntry, Finding, PayoutProof } from '../../nodes/accounting/payoutProof';
import type { Books as Company } from '../quickbooks/books.mts';

type Row = Record<string, unknown>;
type Lines = Row[];

/** What a bookkeeper may do to a document in QuickBooks. */
export const DEEDS = ['deleted', 'doubled', 'altered'] as const;
type Deed = (typeof DEEDS)[number];

/** Kinds of documents that proofs speak of, and what the API calls them. */
export const KINDS: Readonly<Record<string, string>> = {
	'Sales Receipt': 'SalesReceipt',
	Payment: 'Payment',
	'Refund Receipt': 'RefundReceipt',
	Bill: 'Bill',
	'Bill Payment': 'BillPayment',
	Deposit: 'Deposit',
	Transfer: 'Transfer',
	'Journal Entry': 'JournalEntry',
	Expense: 'Purchase',
};

/** A bill that is paid takes no second payment: the stand-in makes the copy one of nothing, which moves no money. */
export function deedsOf(kind: string): Deed[] {
	return DEEDS.filter((deed) => kind !== 'Bill Payment' || deed !== 'doubled');
}

/** A deed, and the payout and document that it was done to. */
export interface Done {
	deed: Deed;
	entry: BookEntry;
	payoutId: string;
	/** Rows of the ledger that the document books; none where it is the payout itself. */
	rowIds: string[];
}

/** One document of the kind for each deed, each of another paid payout that no other document shares. */
export function chooseAll(proofs: readonly PayoutProof[]): Done[] {
	const uses = new Map<string, Set<string>>();
	for (const { payout, rows, bank } of proofs) {
		const entries = [
			...bank.entries,
			...rows.flatMap((row) => [...row.entries, ...row.feeEntries]),
		];
		for (const { document, id } of entries) {
			const name = `${document} ${id}`;
			uses.set(name, (uses.get(name) ?? new Set()).add(payout.legacyId));
		}
	}
	const taken = new Set<string>();
	const scarce = Object.keys(KINDS).sort((a, b) => count(proofs, a) - count(proofs, b));
	return scarce.flatMap((kind) => deedsOf(kind).map((deed) => chosen(kind, deed)));

	function chosen(kind: string, deed: Deed): Done {
		for (const proof of proofs) {
			const { payout } = proof;
			if (payout.status !== 'PAID' || taken.has(payout.legacyId)) continue;
			const entry = entriesOf(proof).find(
				({ document, id }) => document === kind && uses.get(`${document} ${id}`)?.size === 1,
			);
			if (entry === undefined) continue;
			taken.add(payout.legacyId);
			const rows = proof.rows.filter((row) => [...row.entries, ...row.feeEntries].includes(entry));
			return { deed, entry, payoutId: payout.legacyId, rowIds: rows.map(({ row }) => row.id) };
		}
		throw new Error(`no ${kind} to be ${deed}`);
	}
}

function entriesOf({ rows, bank }: PayoutProof): BookEntry[] {
	return [...bank.entries, ...rows.flatMap((row) => [...row.entries, ...row.feeEntries])];
}

function count(proofs: readonly PayoutProof[], kind: string): number {
	return proofs.filter((proof) => entriesOf(proof).some(({ document }) => document === kind))
		.length;
}

/** @returns the id of the copy, where one was made. */
export function doDeed(company: Company, { deed, entry }: Done): string | undefined {
	const entity = KINDS[entry.document];
	const books = company.sandbox.company;
	const row = books.all(entity).find(({ Id }) => Id === entry.id);
	if (row === undefined) throw new Error(`no ${entity} ${entry.id}`);
	switch (deed) {
		case 'deleted':
			books.remove(entity, row);
			return undefined;
		case 'doubled':
			return String(books.create(entity, asNew(row)).Id);
		case 'altered':
			books.update(entity, altered(row));
			return undefined;
	}
}

/** The document as somebody would enter it anew; QuickBooks gives no cheque a payment twice. */
function asNew(row: Row): Row {
	const server = ['Id', 'SyncToken', 'MetaData', 'DocNumber'];
	return Object.fromEntries(Object.entries(row).filter(([field]) => !server.includes(field)));
}

/** By a cent less, in each line that carries money. */
function altered(row: Row): Row {
	const less = (amount: unknown) => Math.round(Number(amount) * 100 - 1) / 100;
	const lines = (row.Line ?? []) as Lines;
	const isWhole = lines.length === 0;
	const touched = 'JournalEntryLineDetail' in (lines[0] ?? {}) ? 2 : 1;
	return {
		...row,
		...('Amount' in row ? { Amount: less(row.Amount) } : {}),
		...(row.TotalAmt === undefined ? {} : { TotalAmt: less(row.TotalAmt) }),
		...(isWhole ? {} : { Line: lines.map((line, at) => (at < touched ? lessOf(line) : line)) }),
	};

	function lessOf(line: Row): Row {
		const detail = line.SalesItemLineDetail as Row | undefined;
		const amount = less(line.Amount);
		if (detail === undefined) return { ...line, Amount: amount };
		return {
			...line,
			Amount: amount,
			SalesItemLineDetail: { ...detail, Qty: 1, UnitPrice: amount },
		};
	}
}

/** Whether a finding tells of the deed: by the document, or by the rows that have lost theirs. */
export function tells(finding: Finding, { deed, entry, rowIds }: Done, copy?: string): boolean {
	const names = finding.entries.map(({ document, id }) => `${document} ${id}`);
	if (deed === 'altered') return names.includes(`${entry.document} ${entry.id}`);
	if (deed === 'doubled') {
		const both = [entry.id, copy].map((id) => `${entry.document} ${id}`);
		return finding.code === 'doubled' && both.every((name) => names.includes(name));
	}
	if (rowIds.length === 0) return finding.code === 'payout-missing';
	return rowIds.every((id) => finding.rows.some((row) => row.id === id));
}
