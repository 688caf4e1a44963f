import type { CreditRefundDocument } from '../documents';
import type { TransactionFacts } from '../facts/order';
import { legacyIdOf } from '../facts/readParts';
import { depositOf, type Deposit } from '../orderToSalesReceipt/deposit';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { tendersIn } from '../orderToSalesReceipt/tenders';
import type { Outcome } from '../problems';
import type { Header } from '../sales/header';
import type { SettledSale } from '../sales/settledSale';
import type { MoneyBack } from './moneyBack';

/** The account the money went out of: the one it came in to. Without money, the sale's. */
export function payerOf(
	{ order, policy }: Mapping,
	money: MoneyBack,
	first: SettledSale,
): Outcome<Deposit> {
	if (money.gateways.length === 0) {
		const paid = first.payments.flatMap(({ transactions }) => transactions);
		const before = depositOf(order, policy, tendersIn(order, paid).gateways);
		if (!before.ok) {
			return depositOf(order, policy, []);
		}
		return { ok: true, value: { depositTo: before.value.depositTo } };
	}
	const payer = depositOf(order, policy, money.gateways);
	if (payer.ok || payer.problem.code !== 'split-payment') return payer;
	const parts = money.gateways.map(({ name, amount }) => `${amount} by '${name}'`);
	return {
		ok: false,
		problem: {
			code: 'split-refund',
			what: `The money went back from different accounts: ${parts.join(', ')}`,
			where: `Order ${order.name}`,
			fix: "A refund receipt has one account only. Choose 'Credit Memo' as the document, which pays each part from its own account, or give these gateways the same account in 'Payment Accounts'.",
		},
	};
}

/** One document for each transaction of money paid out for a credit memo. */
export function creditRefunds(
	mapping: Mapping,
	header: Header,
	money: MoneyBack,
	memoKey: string,
): Outcome<CreditRefundDocument[]> {
	const documents: CreditRefundDocument[] = [];
	for (const transaction of money.transactions.filter(movesSomething)) {
		const document = creditRefund(mapping, header, transaction, memoKey);
		if (!document.ok) return document;
		documents.push(document.value);
	}
	return { ok: true, value: documents };
}

/** Coins that the till does not have may be all of a small amount. */
function movesSomething({ amount, rounding }: TransactionFacts): boolean {
	return !amount.shop.add(rounding).isZero();
}

function creditRefund(
	{ order, policy }: Mapping,
	header: Header,
	transaction: TransactionFacts,
	memoKey: string,
): Outcome<CreditRefundDocument> {
	const payer = depositOf(order, policy, tendersIn(order, [transaction]).gateways);
	if (!payer.ok) return payer;
	const { customer, date, currency, memo, source } = header;
	const { depositTo, paymentMethod } = payer.value;
	const id = transaction.id ?? `${source.id}/Transaction`;
	const total = transaction.amount.shop.add(transaction.rounding).toDecimalString();
	return {
		ok: true,
		value: {
			document: 'Credit Refund',
			key: `${order.shop.domain}/OrderTransaction/${legacyIdOf(id)}`,
			date,
			currency,
			customer,
			total,
			memo,
			source: { type: 'Transaction', id, name: source.name, shop: source.shop, total },
			...policy.dimensions,
			appliesTo: { document: 'Credit Memo', key: memoKey },
			refundFrom: depositTo,
			...(paymentMethod === undefined ? {} : { paymentMethod }),
		},
	};
}
