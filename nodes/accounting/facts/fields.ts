import { Money } from '../money';
import type { Amount } from './order';

/** The side of a money bag that is booked. */
export type Side = 'shopMoney' | 'presentmentMoney';

/** Remembers the first thing that is wrong, so that a reader can go on without throwing. */
export class Findings {
	first: string | undefined;

	add(finding: string): void {
		this.first ??= finding;
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads fields of an unknown object. A field that is missing or of the wrong kind is reported to the
 * findings with its full path, and a neutral value is returned; nothing read this way may be used
 * before the findings have been looked at.
 */
export class Fields {
	constructor(
		private readonly object: Record<string, unknown>,
		private readonly path: string,
		private readonly findings: Findings,
		/** ISO 4217 code that every booked amount must have. */
		private readonly currency: string,
		private readonly side: Side = 'shopMoney',
	) {}

	text(name: string): string {
		const value = this.object[name];
		if (typeof value === 'string' && value !== '') return value;
		return this.refuse(name, 'a text', '');
	}

	optionalText(name: string): string | null {
		return this.isAbsent(name) || this.object[name] === '' ? null : this.text(name);
	}

	flag(name: string): boolean {
		const value = this.object[name];
		return typeof value === 'boolean' ? value : this.refuse(name, 'true or false', false);
	}

	optionalFlag(name: string): boolean | null {
		return this.isAbsent(name) ? null : this.flag(name);
	}

	count(name: string): number {
		const value = this.object[name];
		const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
		return isCount ? value : this.refuse(name, 'a whole number', 0);
	}

	optionalCount(name: string): number | null {
		return this.isAbsent(name) ? null : this.count(name);
	}

	/** Of a sale; negative for what came back, nothing where Shopify counts nothing. */
	signedCount(name: string): number | null {
		const value = this.object[name];
		if (this.isAbsent(name) || (typeof value === 'number' && Number.isSafeInteger(value))) {
			return this.isAbsent(name) ? null : Number(value);
		}
		return this.refuse(name, 'a whole number', null);
	}

	/** A fraction such as 0.0725, as text; empty where Shopify gives none. */
	rate(name: string): string {
		const value = this.object[name];
		if (this.isAbsent(name)) return '';
		const text = typeof value === 'number' ? String(value) : value;
		if (typeof text === 'string' && /^\d+(\.\d+)?$/.test(text)) return text;
		return this.refuse(name, 'a tax rate such as 0.0725', '');
	}

	has(name: string): boolean {
		return !this.isAbsent(name);
	}

	nested(name: string): Fields {
		const value = this.object[name];
		const record = isRecord(value) ? value : this.refuse(name, 'an object', {});
		return this.within(record, this.pathOf(name));
	}

	list(name: string): Fields[] {
		const value = this.object[name];
		const entries: unknown[] = Array.isArray(value) ? value : this.refuse(name, 'a list', []);
		return entries.map((entry, index) => this.entry(entry, `${this.pathOf(name)}[${index}]`));
	}

	optionalList(name: string): Fields[] {
		return this.isAbsent(name) ? [] : this.list(name);
	}

	/** The booked side of a money bag. */
	money(name: string): Money {
		return this.nested(name).moneyOf(this.side, this.currency);
	}

	/** As `money`; nothing where the field is null or absent, as Shopify leaves out what does not apply. */
	optionalMoney(name: string): Money {
		return this.isAbsent(name) ? Money.zero(this.currency) : this.money(name);
	}

	moneyIfPresent(name: string): Money | null {
		return this.isAbsent(name) ? null : this.money(name);
	}

	amount(name: string): Amount {
		const bag = this.nested(name);
		return { shop: bag.moneyOf(this.side, this.currency), presentment: bag.presentment() };
	}

	optionalAmount(name: string): Amount {
		return this.isAbsent(name)
			? { shop: Money.zero(this.currency), presentment: null }
			: this.amount(name);
	}

	/** Shopify gives the amounts of transactions without sign; one with a sign is not understood. */
	notNegativeAmount(name: string): Amount {
		const amount = this.amount(name);
		if (amount.shop.isNegative()) this.refuse(name, 'an amount without sign', amount);
		return amount;
	}

	private usualCurrency(): string {
		return this.side === 'shopMoney' ? "the shop's currency" : "the customer's currency";
	}

	/** A single amount (MoneyV2) of a known currency. */
	moneyOf(name: string, currency: string, whose?: string): Money {
		const side = this.nested(name);
		const zero = Money.zero(currency);
		const code = side.text('currencyCode');
		if (code !== currency) {
			return side.refuse('currencyCode', `${whose ?? this.usualCurrency()} ${currency}`, zero);
		}
		const parsed = Money.tryParse(side.text('amount'), currency);
		return parsed.ok ? parsed.value : side.refuse('amount', `an amount of ${currency}`, zero);
	}

	/** Only needed to explain exchange differences, so what cannot be read is no reason to refuse. */
	private presentment(): Money | null {
		const side = this.object.presentmentMoney;
		if (!isRecord(side)) return null;
		const { amount, currencyCode } = side;
		if (typeof amount !== 'string' || typeof currencyCode !== 'string') return null;
		const parsed = Money.tryParse(amount, currencyCode);
		return parsed.ok ? parsed.value : null;
	}

	private isAbsent(name: string): boolean {
		return this.object[name] === undefined || this.object[name] === null;
	}

	private entry(value: unknown, path: string): Fields {
		if (!isRecord(value)) this.findings.add(`'${path}' must be an object`);
		return this.within(isRecord(value) ? value : {}, path);
	}

	private within(object: Record<string, unknown>, path: string): Fields {
		return new Fields(object, path, this.findings, this.currency, this.side);
	}

	private pathOf(name: string): string {
		return this.path === '' ? name : `${this.path}.${name}`;
	}

	private refuse<T>(name: string, expected: string, neutral: T): T {
		this.findings.add(
			`'${this.pathOf(name)}' must be ${expected}, but ${shown(this.object[name])}`,
		);
		return neutral;
	}
}

/** What stands there instead, short, and never the contents of an object (it may be personal data). */
function shown(value: unknown): string {
	if (value === undefined) return 'is missing';
	if (value === null) return 'is null';
	if (Array.isArray(value)) return 'is a list';
	if (typeof value === 'object') return 'is an object';
	return `is '${String(value).slice(0, 40)}'`;
}
