import type { Books } from '../books.mts';
import { amountOf, centsOf } from '../cents.mts';
import type { BuildContext, Handler } from '../entities/handler.mts';
import { business, invalidAccountType, missing, negativeAmount, notInPlan } from '../faults.mts';
import { list, object, refId, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { checkAccountCurrency } from './account-currency.mts';
import { payables } from './control-accounts.mts';
import { documentNumber } from './doc-number.mts';
import { buildExpenseLines, expensePosting } from './expense-lines.mts';
import { buildHead } from './head.mts';
import { dueDate } from './receivable.mts';
import {
	checkNotOverApplied,
	netOf,
	readSettlements,
	settlementEntries,
	settlementLines,
	settlementLinks,
} from './settlement.mts';
import { showBalance } from './show-links.mts';

const CREDITS = ['VendorCredit'];

function needVendor(books: Books, body: Json): Row {
	if (books.plan.includes('Simple Start')) throw notInPlan(books.plan, 'Bills');
	const vendor = books.resolve('Vendor', body, 'VendorRef');
	if (vendor === undefined) throw missing('VendorRef');
	return vendor;
}

function payableAccount(books: Books, body: Json, currency: string): string {
	const account = books.resolve('Account', body, 'APAccountRef');
	if (account === undefined) return payables(books, currency).Id;
	if (account.AccountType !== 'Accounts Payable') throw invalidAccountType('APAccountRef');
	return account.Id;
}

function controlEntry(row: Row) {
	return {
		accountId: String(refId(row, 'APAccountRef')),
		cents: centsOf(row, 'TotalAmt') ?? 0,
		entity: { type: 'Vendor' as const, id: String(refId(row, 'VendorRef')) },
	};
}

function buildOwed(entity: string, books: Books, body: Json, context: BuildContext): Json {
	const vendor = needVendor(books, body);
	const head = buildHead(books, body, context, vendor);
	return {
		...head.content,
		...buildExpenseLines(books, body, head.date, context.previous),
		DocNumber: documentNumber(books, entity, body, context),
		APAccountRef: reference(payableAccount(books, body, head.currency)),
		...(entity === 'Bill' ? dueDate(books, body, vendor, head.date) : {}),
	};
}

export const bill: Handler = {
	deletable: true,
	build: (books, body, context) => buildOwed('Bill', books, body, context),
	post: (books, row) => expensePosting(books, row, controlEntry(row), 1),
	show: (books, row) => showBalance(books, 'Bill', row, 'Balance'),
};

export const vendorCredit: Handler = {
	deletable: true,
	build: (books, body, context) => buildOwed('VendorCredit', books, body, context),
	post: (books, row) => expensePosting(books, row, controlEntry(row), -1),
	show: (books, row) => showBalance(books, 'VendorCredit', row, 'Balance'),
};

/** The account a bill payment is made from, by its PayType. */
function payingAccount(books: Books, body: Json): Row {
	const check = text(body, 'PayType') === 'Check';
	if (text(body, 'PayType') === undefined) throw missing('PayType');
	const part = object(body, check ? 'CheckPayment' : 'CreditCardPayment');
	const name = check ? 'BankAccountRef' : 'CCAccountRef';
	const account = books.resolve('Account', part, name);
	if (account === undefined)
		throw missing(`${check ? 'CheckPayment' : 'CreditCardPayment'}.${name}`);
	if (account.AccountType !== (check ? 'Bank' : 'Credit Card')) throw invalidAccountType(name);
	return account;
}

function buildBillPayment(books: Books, body: Json, context: BuildContext): Json {
	const vendor = needVendor(books, body);
	const total = centsOf(body, 'TotalAmt');
	if (total === undefined) throw missing('TotalAmt');
	if (total < 0) throw negativeAmount('TotalAmt');
	const head = buildHead(books, body, context, vendor);
	checkAccountCurrency(books, payingAccount(books, body), head.currency, 'AccountRef');
	if (list(body, 'Line').length === 0) throw missing('Line');
	const settled = readSettlements(books, body, {
		payer: { type: 'BillPayment', id: context.id },
		party: 'VendorRef',
		partyId: vendor.Id,
		currency: head.currency,
		debts: ['Bill'],
		credits: CREDITS,
	});
	const content = {
		...head.content,
		DocNumber: documentNumber(books, 'BillPayment', body, context),
		APAccountRef: reference(payableAccount(books, body, head.currency)),
		Line: settlementLines(settled),
		TotalAmt: amountOf(total),
	};
	// Paying what is paid already is not refused: the payment comes back empty and voided.
	if (settled.length === 0) return { ...content, TotalAmt: 0, PrivateNote: 'Voided' };
	checkNotOverApplied(netOf(settled), total);
	if (netOf(settled) < total)
		throw business('The payment is greater than what is owed', 'TotalAmt');
	return content;
}

export const billPayment: Handler = {
	deletable: true,
	voidable: true,
	build: buildBillPayment,
	post(books, row) {
		const { accountId, entity } = controlEntry(row);
		const money = {
			accountId: payingAccount(books, row).Id,
			cents: -(centsOf(row, 'TotalAmt') ?? 0) + 0,
		};
		return {
			entries: settlementEntries(
				books,
				row,
				money,
				() => ({ accountId, cents: 0, entity }),
				1,
				CREDITS,
			),
			links: settlementLinks(row),
		};
	},
};
