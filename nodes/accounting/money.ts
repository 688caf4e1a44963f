import { Decimal } from 'decimal.js';

import { minorDigits } from './currencies';

/** Amounts have at most 15 digits; 60 leaves every product and quotient of two of them exact enough. */
const Exact = Decimal.clone({ precision: 60, toExpNeg: -60, toExpPos: 60 });

const DECIMAL_STRING = /^-?\d+(\.\d+)?$/;

/** How a result that falls between two minor units is rounded; always named where it happens. */
export type Rounding = 'halfUp' | 'halfEven';

const ROUNDING_MODES: Record<Rounding, Decimal.Rounding> = {
	halfUp: Decimal.ROUND_HALF_UP,
	halfEven: Decimal.ROUND_HALF_EVEN,
};

/** Thrown for misuse by the program (mixed currencies), and by `Money.parse` for unreadable text. */
export class MoneyError extends Error {
	override name = 'MoneyError';
}

export type ParsedMoney = { ok: true; value: Money } | { ok: false; reason: string };

/**
 * An exact amount of one currency, always a whole number of its minor units. Amounts of different
 * currencies cannot be added or compared, and nothing rounds unless the call names the rounding.
 */
export class Money {
	private constructor(
		readonly currency: string,
		private readonly digits: number,
		private readonly amount: Decimal,
	) {}

	/** No money at all. @throws MoneyError when the currency is not an ISO 4217 code. */
	static zero(currency: string): Money {
		return Money.parse('0', currency);
	}

	/** @throws MoneyError when `tryParse` would refuse the text. */
	static parse(text: string, currency: string): Money {
		const parsed = Money.tryParse(text, currency);
		if (!parsed.ok) throw new MoneyError(parsed.reason);
		return parsed.value;
	}

	/**
	 * Reads a decimal string such as "20.0" or "-3.45". Trailing zeros are harmless ("1000.0" yen);
	 * digits below the currency's minor unit are refused, never rounded away.
	 */
	static tryParse(text: string, currency: string): ParsedMoney {
		const digits = minorDigits(currency);
		if (digits === undefined) {
			return { ok: false, reason: `'${currency}' is not a currency that can be booked` };
		}
		if (!DECIMAL_STRING.test(text)) {
			return { ok: false, reason: `'${text}' is not an amount of money` };
		}
		const amount = new Exact(text);
		if (amount.decimalPlaces() > digits) {
			return { ok: false, reason: `'${text}' has more digits than ${currency} has (${digits})` };
		}
		return { ok: true, value: new Money(currency, digits, amount) };
	}

	/**
	 * So many pieces at a price each, which may have digits below the currency's minor unit; the product
	 * is rounded as named.
	 */
	static pieces(count: number, price: string, currency: string, rounding: Rounding): ParsedMoney {
		const zero = Money.tryParse('0', currency);
		if (!zero.ok) return zero;
		if (!DECIMAL_STRING.test(price)) {
			return { ok: false, reason: `'${price}' is not an amount of money` };
		}
		if (!Number.isSafeInteger(count)) throw new MoneyError('Only whole counts multiply exactly');
		const { digits } = zero.value;
		const exact = new Exact(price).times(count).toDecimalPlaces(digits, ROUNDING_MODES[rounding]);
		return { ok: true, value: zero.value.with(exact) };
	}

	/** Sum of any number of amounts; the currency is named so that a sum of none is not a guess. */
	static sum(currency: string, amounts: readonly Money[]): Money {
		return amounts.reduce((total, amount) => total.add(amount), Money.zero(currency));
	}

	add(other: Money): Money {
		return this.with(this.amount.plus(this.sameCurrency(other)));
	}

	subtract(other: Money): Money {
		return this.with(this.amount.minus(this.sameCurrency(other)));
	}

	negate(): Money {
		return this.with(this.amount.negated());
	}

	/** Negative, zero or positive, as for `Array.prototype.sort`. */
	compare(other: Money): number {
		return this.amount.comparedTo(this.sameCurrency(other));
	}

	equals(other: Money): boolean {
		return this.compare(other) === 0;
	}

	isZero(): boolean {
		return this.amount.isZero();
	}

	isNegative(): boolean {
		return this.amount.lessThan(0);
	}

	/**
	 * Splits the amount in proportion to whole, non-negative weights. Minor units that are left over go
	 * to the largest remainders, the first of equals first, so the shares always sum to the whole.
	 */
	allocate(weights: readonly number[]): Money[] {
		const total = weights.reduce((sum, weight) => sum + weight, 0);
		if (total <= 0 || !weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)) {
			throw new MoneyError('Weights must be whole, not negative, and not all zero');
		}
		const unit = new Exact(10).pow(-this.digits);
		const sign = this.amount.lessThan(0) ? -1 : 1;
		const units = this.amount.abs().dividedBy(unit);
		const exact = weights.map((weight) => units.times(weight).dividedBy(total));
		const shares = exact.map((share) => share.floor());
		const byRemainder = exact
			.map((share, index) => ({ index, remainder: share.minus(shares[index]) }))
			.sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index);
		const left = units.minus(Decimal.sum(0, ...shares)).toNumber();
		for (const { index } of byRemainder.slice(0, left)) shares[index] = shares[index].plus(1);
		return shares.map((share) => this.with(share.times(unit).times(sign)));
	}

	/** This amount times part/whole, rounded to the minor unit as named. @throws MoneyError if whole is 0. */
	share(part: Money, whole: Money, rounding: Rounding): Money {
		this.sameCurrency(whole);
		return this.proportion(part, whole, rounding);
	}

	/** As `share`, of a part and whole that are of another currency than this amount. */
	proportion(part: Money, whole: Money, rounding: Rounding): Money {
		if (whole.isZero()) throw new MoneyError('A share of nothing has no size');
		const exact = this.amount.times(whole.sameCurrency(part)).dividedBy(whole.amount);
		return this.with(exact.toDecimalPlaces(this.digits, ROUNDING_MODES[rounding]));
	}

	/** So many times the amount, exactly. */
	times(count: number): Money {
		if (!Number.isSafeInteger(count)) throw new MoneyError('Only whole counts multiply exactly');
		return this.with(this.amount.times(count));
	}

	/** The amount of one of `count` equal parts, or undefined when it is no whole number of minor units. */
	dividedExactlyBy(count: number): Money | undefined {
		if (!Number.isSafeInteger(count) || count <= 0) return undefined;
		const part = this.amount.dividedBy(count).toDecimalPlaces(this.digits, Decimal.ROUND_DOWN);
		return part.times(count).equals(this.amount) ? this.with(part) : undefined;
	}

	/** "12.30" (USD), "1230" (JPY), "1.230" (KWD). */
	toDecimalString(): string {
		return this.isZero() ? new Exact(0).toFixed(this.digits) : this.amount.toFixed(this.digits);
	}

	/** "12.30 USD", for messages. */
	toString(): string {
		return `${this.toDecimalString()} ${this.currency}`;
	}

	private with(amount: Decimal): Money {
		return new Money(this.currency, this.digits, amount);
	}

	private sameCurrency(other: Money): Decimal {
		if (other.currency !== this.currency) {
			throw new MoneyError(`${this.currency} and ${other.currency} cannot be mixed`);
		}
		return other.amount;
	}
}
