import type { DocumentLine, InvoiceDocument } from '../documents';
import type { OrderFacts } from '../facts/order';
import { localDate } from '../localDate';
import { customerOf } from '../orderToSalesReceipt/customer';
import { identityOf } from '../orderToSalesReceipt/identity';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import { saleLines } from '../orderToSalesReceipt/saleLines';
import type { Outcome } from '../problems';
import { agreedLines } from '../sales/agreedLines';
import { extraLines } from '../sales/extraLines';
import { itemised } from '../sales/itemised';
import type { SettledSale } from '../sales/settledSale';
import { shipToField } from '../sales/shipTo';

/** The sale as it was placed, owed by the customer. Coins rounded at the till are never owed. */
export function invoiceOf(
	mapping: Mapping,
	sale: SettledSale | undefined,
): Outcome<InvoiceDocument> {
	const { order, policy } = mapping;
	const placed = sale === undefined ? mapping : { order: { ...order, total: sale.total }, policy };
	const sold = sale === undefined ? saleLines(mapping) : agreedLines(mapping, sale);
	if (!sold.ok) return sold;
	const identity = identityOf(placed);
	if (!identity.ok) return identity;
	const { shop } = order.cashRounding;
	const rounding = extraLines(policy, [['Cash Rounding', 'cashRounding', 'Cash rounding', shop]]);
	const lines: DocumentLine[] = [...sold.value, ...rounding];
	const { key, number, date, memo, source } = identity.value;
	return {
		ok: true,
		value: {
			document: 'Invoice',
			key,
			number,
			date,
			currency: order.currency,
			customer: customerOf(mapping),
			...shipToField(mapping.order),
			...termsOf(order, date),
			...(order.poNumber === null ? {} : { poNumber: order.poNumber }),
			pricesIncludeTax: order.taxesIncluded,
			...itemised(order.currency, lines),
			memo,
			source,
			...policy.dimensions,
		},
	};
}

/** Shopify's own due day where it names one; else the days of the terms, from the day of the order. */
function termsOf(order: OrderFacts, date: string): Pick<InvoiceDocument, 'terms' | 'dueDate'> {
	const { terms, shop } = order;
	if (terms === null) return {};
	const named = terms.dueAt === null ? undefined : localDate(terms.dueAt, shop.timeZone);
	const dueDate = named ?? (terms.dueInDays === null ? undefined : addDays(date, terms.dueInDays));
	const usual = terms.type === 'RECEIPT' ? 'Due on receipt' : undefined;
	const net = terms.dueInDays === null ? undefined : `Net ${terms.dueInDays}`;
	// A day of its own is no number of days that other invoices could share
	const name = terms.type === 'FIXED' ? undefined : (terms.name ?? usual ?? net);
	return {
		...(name === undefined ? {} : { terms: name }),
		...(dueDate === undefined ? {} : { dueDate }),
	};
}

const DAY = 86_400_000;

function addDays(date: string, days: number): string {
	return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
