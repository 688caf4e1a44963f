import type { DocumentLine, SalesReceiptDocument } from '../documents';
import type { OrderFacts } from '../facts/order';
import { readOrder } from '../facts/readOrder';
import type { SalesReceiptPolicy } from '../policy';
import type { Outcome, Problem } from '../problems';
import { agreedLines } from '../sales/agreedLines';
import { agreementsProblem } from '../sales/crossCheck';
import { paymentsOf } from '../sales/payments';
import { settledSale, type SettledSale } from '../sales/settledSale';
import { shipToField } from '../sales/shipTo';
import { customerOf } from './customer';
import { depositOf, type Deposit } from './deposit';
import { skipReason, type Skip } from './eligibility';
import { identityOf } from './identity';
import type { Mapping } from './saleLine';
import { saleLines, sumOfTaxes } from './saleLines';
import { settle } from './settlement';
import { documentTaxes } from './taxes';
import { tendersOf } from './tenders';

export type { Skip } from './eligibility';

/** A sales receipt, a reason why the order is no sale to book, or what keeps it from being booked. */
export type SalesReceiptOutcome =
	| { kind: 'document'; document: SalesReceiptDocument }
	| { kind: 'skipped'; skip: Skip }
	| { kind: 'problem'; problem: Problem };

/**
 * Maps one Shopify order to the sales receipt of its original sale. The same order and policy always
 * give the same document.
 *
 * @param item the order as Shopify Records gives it; unknown, so it is checked
 */
export function orderToSalesReceipt(
	item: unknown,
	policy: SalesReceiptPolicy,
): SalesReceiptOutcome {
	const read = readOrder(item, policy.booksCurrency);
	if (!read.ok) return { kind: 'problem', problem: read.problem };
	const first = firstSale(read.value);
	if (!first.ok) return { kind: 'problem', problem: first.problem };
	const skip = skipReason(read.value, first.value?.settledAt !== undefined);
	if (skip !== undefined) return { kind: 'skipped', skip };
	const mapped = salesReceipt({ order: read.value, policy }, first.value);
	return mapped.ok
		? { kind: 'document', document: mapped.value }
		: { kind: 'problem', problem: mapped.problem };
}

/** Undefined where the order carries no agreements: then its own fields say what was sold. */
function firstSale(order: OrderFacts): Outcome<SettledSale | undefined> {
	if (order.agreements === null) return { ok: true, value: undefined };
	const problem = agreementsProblem(order, order.agreements);
	if (problem !== undefined) return { ok: false, problem };
	return { ok: true, value: settledSale(order, order.agreements, paymentsOf(order)) };
}

/** The receipt of a paid sale: of what was agreed until it was paid, or of the order as it is. */
export function salesReceipt(
	whole: Mapping,
	first: SettledSale | undefined,
): Outcome<SalesReceiptDocument> {
	const mapping = first === undefined ? whole : { ...whole, order: narrowed(whole.order, first) };
	const { currency, taxesIncluded } = mapping.order;
	const sale = first === undefined ? saleLines(mapping) : agreedLines(mapping, first);
	if (!sale.ok) return sale;
	const payment = paymentOf(mapping);
	if (!payment.ok) return payment;
	const identity = identityOf(mapping);
	if (!identity.ok) return identity;
	const { key, number, date, memo, source } = identity.value;
	return {
		ok: true,
		value: {
			document: 'Sales Receipt',
			key,
			number,
			date,
			currency,
			customer: customerOf(mapping),
			...shipToField(mapping.order),
			...payment.value.deposit,
			lines: [...sale.value, ...payment.value.lines],
			taxes: documentTaxes(currency, sale.value),
			taxTotal: sumOfTaxes(currency, sale.value).toDecimalString(),
			pricesIncludeTax: taxesIncluded,
			total: payment.value.total,
			memo,
			source,
			...mapping.policy.dimensions,
		},
	};
}

/** The order as it was when its first sale was paid. */
function narrowed(order: OrderFacts, { total, payments }: SettledSale): OrderFacts {
	return { ...order, total, transactions: payments.flatMap(({ transactions }) => transactions) };
}

export interface ReceivedPayment {
	deposit: Deposit;
	/** Tenders that are no money, and what lies between the order's total and the money. */
	lines: DocumentLine[];
	/** The money received. */
	total: string;
}

export function paymentOf(mapping: Mapping): Outcome<ReceivedPayment> {
	const tenders = tendersOf(mapping.order);
	const settled = settle(mapping, tenders);
	if (!settled.ok) return settled;
	const deposit = depositOf(mapping.order, mapping.policy, tenders.gateways);
	if (!deposit.ok) return deposit;
	const { lines, received } = settled.value;
	return { ok: true, value: { deposit: deposit.value, lines, total: received.toDecimalString() } };
}
