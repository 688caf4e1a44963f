import type { AccountType } from '../../accounting/documents';
import { at, isRecord, type Json, textAt } from '../json';
import {
	accountFinding,
	amountFinding,
	type Finding,
	keyFinding,
	maybeDateFinding,
	maybeTextFinding,
	textFinding,
} from './findings';

/** The kinds of documents of the ledger. */
export type LedgerKind =
	| 'Deposit'
	| 'Transfer'
	| 'Bill'
	| 'Bill Payment'
	| 'Expense'
	| 'Journal Entry';

/** What is wrong with the fields of a document of the ledger, beside those that all documents have. */
export function ledgerFinding(json: unknown, kind: LedgerKind): Finding {
	switch (kind) {
		case 'Deposit':
			return (
				typedAccount(json, 'depositTo', ['Bank', 'Other Current Asset']) ??
				linesFinding(json, depositLine)
			);
		case 'Transfer':
			return (
				typedAccount(json, 'from', ['Bank', 'Other Current Asset']) ??
				typedAccount(json, 'to', ['Bank', 'Other Current Asset'])
			);
		case 'Bill':
			return (
				spendingFinding(json) ??
				maybeDateFinding(json, 'dueDate') ??
				linesFinding(json, expenseLine)
			);
		case 'Expense':
			return (
				spendingFinding(json) ??
				typedAccount(json, 'payFrom', ['Bank', 'Credit Card', 'Other Current Asset']) ??
				linesFinding(json, expenseLine)
			);
		case 'Bill Payment':
			return textFinding(json, 'vendor') ?? typedAccount(json, 'payFrom', ['Bank', 'Credit Card']);
		case 'Journal Entry':
			return maybeNumber(json) ?? linesFinding(json, journalLine) ?? goodsFinding(json);
	}
}

function spendingFinding(json: unknown): Finding {
	return textFinding(json, 'vendor') ?? maybeNumber(json) ?? maybeTextFinding(json, 'taxTotal');
}

function maybeNumber(json: unknown): Finding {
	const number = textAt(json, 'number') ?? '';
	return (
		maybeTextFinding(json, 'number') ??
		(number.length > 21 ? `the number "${number}" is longer than 21 characters` : undefined)
	);
}

/** QuickBooks takes money to and from few types of account (Intuit's reference of each kind). */
function typedAccount(json: unknown, field: string, types: readonly AccountType[]): Finding {
	const finding = accountFinding(json, field);
	if (finding) return finding;
	const type = textAt(json, field, 'type') ?? '';
	return types.some((each) => each === type)
		? undefined
		: `the account '${textAt(json, field, 'account')}' is of type ${type}, and QuickBooks takes ${types.join(' or ')} here ('${field}')`;
}

function linesFinding(json: unknown, lineFinding: (line: Json) => Finding): Finding {
	const lines = at(json, 'lines');
	if (!Array.isArray(lines) || lines.length === 0) return "the field 'lines' is empty";
	if (!lines.every(isRecord)) return "the field 'lines' holds something that is no line";
	for (const [index, line] of lines.entries()) {
		const finding =
			maybeTextFinding(line, 'description') ??
			maybeTextFinding(line, 'category') ??
			amountFinding(line, 'amount') ??
			lineFinding(line);
		if (finding) return `line ${index + 1}: ${finding}`;
	}
	return undefined;
}

/** What Intuit lists for lines of deposits, and Bank, which its own tests use; no liabilities. */
const DEPOSITED: readonly AccountType[] = [
	'Bank',
	'Other Current Asset',
	'Equity',
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
];
const BANKED = ['Sales Receipt', 'Refund Receipt', 'Payment'];

function depositLine(line: Json): Finding {
	if (!Object.hasOwn(line, 'links')) {
		const finding = typedAccount(line, 'account', DEPOSITED) ?? partyFinding(line, 'receivedFrom');
		return finding?.includes('QuickBooks takes')
			? `${finding}. Set 'Book Payouts As' in 'Payout to Deposit' to 'Deposit', and let 'Balance to Bank Entry' book this as a journal entry`
			: finding;
	}
	const kind = textAt(line, 'links', 'document') ?? '';
	if (!BANKED.includes(kind)) {
		return `the field 'links.document' is none of ${BANKED.join(', ')}`;
	}
	const isNegative = (textAt(line, 'amount') ?? '').startsWith('-');
	return (
		keyFinding(line, 'links', 'key') ??
		(isNegative === (kind === 'Refund Receipt')
			? undefined
			: `the amount of a ${kind.toLowerCase()} is ${isNegative ? 'negative' : 'not negative'}`)
	);
}

function expenseLine(line: Json): Finding {
	return accountFinding(line, 'account') ?? maybeTextFinding(line, 'taxCode');
}

/** Receivables need to know who owes, payables who is owed. */
const NAMED: Readonly<Record<string, string>> = {
	'Accounts Receivable': 'customer',
	'Accounts Payable': 'vendor',
};

function journalLine(line: Json): Finding {
	const posting = textAt(line, 'posting');
	if (posting !== 'Debit' && posting !== 'Credit') {
		return "the field 'posting' is neither 'Debit' nor 'Credit'";
	}
	const finding = accountFinding(line, 'account') ?? partyFinding(line, 'name');
	if (finding) return finding;
	const type = textAt(line, 'account', 'type') ?? '';
	const needed = NAMED[type];
	return needed === undefined || textAt(line, 'name', needed) !== undefined
		? undefined
		: `an account of type ${type} needs a ${needed} ('name.${needed}')`;
}

/** Without its goods nobody can tell whether QuickBooks books their cost by itself. */
function goodsFinding(json: unknown): Finding {
	const goods = at(json, 'goods') ?? [];
	const lines = at(json, 'lines');
	const isCost =
		textAt(json, 'source', 'type') === 'Costs' ||
		(textAt(json, 'key') ?? '').includes('/Costs/') ||
		(Array.isArray(lines) &&
			lines.some((line) => textAt(line, 'category') === 'Cost of Goods Sold'));
	if (!Array.isArray(goods) || !goods.every(isRecord)) {
		return "the field 'goods' holds something that is no product";
	}
	if (goods.length === 0) {
		return isCost ? "it books the cost of goods, and the field 'goods' is empty" : undefined;
	}
	return goods
		.map((each) => textFinding(each, 'name') ?? maybeTextFinding(each, 'sku') ?? goodsCost(each))
		.find((finding) => finding !== undefined);
}

function goodsCost(goods: Json): Finding {
	if (!Number.isSafeInteger(goods.pieces)) return "'goods': the field 'pieces' is no whole number";
	return amountFinding(goods, 'cost');
}

function partyFinding(line: Json, field: string): Finding {
	const party = line[field];
	if (party === undefined || party === null) return undefined;
	const kind = isRecord(party) && Object.hasOwn(party, 'vendor') ? 'vendor' : 'customer';
	return textFinding(line, field, kind);
}
