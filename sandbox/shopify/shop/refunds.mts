import { giveBackDuty, giveBackShipping } from './giveBack.mts';
import { netOf, shareOf } from './charges.mts';
import type { Context } from './context.mts';
import type {
	LineDraft,
	OrderDraft,
	RefundDraft,
	ReturnDraft,
	SaleDraft,
	ShippingDraft,
	TransactionDraft,
} from './draft.mts';
import { add, isZero, negate, subtract, ZERO, type Amount } from './money.mts';
import type { Location } from './model.mts';
import { addAgreement, amountSale, returnSale } from './sales.mts';
import { tenderAmount, transaction } from './tenders.mts';

export interface RefundPlan {
	at: number;
	note?: string;
	lines?: Array<{
		line: LineDraft;
		quantity: number;
		restock?: 'RETURN' | 'CANCEL' | 'NO_RESTOCK';
	}>;
	/** Shipping to give back: all that is left, or an amount in minor units before tax. */
	shipping?: Array<{ line: ShippingDraft; net?: number }>;
	duties?: LineDraft[];
	/** Money really given back, customer's currency; what the lines say when left out. */
	presentment?: number;
	/** Why the money differs from the lines. */
	reason?: string;
	/** The payments that are given back, each with what it can bear; the rest goes to the first. */
	to: Array<{
		parent: TransactionDraft | null;
		gateway?: string;
		presentment?: number;
		receipt?: Record<string, unknown>;
	}>;
	status?: TransactionDraft['status'];
	rateDrift?: number;
	location?: Location;
	return?: ReturnDraft;
	/** Part of the return that the customer took as other goods (and fees). */
	exchanged?: Amount;
	/** A cancelled order that was never paid: lines go back, no money is owed. */
	unpaid?: boolean;
}

/** Records a refund: its lines, its money, and the RefundAgreement of what it takes back. */
export function refund(context: Context, draft: OrderDraft, plan: RefundPlan): RefundDraft {
	const { ids } = context;
	const record: RefundDraft = {
		id: ids.gid('Refund'),
		at: plan.at,
		note: plan.note ?? null,
		lines: [],
		shipping: [],
		duties: [],
		adjustments: [],
		transactions: [],
		return: plan.return ?? null,
	};
	const sales: SaleDraft[] = [];
	for (const { line, quantity, restock } of plan.lines ?? []) {
		sales.push(returnSale(ids, draft, line.kind, line, quantity));
		record.lines.push({
			id: ids.gid('RefundLineItem'),
			line,
			quantity,
			...subtotalAndTax(line, quantity),
			restock: restock ?? 'RETURN',
			location: restock === 'NO_RESTOCK' ? null : (plan.location ?? context.locations[0]),
		});
		line.returned += quantity;
		line.refunded += quantity;
	}
	for (const { line, net } of plan.shipping ?? [])
		sales.push(giveBackShipping(context, draft, record, line, net));
	for (const line of plan.duties ?? [])
		for (const duty of line.duties) sales.push(giveBackDuty(context, draft, record, duty));
	const owed = subtract(
		negate(sales.length === 0 ? ZERO : add(...sales.map((sale) => sale.total))),
		plan.exchanged ?? ZERO,
	);
	const adjustment = settle(context, draft, plan, record, owed);
	if (adjustment) sales.push(adjustment);
	draft.refunds.push(record);
	addAgreement(ids, draft, {
		typename: 'RefundAgreement',
		reason: 'REFUND',
		happenedAt: plan.at,
		sales,
		refund: record,
	});
	return record;
}

function subtotalAndTax(line: LineDraft, quantity: number): { subtotal: Amount; tax: Amount } {
	const share = shareOf(line, line.returned, line.returned + quantity);
	return { subtotal: share.net, tax: share.tax };
}

/** Moves the money and explains the difference to the lines by an order adjustment. */
function settle(
	context: Context,
	draft: OrderDraft,
	plan: RefundPlan,
	record: RefundDraft,
	owed: Amount,
): SaleDraft | null {
	const settled = plan.exchanged !== undefined && owed.presentment <= 0;
	if (settled || plan.unpaid) return null;
	const total = plan.presentment ?? owed.presentment;
	let left = total;
	const shares = plan.to.map((target, index) => {
		const share = index === plan.to.length - 1 ? left : Math.min(left, target.presentment ?? left);
		left -= share;
		return share;
	});
	plan.to.forEach((target, index) => {
		if (shares[index] === 0) return;
		const tender = {
			gateway: target.gateway ?? target.parent!.gateway,
			at: plan.at,
			presentment: shares[index],
			rateDrift: plan.rateDrift,
			status: plan.status,
			receipt: target.receipt ?? target.parent?.receipt ?? undefined,
		};
		const row = transaction(
			context,
			draft,
			'REFUND',
			tenderAmount(draft, tender),
			tender,
			target.parent,
		);
		record.transactions.push(row);
	});
	if (plan.status === 'PENDING') {
		if (!isZero(owed)) addAdjustment(context, record, 'PENDING_REFUND_DISCREPANCY', owed);
		return null;
	}
	const gap = owed.presentment - total;
	if (gap === 0) return null;
	const amount = {
		presentment: gap,
		shop: tenderAmount(draft, { gateway: '', at: 0, presentment: gap }).shop,
	};
	addAdjustment(context, record, plan.reason ?? 'REFUND_DISCREPANCY', amount);
	return amountSale(context.ids, 'ADJUSTMENT', 'RETURN', amount);
}

export function addAdjustment(
	context: Context,
	record: RefundDraft,
	reason: string,
	amount: Amount,
): void {
	record.adjustments.push({ id: context.ids.gid('OrderAdjustment'), reason, amount });
}

/** Everything left of the order, back to how it was paid. */
export function refundAll(
	context: Context,
	draft: OrderDraft,
	plan: Omit<RefundPlan, 'lines' | 'shipping'> & { restock?: 'RETURN' | 'CANCEL' | 'NO_RESTOCK' },
): RefundDraft {
	return refund(context, draft, {
		...plan,
		lines: draft.lines
			.filter((line) => line.returned < line.quantity)
			.map((line) => ({ line, quantity: line.quantity - line.returned, restock: plan.restock })),
		shipping: draft.shipping
			.filter((line) => !line.removed && !isZero(netOf(line)))
			.map((line) => ({ line })),
		duties: draft.lines.filter((line) => line.duties.length > 0),
	});
}
