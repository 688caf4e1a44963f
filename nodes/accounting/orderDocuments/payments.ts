import type { CreditMemoDocument, DocumentLink, PaymentDocument } from '../documents';
import { Amounts } from '../facts/amounts';
import type { Amount, TransactionFacts } from '../facts/order';
import { legacyIdOf } from '../facts/readParts';
import { depositOf } from '../orderToSalesReceipt/deposit';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { creditKind, tendersIn } from '../orderToSalesReceipt/tenders';
import type { Outcome } from '../problems';
import { extraLines } from '../sales/extraLines';
import { headerOf, type Header } from '../sales/header';
import { itemised } from '../sales/itemised';
import { paymentsOf, type Payment } from '../sales/payments';
import type { Timeline } from '../sales/timeline';
import { editKey, orderKey } from './edits';

/**
 * One document for each payment of an invoice. Money is a payment; a gift card or store credit is no
 * money but a debt of the shop that is set against the invoice, which QuickBooks does by credit memo.
 */
export function paymentDocuments(
	mapping: Mapping,
	timeline: Timeline,
): Array<Outcome<PaymentDocument | CreditMemoDocument>> {
	const { order } = mapping;
	const open = openInvoices(mapping, timeline);
	return paymentsOf(order).flatMap((payment, index) => {
		const link = nextInvoice(mapping, open, payment);
		// Coins that the till does not have may be all of a small amount
		if (moved(payment).isZero()) return [];
		const header = headerOfPayment(mapping, payment, index);
		if (!header.ok) return [header];
		return creditKind(payment.transactions[0]) === undefined
			? moneyPayment(mapping, header.value, payment, link)
			: creditPayment(mapping, header.value, payment, link);
	});
}

interface OpenInvoice {
	key: string;
	at: number;
	open: Amount;
}

function openInvoices({ order }: Mapping, { first, edits }: Timeline): OpenInvoice[] {
	const amounts = Amounts.of(order);
	const original = { key: orderKey(order), at: Number.NEGATIVE_INFINITY, open: first.total };
	const more = edits
		.filter(({ value }) => !amounts.isNegative(value))
		.map((edit) => ({
			key: editKey(order, edit),
			at: Date.parse(edit.agreement.happenedAt),
			open: edit.value,
		}));
	return [original, ...more];
}

/** The oldest invoice that is not covered by earlier payments; the first one takes what is left over. */
function nextInvoice(
	{ order }: Mapping,
	invoices: OpenInvoice[],
	{ at, amount }: Payment,
): DocumentLink<'Invoice'> {
	const amounts = Amounts.of(order);
	const isOpen = ({ open }: OpenInvoice) => !amounts.isZero(open) && !amounts.isNegative(open);
	const found = invoices.find((invoice) => isOpen(invoice) && invoice.at <= at) ?? invoices[0];
	found.open = amounts.subtract(found.open, amount);
	return { document: 'Invoice', key: found.key };
}

function headerOfPayment(mapping: Mapping, payment: Payment, index: number): Outcome<Header> {
	const { order } = mapping;
	const [first] = payment.transactions;
	const id = first.id ?? `${order.id}/Payment/${index + 1}`;
	return headerOf(mapping, {
		key: `OrderTransaction/${first.id === null ? `${order.legacyId}-${index + 1}` : legacyIdOf(id)}`,
		suffix: `-P${index + 1}`,
		happenedAt: first.processedAt ?? order.processedAt,
		memo: `Payment of Shopify order ${order.name}`,
		source: {
			type: 'Transaction',
			id,
			name: `${order.name}-P${index + 1}`,
			total: moved(payment).toDecimalString(),
		},
	});
}

/** What arrived, coins rounded at the till included. */
function moved({ amount, transactions }: Payment) {
	const rounding = transactions.map(({ rounding: coins }: TransactionFacts) => coins);
	return rounding.reduce((sum, coins) => sum.add(coins), amount.shop);
}

function moneyPayment(
	{ order, policy }: Mapping,
	header: Header,
	payment: Payment,
	appliesTo: DocumentLink<'Invoice'>,
): Outcome<PaymentDocument> {
	const deposit = depositOf(order, policy, tendersIn(order, payment.transactions).gateways);
	if (!deposit.ok) return deposit;
	const { key, date, currency, customer, memo, source } = header;
	return {
		ok: true,
		value: {
			document: 'Payment',
			key,
			date,
			currency,
			customer,
			memo,
			source,
			...policy.dimensions,
			total: moved(payment).toDecimalString(),
			appliesTo,
			...deposit.value,
		},
	};
}

function creditPayment(
	{ order, policy }: Mapping,
	header: Header,
	payment: Payment,
	appliesTo: DocumentLink<'Invoice'>,
): Outcome<CreditMemoDocument> {
	const isCard = creditKind(payment.transactions[0]) === 'gift card';
	const lines = extraLines(policy, [
		isCard
			? ['Gift Card Redeemed', 'giftCards', 'Paid by gift card', payment.amount.shop]
			: ['Store Credit Redeemed', 'storeCredit', 'Paid by store credit', payment.amount.shop],
	]);
	return {
		ok: true,
		value: {
			document: 'Credit Memo',
			...header,
			appliesTo,
			...itemised(order.currency, lines),
		},
	};
}
