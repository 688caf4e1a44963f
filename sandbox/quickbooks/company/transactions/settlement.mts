import type { Books } from '../books.mts';
import { amountOf, centsOf, scale, sum } from '../cents.mts';
import { business, cannotLink, missing, negativeAmount } from '../faults.mts';
import { list, object, refId, text } from '../json.mts';
import type { Entry } from '../ledger.mts';
import type { Link } from '../links.mts';
import type { Json, Row } from '../types.mts';
import { exchangeGainOrLoss } from './control-accounts.mts';
import { rateOf } from './head.mts';

/** A line of a Payment or BillPayment that names what it settles. */
export interface Settled {
	type: string;
	id: string;
	/** Cents really applied: never more than is open. */
	cents: number;
	row: Row;
	/** 1 for what is owed (Invoice, Bill), -1 for what is credited (CreditMemo, VendorCredit). */
	sign: 1 | -1;
}

export interface Settles {
	payer: { type: string; id: string };
	/** The party property that payer and paid must share. */
	party: 'CustomerRef' | 'VendorRef';
	partyId: string;
	currency: string;
	debts: string[];
	credits: string[];
}

/** Money paid out to a customer is linked by how it was paid; both are purchases in the books. */
const PURCHASES: Record<string, string> = { Expense: 'Cash', Check: 'Check' };

/** The row behind a link's type and id. */
function linkedRow(books: Books, type: string, id: string): Row | undefined {
	const paymentType = PURCHASES[type];
	const row = books.find(paymentType === undefined ? type : 'Purchase', id);
	return paymentType === undefined || row?.PaymentType === paymentType ? row : undefined;
}

function readLink(books: Books, line: Json, rules: Settles): Settled {
	const linked = list(line, 'LinkedTxn')[0];
	const type = text(linked, 'TxnType');
	const id = text(linked, 'TxnId');
	if (type === undefined || id === undefined) throw missing('Line.LinkedTxn.TxnId');
	if (![...rules.debts, ...rules.credits].includes(type)) {
		throw cannotLink(`${type} cannot be linked here`);
	}
	const row = linkedRow(books, type, id);
	if (row === undefined) throw cannotLink(`${type} ${id} not found`);
	if (refId(row, type in PURCHASES ? 'EntityRef' : rules.party) !== rules.partyId) {
		throw cannotLink(`${type} ${id} belongs to somebody else`);
	}
	if ((refId(row, 'CurrencyRef') ?? books.homeCurrency) !== rules.currency) {
		throw cannotLink(`${type} ${id} has another currency`);
	}
	const wanted = centsOf(line, 'Amount');
	if (wanted === undefined) throw missing('Line.Amount');
	if (wanted < 0) throw negativeAmount('Line.Amount');
	const open = (centsOf(row, 'TotalAmt') ?? 0) - books.links.settled(type, id, rules.payer);
	return {
		type,
		id,
		cents: Math.min(wanted, Math.max(open, 0)),
		row,
		sign: rules.debts.includes(type) ? 1 : -1,
	};
}

/** What the lines settle; lines whose target has nothing open any more fall away. */
export function readSettlements(books: Books, body: Json, rules: Settles): Settled[] {
	const settled = list(body, 'Line').map((line) => readLink(books, line, rules));
	return settled.filter((part) => part.cents > 0);
}

export function netOf(settled: Settled[]): number {
	return sum(settled.map((part) => part.cents * part.sign));
}

export function settlementLines(settled: Settled[]): Json[] {
	return settled.map((part) => ({
		Amount: amountOf(part.cents),
		LinkedTxn: [{ TxnId: part.id, TxnType: part.type }],
	}));
}

export function settlementLinks(row: Row): Pick<Link, 'toType' | 'toId' | 'cents'>[] {
	return list(row, 'Line').flatMap((line) =>
		list(line, 'LinkedTxn').map((linked) => ({
			toType: String(linked.TxnType),
			toId: String(linked.TxnId),
			cents: centsOf(line, 'Amount') ?? 0,
		})),
	);
}

/**
 * The control-account side of a payment: what is settled leaves at the rate it came in with, and the
 * difference to the rate of the day is an exchange gain or loss. `direction` is -1 where the debts are
 * debits (A/R) and 1 where they are credits (A/P).
 */
export function settlementEntries(
	books: Books,
	row: Row,
	money: Entry,
	control: (target: Row | undefined) => Entry,
	direction: 1 | -1,
	credits: string[],
): Entry[] {
	const rate = rateOf(row);
	const parts = settlementLinks(row).map((link): Entry => {
		const target = linkedRow(books, link.toType, link.toId);
		const sign = (credits.includes(link.toType) ? -1 : 1) * direction;
		const homeCents = scale(link.cents, target === undefined ? rate : rateOf(target)) * sign;
		return { ...control(target), cents: link.cents * sign, homeCents };
	});
	const left = -(money.cents + sum(parts.map((part) => part.cents)));
	const rest: Entry[] =
		left === 0 ? [] : [{ ...control(undefined), cents: left + 0, homeCents: scale(left, rate) }];
	const entries = [{ ...money, homeCents: scale(money.cents, rate) }, ...parts, ...rest];
	const difference = sum(entries.map((entry) => entry.homeCents ?? 0));
	if (difference === 0) return entries;
	return [
		...entries,
		{ accountId: exchangeGainOrLoss(books).Id, cents: 0, homeCents: -difference },
	];
}

export function checkNotOverApplied(applied: number, total: number): void {
	if (applied > total) {
		throw business('The amount applied is greater than the amount of the payment', 'TotalAmt');
	}
	if (applied < 0) throw business('More credit than debt is applied', 'Line');
}

export function accountOf(row: Json, part: string, name: string): string | undefined {
	return refId(object(row, part), name);
}
