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
			ours.map(({ title, rate, amount }) => ({ title, rate, ...countryOf(order), amount })),
		),
		marketplace: sumOf(order.currency, theirs),
		total: sumOf(order.currency, taxes),
	};
}

function countryOf({ shipTo }: OrderFacts): { country?: string } {
	return shipTo?.country === undefined ? {} : { country: shipTo.country };
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
	return JSON.stringify(taxes.map(taxKey));
}

/** The same taxes with nothing charged, for a discount line beside lines that already carry the tax. */
export function withoutAmount(currency: string, taxes: readonly DocumentTax[]): DocumentTax[] {
	const amount = Money.zero(currency).toDecimalString();
	return taxes.map((tax) => ({ ...tax, amount }));
}

type TaxAmount = Omit<DocumentTax, 'amount'> & { amount: Money };

/** What tells one tax from another. */
export function taxKey({ title, rate, country }: Omit<DocumentTax, 'amount'>): string {
	return JSON.stringify([title, rate, ...(country === undefined ? [] : [country])]);
}

function byTitleAndRate(currency: string, taxes: readonly TaxAmount[]): DocumentTax[] {
	const sums = new Map<string, TaxAmount>();
	for (const tax of taxes) {
		const before = sums.get(taxKey(tax))?.amount ?? Money.zero(currency);
		sums.set(taxKey(tax), { ...tax, amount: before.add(tax.amount) });
	}
	return [...sums.values()]
		.sort(
			(a, b) =>
				inOrder(a.title, b.title) ||
				inOrder(a.rate, b.rate) ||
				inOrder(a.country ?? '', b.country ?? ''),
		)
		.map(({ amount, ...tax }) => ({ ...tax, amount: amount.toDecimalString() }));
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
