import type { AgreementFacts, SaleFacts } from '../facts/agreement';
import { Amounts, negated } from '../facts/amounts';
import type { Amount, OrderFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';
import { paymentsOf, type Payment } from './payments';
import { hasAgreement, PENDING, returnFees, takenBack } from './refundSales';
import { stateOf, successful, takesBack, type RefundState } from './refundState';
import type { SettledSale } from './settledSale';

/** Everything that happened to an order after its first sale, in the order it happened. */
export interface Timeline {
	first: SettledSale;
	edits: EditEvent[];
	refunds: RefundEvent[];
	/** Came in and belongs to no sale: the order is overpaid. */
	unexplained: Amount;
}

/** A later change of the order: more sold (positive value) or less. */
export interface EditEvent {
	agreement: AgreementFacts;
	sales: SaleFacts[];
	value: Amount;
	/** Paid by what the customer had good from a return or an earlier edit; on the way down: what he got good. */
	credit: Amount;
	payments: Payment[];
	/** What is still to be paid. */
	open: Amount;
}

export interface RefundEvent {
	refund: RefundFacts;
	sales: SaleFacts[];
	/** The refund, and failed ones before it whose goods its money is for. */
	goodsOf: RefundFacts[];
	/** Worth of what was given back, positive. */
	value: Amount;
	/** Successful, by whatever tender, positive. */
	money: Amount;
	/** Positive: left to the customer's good. Negative: paid out of what he had good. */
	credit: Amount;
	/** Gives back what came in beyond all that was sold. */
	overpaid: Amount;
	/** Given or kept beyond all that; positive is more than the sales explain. */
	difference: Amount;
	state: RefundState;
	/** Part of what the first document already leaves out. */
	isBeforeSale: boolean;
	/** Its goods are booked with an order edit. */
	isEdit: boolean;
}

/**
 * Walks through an order once, in time, and says what each later change was settled with. What one
 * event leaves to the customer's good the next one uses, so an exchange is counted once and only its
 * difference is money. An event depends on earlier ones alone: what was booked stays as it was.
 */
export function timelineOf(order: OrderFacts, first: SettledSale): Timeline {
	const payments = paymentsOf(order);
	const walk = new Walk(order, first);
	const known = new Set(first.payments.flatMap(({ transactions }) => transactions));
	const later = payments.filter(({ transactions: [payment] }) => !known.has(payment));
	const events = [
		...editsAfter(order, first).map((agreement) => ({
			at: Date.parse(agreement.happenedAt),
			rank: 0,
			run: () => walk.edit(agreement),
		})),
		...order.refunds.map((refund) => ({
			at: Date.parse(refund.processedAt),
			rank: 1,
			run: () => walk.refund(refund),
		})),
		...later.map((payment) => ({ at: payment.at, rank: 2, run: () => walk.payment(payment) })),
	].sort((a, b) => a.at - b.at || a.rank - b.rank);
	for (const { run } of events) run();
	return { first, edits: walk.edits, refunds: walk.refunds, unexplained: walk.unexplained };
}

/** Agreements that are neither in the first sale nor a refund's own. */
function editsAfter(order: OrderFacts, first: SettledSale): AgreementFacts[] {
	return (order.agreements ?? []).filter(
		(agreement) => agreement.refundId === null && !first.agreements.includes(agreement),
	);
}

class Walk {
	readonly edits: EditEvent[] = [];
	readonly refunds: RefundEvent[] = [];
	private readonly amounts: Amounts;
	/** What the customer has good. */
	private credit: Amount;
	private prepaid: Payment[] = [];
	private failed: RefundFacts[] = [];

	constructor(
		private readonly order: OrderFacts,
		private readonly first: SettledSale,
	) {
		this.amounts = Amounts.of(order);
		this.credit = this.amounts.zero;
	}

	get unexplained(): Amount {
		return this.amounts.sum(this.prepaid.map(({ amount }) => amount));
	}

	edit(agreement: AgreementFacts): void {
		const fees = new Set(this.order.refunds.flatMap((refund) => returnFees(this.order, refund)));
		const sales = agreement.sales.filter((sale) => !fees.has(sale));
		if (sales.length === 0) return;
		const { amounts } = this;
		const value = amounts.sum(sales.map(({ total }) => total));
		const isUp = !amounts.isNegative(value);
		const credit = isUp ? amounts.zero : negated(value);
		const open = isUp ? value : amounts.zero;
		this.edits.push({ agreement, sales, value, credit, payments: [], open });
		if (!isUp) this.credit = amounts.sum([this.credit, credit]);
		this.settleOpen();
	}

	payment(payment: Payment): void {
		this.prepaid.push(payment);
		this.settleOpen();
	}

	refund(refund: RefundFacts): void {
		const { amounts, order } = this;
		const money = amounts.sum(successful(refund).map(({ amount }) => amount));
		const goodsOf = this.withFailed(refund, money);
		const sales = goodsOf.flatMap((each) => takenBack(order, each));
		const value = this.valueOf(sales);
		const isBeforeSale = this.first.agreements.some(({ refundId }) => refundId === refund.id);
		const isEdit = !hasAgreement(order, refund) && amounts.isZero(money) && takesBack(refund);
		const isNothing = amounts.isZero(value) && amounts.isZero(money) && !isEdit;
		const state = stateOf(refund, isNothing);
		if (state === 'failed' && !isBeforeSale) this.failed.push(refund);
		const counts = state === 'done' && !isBeforeSale && !isEdit;
		const gap = counts ? amounts.subtract(value, money) : amounts.zero;
		const credit = this.creditOf(this.owedOf(refund, gap), value, money);
		const rest = this.differenceOf(gap, credit, money);
		const overpaid = this.overpaidIn(refund, rest);
		const difference = amounts.subtract(rest, overpaid);
		this.credit = amounts.sum([this.credit, credit]);
		const figures = { sales, goodsOf, value, money, credit, overpaid, difference };
		this.refunds.push({ refund, ...figures, state, isBeforeSale, isEdit });
		this.settleOpen();
	}

	/** Goods whose money did not get through are given back by the next money that has no goods. */
	private withFailed(refund: RefundFacts, money: Amount): RefundFacts[] {
		const { amounts, order, failed } = this;
		const own = this.valueOf(takenBack(order, refund));
		const isMore = amounts.isNegative(amounts.subtract(own, money));
		if (!isMore) return [refund];
		this.failed = [];
		return [...failed, refund];
	}

	private valueOf(sales: readonly SaleFacts[]): Amount {
		return negated(this.amounts.sum(sales.map(({ total }) => total)));
	}

	/** As far as more came in than was sold, money back is no goodwill. Coins rounded up are not too much. */
	private overpaidIn({ processedAt }: RefundFacts, rest: Amount): Amount {
		const { amounts, order, first } = this;
		if (amounts.isZero(rest) || amounts.isNegative(rest)) return amounts.zero;
		const paid = paymentsOf(order).filter(({ at }) => at <= Date.parse(processedAt));
		const { cashRounding } = order;
		const due = this.edits
			.filter(({ value }) => !amounts.isNegative(value))
			.map(({ value, credit }) => amounts.subtract(value, credit));
		const most = amounts.sum([
			first.total,
			...due,
			...(cashRounding.shop.isNegative() ? [] : [cashRounding]),
		]);
		const paidIn = amounts.sum(paid.map(({ amount }) => amount));
		const beyond = amounts.subtract(paidIn, most);
		if (amounts.isZero(beyond) || amounts.isNegative(beyond)) return amounts.zero;
		return amounts.upTo(rest, beyond);
	}

	/**
	 * The part of the gap that is owed. Without agreements nobody says whether money that is missing was
	 * kept or is owed, unless the refund does; as far as the order is not paid, it lowers that debt.
	 */
	private owedOf(refund: RefundFacts, gap: Amount): Amount {
		const { amounts, order } = this;
		const isOwed = refund.adjustments.some(({ reason }) => reason === PENDING);
		if (order.agreements !== null || isOwed || amounts.isNegative(gap)) return gap;
		const unpaid = this.unpaidAt(Date.parse(refund.processedAt));
		return amounts.isNegative(unpaid) ? amounts.zero : amounts.upTo(gap, unpaid);
	}

	private unpaidAt(moment: number): Amount {
		const paid = paymentsOf(this.order).filter(({ at }) => at <= moment);
		const settled = [...paid.map(({ amount }) => amount), this.credit];
		return this.amounts.subtract(this.first.total, this.amounts.sum(settled));
	}

	/** Value without money is the customer's good; money without value comes out of it, while it lasts. */
	private creditOf(gap: Amount, value: Amount, money: Amount): Amount {
		const { amounts } = this;
		if (amounts.isZero(gap)) return amounts.zero;
		if (!amounts.isNegative(gap)) return amounts.portion(value, amounts.measure(gap));
		if (amounts.isZero(this.credit)) return amounts.zero;
		const wanted = amounts.portion(money, amounts.measure(negated(gap)));
		const most = amounts.measure(this.credit);
		const taken = amounts.measure(wanted).compare(most) <= 0 ? amounts.measure(wanted) : most;
		return negated(amounts.portion(this.credit, taken));
	}

	private differenceOf(gap: Amount, credit: Amount, money: Amount): Amount {
		const { amounts } = this;
		const rest = amounts.subtract(credit, gap);
		if (amounts.isZero(rest)) return amounts.zero;
		if (amounts.isZero(money)) return rest;
		return amounts.portion(money, amounts.measure(rest));
	}

	/** The oldest change is settled first: by what the customer has good, then by what he paid. */
	private settleOpen(): void {
		const { amounts } = this;
		for (const edit of this.edits.filter(({ open }) => !amounts.isZero(open))) {
			if (!amounts.isZero(this.credit)) {
				const used = amounts.upTo(this.credit, edit.open);
				edit.credit = amounts.sum([edit.credit, used]);
				edit.open = amounts.subtract(edit.open, used);
				this.credit = amounts.subtract(this.credit, used);
			}
			this.payWithPrepaid(edit);
		}
	}

	private payWithPrepaid(edit: EditEvent): void {
		const { amounts } = this;
		while (this.prepaid.length > 0 && !amounts.isZero(edit.open)) {
			const [payment, ...rest] = this.prepaid;
			const used = amounts.upTo(payment.amount, edit.open);
			const left = amounts.subtract(payment.amount, used);
			edit.payments.push({ ...payment, amount: used });
			edit.open = amounts.subtract(edit.open, used);
			this.prepaid = amounts.isZero(left) ? rest : [{ ...payment, amount: left }, ...rest];
		}
	}
}
