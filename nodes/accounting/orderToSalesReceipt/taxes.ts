import type { DocumentLine, DocumentTax } from '../documents';
import type { OrderFacts, TaxFacts } from '../facts/order';
import { Money } from '../money';

/** The taxes of one sale line, parted by who owes them to the authority. */
export interface LineTaxes {
	/** Ours to remit, one entry per title and rate. */
	ours: DocumentTax[];
	/** Collected and remitted by the channel or marketplace: no liability of the merchant. */
	marketplace: Money;
	/** Both together: what Shopify added to the price, or what the price contains. */
	total: Money;
}

export function lineTaxes(order: OrderFacts, taxes: readonly TaxFacts[]): LineTaxes {
	const theirs = taxes.filter((tax) => isMarketplaceTax(order, tax));
	const ours = taxes.filter((tax) => !isMarketplaceTax(order, tax));
	return {
		ours: byTitleAndRate(
			order.currency,
			ours.map(({ title, rate, amount }) => ({ title, rate, amount })),
		),
		marketplace: sumOf(order.currency, theirs),
		total: sumOf(order.currency, taxes),
	};
}

/** Shopify leaves the liability open on some orders; a marketplace that is the seller remits then. */
function isMarketplaceTax(order: OrderFacts, tax: TaxFacts): boolean {
	return tax.channelLiable ?? order.soldByMarketplace;
}

/** The taxes of all lines by title and rate, in the order of the alphabet. */
export function documentTaxes(currency: string, lines: readonly DocumentLine[]): DocumentTax[] {
	return byTitleAndRate(
		currency,
		lines.flatMap((line) =>
			line.taxes.map((tax) => ({ ...tax, amount: Money.parse(tax.amount, currency) })),
		),
	);
}

/** Two lines with the same key are taxed alike, so one discount line may stand for both. */
export function taxTreatment(taxes: readonly DocumentTax[]): string {
	return JSON.stringify(taxes.map(({ title, rate }) => [title, rate]));
}

/** The same taxes with nothing charged, for a discount line beside lines that already carry the tax. */
export function withoutAmount(currency: string, taxes: readonly DocumentTax[]): DocumentTax[] {
	const amount = Money.zero(currency).toDecimalString();
	return taxes.map(({ title, rate }) => ({ title, rate, amount }));
}

interface TaxAmount {
	title: string;
	rate: string;
	amount: Money;
}

function byTitleAndRate(currency: string, taxes: readonly TaxAmount[]): DocumentTax[] {
	const sums = new Map<string, TaxAmount>();
	for (const { title, rate, amount } of taxes) {
		const key = JSON.stringify([title, rate]);
		const before = sums.get(key)?.amount ?? Money.zero(currency);
		sums.set(key, { title, rate, amount: before.add(amount) });
	}
	return [...sums.values()]
		.sort((a, b) => inOrder(a.title, b.title) || inOrder(a.rate, b.rate))
		.map(({ title, rate, amount }) => ({ title, rate, amount: amount.toDecimalString() }));
}

/** By code unit, as a comparison by locale would differ from one machine to the next. */
function inOrder(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

function sumOf(currency: string, taxes: readonly TaxFacts[]): Money {
	return Money.sum(
		currency,
		taxes.map((tax) => tax.amount),
	);
}
