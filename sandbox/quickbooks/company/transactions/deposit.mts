import type { Books } from '../books.mts';
import { amountOf, centsOf, scale, sum } from '../cents.mts';
import type { BuildContext, Handler, Posting } from '../entities/handler.mts';
import { business, cannotLink, invalidAccountType, missing, noLines } from '../faults.mts';
import { list, object, refId, text } from '../json.mts';
import type { Entry } from '../ledger.mts';
import type { Json, Row } from '../types.mts';
import { exchangeGainOrLoss } from './control-accounts.mts';
import { buildHead, rateOf } from './head.mts';
import { numberLines } from './lines.mts';
import { depositAccount, undepositedFunds } from './receipts.mts';
import { depositTax } from './deposit-tax.mts';

/** Intuit's list, and Bank, which its own SDK tests use. Liabilities are not on it. */
const SOURCES = [
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Other Current Asset',
	'Equity',
	'Cost of Goods Sold',
	'Bank',
];
const LINKABLE = ['Payment', 'SalesReceipt', 'RefundReceipt', 'JournalEntry', 'Transfer'];

/** What a transaction has put into Undeposited Funds, cents; a refund has taken out. */
function undepositedCents(books: Books, type: string, id: string): number {
	const funds = undepositedFunds(books).Id;
	const lines = books.ledger.of(type, id).filter((line) => line.accountId === funds);
	if (lines.length === 0) throw cannotLink(`${type} ${id} is not in Undeposited Funds`);
	return sum(lines.map((line) => line.foreignAmount));
}

function linkedLine(books: Books, line: Json, currency: string, selfId: string): Json {
	const linked = list(line, 'LinkedTxn')[0];
	// With a detail the line is read as a direct one, and that needs an account.
	if (line.DetailType !== undefined || line.DepositLineDetail !== undefined) {
		throw missing('Line.DepositLineDetail.AccountRef');
	}
	const type = text(linked, 'TxnType');
	const id = text(linked, 'TxnId');
	if (type === undefined || id === undefined) throw missing('Line.LinkedTxn.TxnId');
	if (text(linked, 'TxnLineId') === undefined) throw missing('Line.LinkedTxn.TxnLineId');
	const source = books.find(type, id);
	if (!LINKABLE.includes(type) || source === undefined) throw cannotLink(`${type} ${id} not found`);
	const others = books.links.to(type, id).filter((link) => link.fromId !== selfId);
	if (others.length > 0)
		throw cannotLink(`${type} ${id} is already in deposit ${others[0].fromId}`);
	if ((refId(source, 'CurrencyRef') ?? books.homeCurrency) !== currency) {
		throw cannotLink(`${type} ${id} has another currency`);
	}
	const cents = undepositedCents(books, type, id);
	const sent = centsOf(line, 'Amount');
	if (sent !== undefined && Math.abs(sent) !== Math.abs(cents)) {
		// Assumed: a transaction is deposited whole; no source says what a part would do.
		throw business(`The amount of ${type} ${id} is ${amountOf(cents)}`, 'Line.Amount');
	}
	return { ...line, Amount: amountOf(cents) };
}

function directLine(books: Books, line: Json): Json {
	if (centsOf(line, 'Amount') === undefined) throw missing('Line.Amount');
	if (text(line, 'DetailType') === undefined) throw missing('Line.DetailType');
	const detail = object(line, 'DepositLineDetail');
	const account = books.resolve(
		'Account',
		detail,
		'AccountRef',
		'Line.DepositLineDetail.AccountRef',
	);
	if (account === undefined) throw missing('Line.DepositLineDetail.AccountRef');
	if (!SOURCES.includes(String(account.AccountType))) {
		throw invalidAccountType('Line.DepositLineDetail.AccountRef');
	}
	books.resolve('Class', detail, 'ClassRef', 'Line.ClassRef');
	books.resolve('PaymentMethod', detail, 'PaymentMethodRef', 'Line.PaymentMethodRef');
	const entity = object(detail, 'Entity');
	const type = String(text(entity, 'type') ?? 'Customer').toLowerCase();
	if (entity !== undefined)
		books.resolve(type === 'vendor' ? 'Vendor' : 'Customer', detail, 'Entity');
	return line;
}

function cashBack(books: Books, body: Json): number {
	const back = object(body, 'CashBack');
	if (back === undefined) return 0;
	const account = books.resolve('Account', back, 'AccountRef', 'CashBack.AccountRef');
	if (account === undefined) throw missing('CashBack.AccountRef');
	if (account.Classification !== 'Asset') throw invalidAccountType('CashBack.AccountRef');
	return centsOf(back, 'Amount') ?? 0;
}

function build(books: Books, body: Json, context: BuildContext): Json {
	if (refId(body, 'DepositToAccountRef') === undefined) throw missing('DepositToAccountRef');
	if (body.Line === undefined) throw missing('Line');
	const sent = list(body, 'Line');
	if (sent.length === 0) throw noLines();
	const head = buildHead(books, body, context);
	depositAccount(books, body, head.currency);
	const lines = sent.map((line) =>
		list(line, 'LinkedTxn').length > 0
			? linkedLine(books, line, head.currency, context.id)
			: directLine(books, line),
	);
	const tax = depositTax(books, body, lines);
	const total =
		sum(lines.map((line) => centsOf(line, 'Amount') ?? 0)) + tax.total - cashBack(books, body);
	// Assumed: old help pages call it impossible, and what the API does today is not documented.
	if (total < 0) throw business('QuickBooks does not allow a negative deposit', 'TotalAmt');
	return {
		...head.content,
		...tax.more,
		Line: numberLines(lines, context.previous),
		TotalAmt: amountOf(total),
		...(head.currency === books.homeCurrency
			? {}
			: { HomeTotalAmt: amountOf(scale(total, head.rate)) }),
	};
}

function lineEntry(books: Books, row: Row, line: Json): Entry {
	const cents = -(centsOf(line, 'Amount') ?? 0) + 0;
	const linked = list(line, 'LinkedTxn')[0];
	if (linked !== undefined) {
		const funds = undepositedFunds(books).Id;
		const source = books.ledger.of(String(linked.TxnType), String(linked.TxnId));
		const home = sum(source.filter((part) => part.accountId === funds).map((part) => part.amount));
		return { accountId: funds, cents, homeCents: -home + 0 };
	}
	const detail = object(line, 'DepositLineDetail');
	return {
		accountId: String(refId(detail, 'AccountRef')),
		cents,
		homeCents: scale(cents, rateOf(row)),
		classId: refId(detail, 'ClassRef'),
		memo: text(line, 'Description'),
	};
}

function post(books: Books, row: Row): Posting {
	const rate = rateOf(row);
	const at = (accountId: string, cents: number): Entry => ({
		accountId,
		cents,
		homeCents: scale(cents, rate),
	});
	const lines = list(row, 'Line');
	const entries: Entry[] = [
		at(String(refId(row, 'DepositToAccountRef')), centsOf(row, 'TotalAmt') ?? 0),
		...lines.map((line) => lineEntry(books, row, line)),
		...depositTax(books, row, lines).entries.map((entry) => at(entry.accountId, entry.cents)),
	];
	const back = object(row, 'CashBack');
	if (back !== undefined)
		entries.push(at(String(refId(back, 'AccountRef')), centsOf(back, 'Amount') ?? 0));
	const difference = sum(entries.map((entry) => entry.homeCents ?? 0));
	if (difference !== 0) {
		entries.push({ accountId: exchangeGainOrLoss(books).Id, cents: 0, homeCents: -difference });
	}
	const links = lines.flatMap((line) =>
		list(line, 'LinkedTxn').map((linked) => ({
			toType: String(linked.TxnType),
			toId: String(linked.TxnId),
			cents: Math.abs(centsOf(line, 'Amount') ?? 0),
		})),
	);
	return { entries, links };
}

export const deposit: Handler = { deletable: true, build, post };
