import type { Books } from '../books.mts';
import { amountOf, centsOf } from '../cents.mts';
import type { Handler } from '../entities/handler.mts';
import { business, invalidAccountType, missing, negativeAmount } from '../faults.mts';
import { compact, object, refId, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { receivables } from './control-accounts.mts';
import { buildHead } from './head.mts';
import { depositAccount, undepositedFunds } from './receipts.mts';
import { buildSalesForm } from './sales-form.mts';
import { salesPosting } from './sales-posting.mts';
import {
	checkNotOverApplied,
	netOf,
	readSettlements,
	settlementEntries,
	settlementLines,
	settlementLinks,
} from './settlement.mts';
import { linkedTxn, showBalance } from './show-links.mts';

const CREDITS = ['CreditMemo'];
/** An expense or check to a customer on Accounts Receivable is owed like an invoice. */
const DEBTS = ['Invoice', 'Expense', 'Check'];

function needCustomer(books: Books, body: Json): Row {
	const customer = books.resolve('Customer', body, 'CustomerRef');
	if (customer === undefined) throw missing('CustomerRef');
	return customer;
}

function addDays(day: string, days: number): string {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** The term of the document, of the party, or of the company decides the due date. */
export function dueDate(books: Books, body: Json, party: Row, date: string): Json {
	const fallback = refId(object(books.preferences, 'SalesFormsPrefs'), 'DefaultTerms');
	const termId =
		refId(body, 'SalesTermRef') ?? refId(party, 'SalesTermRef') ?? refId(party, 'TermRef');
	const term =
		books.resolve('Term', body, 'SalesTermRef') ?? books.find('Term', termId ?? fallback);
	const due = text(body, 'DueDate') ?? addDays(date, Number(term?.DueDays ?? 0));
	return compact({
		SalesTermRef: termId === undefined ? undefined : reference(termId),
		DueDate: due,
	});
}

function controlEntry(books: Books, row: Row) {
	const currency = refId(row, 'CurrencyRef') ?? books.homeCurrency;
	return {
		accountId: receivables(books, currency).Id,
		cents: centsOf(row, 'TotalAmt') ?? 0,
		entity: { type: 'Customer' as const, id: String(refId(row, 'CustomerRef')) },
	};
}

export const invoice: Handler = {
	deletable: true,
	voidable: true,
	build(books, body, context) {
		const customer = needCustomer(books, body);
		if (body.Deposit !== undefined && body.Deposit !== 0) {
			throw business('Deposits on invoices are turned off for this company', 'Deposit');
		}
		const { content } = buildSalesForm(books, 'Invoice', body, context);
		return {
			AllowOnlineACHPayment: false,
			AllowOnlineCreditCardPayment: false,
			AllowOnlinePayment: false,
			AllowIPNPayment: false,
			...content,
			...dueDate(books, body, customer, String(content.TxnDate)),
		};
	},
	post: (books, row) => salesPosting(books, row, controlEntry(books, row), 1),
	show: (books, row) => showBalance(books, 'Invoice', row, 'Balance'),
};

export const creditMemo: Handler = {
	deletable: true,
	build(books, body, context) {
		needCustomer(books, body);
		return buildSalesForm(books, 'CreditMemo', body, context).content;
	},
	post: (books, row) => salesPosting(books, row, controlEntry(books, row), -1),
	show: (books, row) => showBalance(books, 'CreditMemo', row, 'Balance', 'RemainingCredit'),
};

export const payment: Handler = {
	deletable: true,
	voidable: true,
	build(books, body, context) {
		const customer = needCustomer(books, body);
		const total = centsOf(body, 'TotalAmt');
		if (total === undefined) throw missing('TotalAmt');
		if (total < 0) throw negativeAmount('TotalAmt');
		const head = buildHead(books, body, context, customer);
		const receivable = books.resolve('Account', body, 'ARAccountRef');
		if (receivable !== undefined && receivable.AccountType !== 'Accounts Receivable') {
			throw invalidAccountType('ARAccountRef');
		}
		books.resolve('PaymentMethod', body, 'PaymentMethodRef');
		const settled = readSettlements(books, body, {
			payer: { type: 'Payment', id: context.id },
			party: 'CustomerRef',
			partyId: customer.Id,
			currency: head.currency,
			debts: DEBTS,
			credits: CREDITS,
		});
		checkNotOverApplied(netOf(settled), total);
		const account = depositAccount(books, body, head.currency) ?? undepositedFunds(books);
		return {
			...head.content,
			TotalAmt: amountOf(total),
			Line: settlementLines(settled),
			DepositToAccountRef: reference(account.Id),
			ProcessPayment: false,
		};
	},
	post(books, row) {
		const { accountId, entity } = controlEntry(books, row);
		const money = {
			accountId: String(refId(row, 'DepositToAccountRef')),
			cents: centsOf(row, 'TotalAmt') ?? 0,
		};
		const control = () => ({ accountId, cents: 0, entity });
		return {
			entries: settlementEntries(books, row, money, control, -1, CREDITS),
			links: settlementLinks(row),
		};
	},
	show(books, row) {
		const links = books.links.from('Payment', row.Id);
		const applied = links.reduce(
			(net, link) => net + (CREDITS.includes(link.toType) ? -link.cents : link.cents),
			0,
		);
		const deposits = linkedTxn(books, 'Payment', row.Id);
		return {
			...row,
			UnappliedAmt: amountOf((centsOf(row, 'TotalAmt') ?? 0) - applied),
			Line: links.map((link) => ({
				Amount: amountOf(link.cents),
				LinkedTxn: [{ TxnId: link.toId, TxnType: link.toType }],
			})),
			...(deposits.length === 0 ? {} : { LinkedTxn: deposits }),
		};
	},
};
