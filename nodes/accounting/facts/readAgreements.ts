import type { AgreementFacts, SaleFacts } from './agreement';
import type { Fields } from './fields';
import { inTime } from './inTime';
import type { TaxFacts, TermsFacts } from './order';
import { idOf, legacyIdOf } from './readParts';

/** The agreements in the order they happened; null where the item carries none. */
export function agreements(order: Fields): AgreementFacts[] | null {
	const entries = order.optionalList('agreements');
	if (entries.length === 0) return null;
	return inTime(entries.map(agreement), ({ happenedAt }) => happenedAt);
}

function agreement(entry: Fields): AgreementFacts {
	const id = entry.text('id');
	return {
		id,
		legacyId: legacyIdOf(id),
		happenedAt: entry.text('happenedAt'),
		reason: entry.text('reason'),
		refundId: idOf(entry, 'refund'),
		returnId: idOf(entry, 'return'),
		sales: entry.list('sales').map(sale),
	};
}

function sale(entry: Fields): SaleFacts {
	return {
		lineType: entry.text('lineType'),
		quantity: entry.signedCount('quantity'),
		total: entry.amount('totalAmount'),
		discount: entry.optionalMoney('totalDiscountAmountBeforeTaxes'),
		taxes: entry.optionalList('taxes').map(saleTax),
		lineItemId: idOf(entry, 'lineItem'),
		name: nameOf(entry),
	};
}

function saleTax(entry: Fields): TaxFacts {
	const line = entry.nested('taxLine');
	return {
		title: line.text('title'),
		rate: line.rate('rate'),
		channelLiable: line.optionalFlag('channelLiable'),
		amount: entry.money('amount'),
	};
}

function nameOf(entry: Fields): string | null {
	if (entry.has('shippingLine')) return entry.nested('shippingLine').optionalText('title');
	if (entry.has('additionalFee')) return entry.nested('additionalFee').optionalText('name');
	return null;
}

/** Payment terms with the day that the first payment is due. */
export function terms(order: Fields): TermsFacts | null {
	if (!order.has('paymentTerms')) return null;
	const fields = order.nested('paymentTerms');
	const [schedule] = fields.optionalList('paymentSchedules');
	return {
		type: fields.optionalText('paymentTermsType') ?? 'UNKNOWN',
		name: fields.optionalText('paymentTermsName'),
		dueInDays: fields.optionalCount('dueInDays'),
		dueAt: schedule?.optionalText('dueAt') ?? null,
	};
}
