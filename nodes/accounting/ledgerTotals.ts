import type {
	AccountReference,
	BillDocument,
	DepositDocument,
	ExpenseDocument,
	JournalEntryDocument,
	LedgerDocument,
} from './documents';
import { Money } from './money';

/** What is inconsistent about a document of the ledger, in the user's words; undefined if nothing. */
export function ledgerFinding(document: LedgerDocument): string | undefined {
	const unreadable = amountsOf(document)
		.map((text) => Money.tryParse(text, document.currency))
		.find((parsed) => !parsed.ok);
	if (unreadable !== undefined && !unreadable.ok) return unreadable.reason;
	const total = Money.parse(document.total, document.currency);
	if (total.isNegative()) return `its total is negative (${total})`;
	switch (document.document) {
		case 'Deposit':
			return noLines(document) ?? differsFromTotal(document, sumOf(document));
		case 'Bill':
		case 'Expense':
			return noLines(document) ?? differsFromTotal(document, sumOf(document).add(taxOf(document)));
		case 'Journal Entry':
			return noLines(document) ?? journalFinding(document);
		case 'Transfer':
			return nothingMoves(total) ?? sameAccount(document.from, document.to);
		case 'Bill Payment':
			return nothingMoves(total);
	}
}

/** Lines net of tax; of a journal entry its debits; what only moves money has one amount. */
export function ledgerNet(document: LedgerDocument): Money {
	const hasTax = document.document === 'Bill' || document.document === 'Expense';
	const total = Money.parse(document.total, document.currency);
	return hasTax ? total.subtract(taxOf(document)) : total;
}

export function taxOf({ taxTotal, currency }: BillDocument | ExpenseDocument): Money {
	return taxTotal ? Money.parse(taxTotal, currency) : Money.zero(currency);
}

type Lined = DepositDocument | BillDocument | ExpenseDocument | JournalEntryDocument;

function amountsOf(document: LedgerDocument): string[] {
	const lines = 'lines' in document ? document.lines.map(({ amount }) => amount) : [];
	const goods = document.document === 'Journal Entry' ? (document.goods ?? []) : [];
	const costs = goods.map(({ cost }) => cost);
	const tax = 'taxTotal' in document && document.taxTotal ? [document.taxTotal] : [];
	return [...lines, ...costs, ...tax, document.total];
}

function noLines({ lines }: Lined): string | undefined {
	return lines.length === 0 ? 'it has no lines' : undefined;
}

function nothingMoves(total: Money): string | undefined {
	return total.isZero() ? `its total is ${total}, and no money moves by it` : undefined;
}

function sameAccount(from: AccountReference, to: AccountReference): string | undefined {
	return from.account === to.account
		? `it moves money from '${from.account}' to itself`
		: undefined;
}

function sumOf({ lines, currency }: Exclude<Lined, JournalEntryDocument>): Money {
	return Money.sum(
		currency,
		lines.map(({ amount }) => Money.parse(amount, currency)),
	);
}

function differsFromTotal({ total, currency, document }: Lined, sum: Money): string | undefined {
	const what = document === 'Deposit' ? 'its lines' : 'its lines and tax';
	return sum.equals(Money.parse(total, currency))
		? undefined
		: `${what} come to ${sum}, but 'total' says ${total}`;
}

function journalFinding(document: JournalEntryDocument): string | undefined {
	const { lines, currency, total } = document;
	const amounts = lines.map(({ posting, amount, description }) => ({
		posting,
		description,
		money: Money.parse(amount, currency),
	}));
	const empty = amounts.find(({ money }) => money.isZero() || money.isNegative());
	if (empty) return `the amount of '${empty.description}' is not above zero`;
	const side = (wanted: 'Debit' | 'Credit') =>
		Money.sum(
			currency,
			amounts.filter(({ posting }) => posting === wanted).map(({ money }) => money),
		);
	const [debits, credits] = [side('Debit'), side('Credit')];
	if (!debits.equals(credits)) return `its debits come to ${debits}, its credits to ${credits}`;
	return debits.equals(Money.parse(total, currency))
		? goodsFinding(document, debits)
		: `its debits come to ${debits}, but 'total' says ${total}`;
}

/** What was sold and what came back are debits of different accounts, so both count without sign. */
function goodsFinding({ goods, currency }: JournalEntryDocument, total: Money): string | undefined {
	if (goods === undefined || goods.length === 0) return undefined;
	const costs = goods.map(({ cost }) => Money.parse(cost, currency));
	const sum = Money.sum(
		currency,
		costs.map((cost) => (cost.isNegative() ? cost.negate() : cost)),
	);
	return sum.equals(total) ? undefined : `its goods come to ${sum}, but 'total' says ${total}`;
}
