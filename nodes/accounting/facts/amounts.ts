import { Money } from '../money';
import type { Amount, OrderFacts } from './order';

/** Sums and parts of amounts that are known in the shop's and in the customer's currency. */
export class Amounts {
	private constructor(
		private readonly shop: string,
		private readonly presentment: string,
	) {}

	/** An order that hides some of its amounts in the customer's currency is looked at in the shop's. */
	static of(order: OrderFacts): Amounts {
		const isKnown = everyAmount(order).every(
			({ presentment }) => presentment?.currency === order.presentmentCurrency,
		);
		return new Amounts(order.currency, isKnown ? order.presentmentCurrency : order.currency);
	}

	get zero(): Amount {
		return { shop: Money.zero(this.shop), presentment: this.noPresentment };
	}

	/** The customer's side is known only when every part's is. */
	sum(amounts: readonly Amount[]): Amount {
		const something = amounts.filter(
			({ shop, presentment: side }) => side !== null || !shop.isZero(),
		);
		const presentment = something.flatMap(({ presentment: side }) =>
			side?.currency === this.presentment ? [side] : [],
		);
		const isKnown = presentment.length === something.length && this.noPresentment !== null;
		return {
			shop: Money.sum(
				this.shop,
				amounts.map((amount) => amount.shop),
			),
			presentment: isKnown ? Money.sum(this.presentment, presentment) : null,
		};
	}

	subtract(amount: Amount, less: Amount): Amount {
		return this.sum([amount, negated(less)]);
	}

	/**
	 * The side in which an order is settled: a customer who pays in another currency settles it exactly
	 * in that one, while the shop's currency moves between order, payment and refund.
	 */
	measure(amount: Amount): Money {
		return this.shop !== this.presentment && amount.presentment !== null
			? amount.presentment
			: amount.shop;
	}

	isZero(amount: Amount): boolean {
		return this.measure(amount).isZero();
	}

	isNegative(amount: Amount): boolean {
		return this.measure(amount).isNegative();
	}

	/** The part of `amount` whose measure is `part`; the shop's side in proportion, rounded half up. */
	portion(amount: Amount, part: Money): Amount {
		const whole = this.measure(amount);
		if (whole.equals(part)) return amount;
		return {
			shop: amount.shop.proportion(part, whole, 'halfUp'),
			presentment: amount.presentment?.proportion(part, whole, 'halfUp') ?? null,
		};
	}

	/** As much of `amount` as `limit` allows. */
	upTo(amount: Amount, limit: Amount): Amount {
		const most = this.measure(limit);
		return this.measure(amount).compare(most) <= 0 ? amount : this.portion(amount, most);
	}

	private get noPresentment(): Money | null {
		return this.presentment === this.shop ? Money.zero(this.shop) : zeroOf(this.presentment);
	}
}

function everyAmount(order: OrderFacts): Amount[] {
	const { agreements, transactions, refunds, cashRounding } = order;
	return [
		...(agreements ?? []).flatMap(({ sales }) => sales.map(({ total }) => total)),
		...transactions.map(({ amount }) => amount),
		...refunds.flatMap((refund) => [
			...refund.lines.flatMap(({ subtotal, tax }) => [subtotal, tax]),
			...refund.shipping.flatMap(({ subtotal, tax }) => [subtotal, tax]),
			...refund.transactions.map(({ amount }) => amount),
		]),
		cashRounding,
	].filter(({ shop, presentment }) => presentment !== null || !shop.isZero());
}

function zeroOf(currency: string): Money | null {
	const parsed = Money.tryParse('0', currency);
	return parsed.ok ? parsed.value : null;
}

export function negated(amount: Amount): Amount {
	return { shop: amount.shop.negate(), presentment: amount.presentment?.negate() ?? null };
}
