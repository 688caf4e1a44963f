import type { DocumentLine, DocumentTax, ItemisedDocument } from '../../accounting/documents';
import { Money } from '../../accounting/money';
import type { Company } from '../company';
import { fractionAsPercent, plain, scaled } from '../exact';
import type { Json } from '../json';
import { sameName } from '../resolve/names';
import type { Refusal } from '../resolve/sought';
import type { TaxCode, TaxCodes, TaxRate } from '../resolve/taxCodes';
import { jsonNumber } from './amounts';
import { taxDifference, type TaxDifference } from './taxDifference';

/** How a document carries Shopify's tax in one company: a code per line, and fields of the header. */
export type TaxFields =
	| {
			ok: true;
			lineCodes: Array<string | undefined>;
			header: Json;
			/** Undefined where QuickBooks computes in a way that is not known. */
			differences?: TaxDifference[];
	  }
	| { ok: false; refusal: Refusal };

/** Shopify's tax amounts are copied, never recomputed: every regime gets them as an override. */
export function taxFields(
	document: ItemisedDocument,
	company: Company,
	codes: TaxCodes,
): TaxFields {
	const taxed = !Money.parse(document.taxTotal, document.currency).isZero();
	switch (company.regime) {
		case 'us-automated':
			return usFields(document, {});
		case 'us-manual':
			return manualFields(document, codes);
		case 'global':
			return globalFields(document, codes);
		default:
			return taxed ? noTaxPossible(company) : untaxed(document);
	}
}

/** Automated sales tax spreads our total over the agencies that it finds itself. */
function usFields(document: ItemisedDocument, more: Json): TaxFields & { ok: true } {
	return {
		ok: true,
		lineCodes: document.lines.map((line) => (isTaxed(line) ? 'TAX' : 'NON')),
		header: { TxnTaxDetail: { ...more, TotalTax: jsonNumber(document.taxTotal) } },
	};
}

function manualFields(document: ItemisedDocument, codes: TaxCodes): TaxFields {
	const taxes = document.lines.filter(isTaxed).flatMap((line) => line.taxes);
	if (taxes.length === 0) return usFields(document, {});
	const sought = codes.find(taxes);
	if (sought.state === 'refused') return { ok: false, refusal: sought.refusal };
	const { id, name, rates } = sought.code;
	const { currency, lines, taxTotal } = document;
	const base = lines.filter(isTaxed).map(({ amount }) => Money.parse(amount, currency));
	const differences = taxDifference(
		name,
		Money.sum(currency, base),
		rates.map(({ percent }) => percent),
		Money.parse(taxTotal, currency),
	);
	const fields = usFields(document, { TxnTaxCodeRef: { value: id } });
	return { ...fields, differences };
}

function untaxed(document: ItemisedDocument): TaxFields {
	return { ok: true, lineCodes: document.lines.map(() => undefined), header: {} };
}

/** A discount line names the taxes of what it reduces with an amount of zero: it is taxed too. */
export function isTaxed(line: DocumentLine): boolean {
	return line.taxes.some(({ amount, rate }) => !isNothing(amount) || !isNothing(rate));
}

function isNothing(decimal: string): boolean {
	return (scaled(decimal) ?? 0n) === 0n;
}

function noTaxPossible(company: Company): TaxFields {
	return {
		ok: false,
		refusal: {
			code: 'sales-tax-off',
			what: `Sales tax is not set up in "${company.name}", and Shopify charged tax`,
			fix: 'Set up sales tax in QuickBooks (Taxes > Sales tax); it can be switched on there only',
		},
	};
}

/** What one of the company's tax rates gets of this document. */
interface RateShare {
	rate: TaxRate;
	net: Money;
	tax: Money;
}

function globalFields(document: ItemisedDocument, codes: TaxCodes): TaxFields {
	const shares = new Map<string, RateShare>();
	const lineCodes: string[] = [];
	for (const line of document.lines) {
		const sought = codes.find(line.taxes);
		if (sought.state === 'refused') return { ok: false, refusal: sought.refusal };
		lineCodes.push(sought.code.id);
		const refusal = addLine(shares, line, sought.code, document.currency);
		if (refusal) return { ok: false, refusal };
	}
	const header = {
		GlobalTaxCalculation: 'TaxExcluded',
		TxnTaxDetail: {
			TotalTax: jsonNumber(document.taxTotal),
			TaxLine: [...shares.values()].map(taxLine),
		},
	};
	const differences = [...shares.values()].flatMap(({ rate, net, tax }) =>
		taxDifference(rate.name, net, [rate.percent], tax),
	);
	return { ok: true, lineCodes, header, differences };
}

function addLine(
	shares: Map<string, RateShare>,
	line: DocumentLine,
	code: TaxCode,
	currency: string,
): Refusal | undefined {
	const zero = Money.zero(currency);
	const open = line.taxes.map((tax) => ({ tax, rate: rateFor(tax, code) }));
	const homeless = open.find(({ tax, rate }) => !rate && !isNothing(tax.amount));
	if (homeless) return noRate(homeless.tax, code);
	for (const rate of code.rates) {
		const share = shares.get(rate.id) ?? { rate, net: zero, tax: zero };
		const taxes = open
			.filter((each) => each.rate?.id === rate.id)
			.map(({ tax }) => Money.parse(tax.amount, currency));
		shares.set(rate.id, {
			rate,
			net: share.net.add(Money.parse(line.amount, currency)),
			tax: share.tax.add(Money.sum(currency, taxes)),
		});
	}
	return undefined;
}

/** The code's only rate; else the one of the tax's percentage, by name where two are alike. */
function rateFor(tax: DocumentTax, code: TaxCode): TaxRate | undefined {
	if (code.rates.length === 1) return code.rates[0];
	const rate = fractionAsPercent(tax.rate);
	const fitting = code.rates.filter((each) => each.percent === rate);
	return fitting.find((each) => sameName(each.name, tax.title)) ?? fitting.at(0);
}

function noRate(tax: DocumentTax, code: TaxCode): Refusal {
	return {
		code: 'tax-rate-not-in-code',
		what: `The QuickBooks tax code "${code.name}" has no rate for Shopify's tax "${tax.title}"`,
		fix: "Choose under 'Tax Codes' a code that holds this rate",
	};
}

function taxLine({ rate, net, tax }: RateShare): Json {
	return {
		Amount: jsonNumber(tax.toDecimalString()),
		DetailType: 'TaxLineDetail',
		TaxLineDetail: {
			TaxRateRef: { value: rate.id },
			PercentBased: true,
			TaxPercent: jsonNumber(plain(rate.percent)),
			NetAmountTaxable: jsonNumber(net.toDecimalString()),
		},
	};
}
