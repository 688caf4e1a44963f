import type { Charge, LineDraft, OrderDraft, SaleDraft, ShippingDraft } from './draft.mts';
import { add, negate, subtract } from './money.mts';

/** Everything at which the order changed, ascending. */
export function momentsOf(draft: OrderDraft): number[] {
	const moments = [
		draft.createdAt,
		draft.cancelledAt ?? draft.createdAt,
		draft.terms?.completedAt ?? draft.createdAt,
		...draft.agreements.map(({ happenedAt }) => happenedAt),
		...draft.transactions.map(({ processedAt }) => processedAt),
		...draft.refunds.map(({ at }) => at),
	];
	return [...new Set(moments)].filter((at) => at >= draft.createdAt).sort((a, b) => a - b);
}

/**
 * The order as it was: a copy with everything later taken back, last thing first. Undefined before it
 * was placed. The generator makes an order in one go, so its past is found out afterwards.
 */
export function draftAt(draft: OrderDraft, moment: number): OrderDraft | undefined {
	if (moment < draft.createdAt) return undefined;
	const past = copyOf(draft);
	const later = past.agreements.filter(({ happenedAt }) => happenedAt > moment);
	past.refunds = past.refunds.filter(({ at }) => at <= moment);
	past.returns = past.returns.filter(({ at }) => at <= moment);
	past.agreements = past.agreements.filter(({ happenedAt }) => happenedAt <= moment);
	for (const { sales, reason } of later.reverse()) {
		for (const sale of [...sales].reverse()) takeBack(past, sale, reason === 'REFUND');
	}
	for (const line of past.shipping) restoreShipping(past, line);
	past.transactions = past.transactions.filter(({ processedAt }) => processedAt <= moment);
	if (past.cancelledAt !== null && past.cancelledAt > moment) {
		past.cancelledAt = null;
		past.cancelReason = null;
	}
	if (past.terms?.completedAt && past.terms.completedAt > moment) past.terms.completedAt = null;
	return past;
}

function takeBack(past: OrderDraft, sale: SaleDraft, isRefund: boolean): void {
	const { charge, actionType, quantity } = sale;
	if (charge === null) return;
	switch (actionType) {
		case 'ORDER':
			past.lines = past.lines.filter((line) => line !== charge);
			return;
		case 'UPDATE':
			takeBackDiscount(past, charge, sale);
			return;
		default:
			charge.returned += quantity ?? 0;
			if (isRefund && 'refunded' in charge) (charge as LineDraft).refunded += quantity ?? 0;
	}
}

function takeBackDiscount(past: OrderDraft, charge: Charge, sale: SaleDraft): void {
	const share = charge.discounts.pop();
	past.applications = past.applications.filter((each) => each !== share?.application);
	for (const { tax, amount } of sale.taxes) tax.amount = subtract(tax.amount, amount);
}

/** An edit removes a shipping line whole; refunds give it back in parts. */
function restoreShipping(past: OrderDraft, line: ShippingDraft): void {
	const sales = past.agreements.flatMap((agreement) => agreement.sales);
	const isRemoved = sales.some(
		({ charge, actionType, quantity }) =>
			charge === line && actionType === 'RETURN' && quantity !== null,
	);
	if (isRemoved) return;
	line.removed = false;
	const parts = sales.filter(
		({ charge, actionType }) => charge === line && actionType === 'RETURN',
	);
	if (parts.length === 0) {
		line.givenBack = null;
		return;
	}
	const rows = past.refunds.flatMap(({ shipping }) => shipping).filter((row) => row.line === line);
	line.givenBack = {
		net: add(...rows.map(({ subtotal }) => subtotal)),
		taxes: line.taxes.map((_, index) =>
			add(...parts.map((part) => negate(part.taxes[index].amount))),
		),
	};
}

/** What belongs to the whole shop, and what is made anew when the order is shown. */
const SHARED = new Set([
	'customer',
	'destination',
	'company',
	'location',
	'merchantOfRecord',
	'product',
	'variant',
	'card',
	'group',
]);

/** Copies what is the order's own; what occurs twice in it occurs twice in the copy. */
function copyOf(draft: OrderDraft): OrderDraft {
	const copies = new Map<object, object>();
	const copy = <T,>(value: T): T => {
		if (typeof value !== 'object' || value === null) return value;
		const known = copies.get(value);
		if (known !== undefined) return known as T;
		const made: object = Array.isArray(value) ? [] : {};
		copies.set(value, made);
		for (const [key, part] of Object.entries(value)) {
			if (key === 'object') continue;
			(made as Record<string, unknown>)[key] = SHARED.has(key) ? part : copy(part);
		}
		return made as T;
	};
	return copy(draft);
}
