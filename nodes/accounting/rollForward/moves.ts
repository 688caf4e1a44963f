import { isItemised, isLedger } from '../documentTotals';
import type { AccountingDocument, ItemisedDocument, LedgerDocument } from '../documents';
import { Money } from '../money';
import { entries } from '../toText';
import { accountText } from '../toText/columns';

/** What one document does to one account, and what for. */
export interface DocumentMove {
	key: string;
	/** Name of the account; of a tax its title. */
	account: string;
	isTax: boolean;
	what: string;
	/** Positive is a debit. */
	amount: Money;
}

/** Lines and taxes; the account that money of a sale arrived in or left is what payouts prove. */
export function movesOf(document: AccountingDocument): DocumentMove[] {
	if (isLedger(document)) return ledgerMoves(document);
	return isItemised(document) ? [...lineMoves(document), ...taxMoves(document)] : [];
}

/** Sales raise income and liabilities, which is a credit; what is given back turns them round. */
function signOf({ document }: ItemisedDocument): 1 | -1 {
	return document === 'Sales Receipt' || document === 'Invoice' ? -1 : 1;
}

function signed(document: ItemisedDocument, text: string): Money {
	const amount = Money.parse(text, document.currency);
	return signOf(document) < 0 ? amount.negate() : amount;
}

function lineMoves(document: ItemisedDocument): DocumentMove[] {
	return document.lines.map(({ category, item, amount }) => ({
		key: document.key,
		account: item.income.account,
		isTax: false,
		what: category,
		amount: signed(document, amount),
	}));
}

function taxMoves(document: ItemisedDocument): DocumentMove[] {
	return document.taxes.map(({ title, amount }) => ({
		key: document.key,
		account: title,
		isTax: true,
		what: title,
		amount: signed(document, amount),
	}));
}

/** The sides of a document of the ledger: a line for what it is for, the rest by the document's kind. */
function ledgerMoves(document: LedgerDocument): DocumentMove[] {
	const categories = new Map(
		'lines' in document
			? document.lines.flatMap((line) =>
					'account' in line ? [[accountText(line.account), line.category] as const] : [],
				)
			: [],
	);
	return entries(document).map(({ account, amount }) => ({
		key: document.key,
		account: account.replace(/ \([^()]*\)$/, ''),
		isTax: false,
		what: categories.get(account) ?? document.document,
		amount,
	}));
}
