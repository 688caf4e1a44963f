import { Decimal } from 'decimal.js';

import type { Books } from '../books.mts';
import { amountOf, centsOf, percentOf, scale, sum } from '../cents.mts';
import { business, taxNotApplicable } from '../faults.mts';
import { list, object, refId, text } from '../json.mts';
import type { Json } from '../types.mts';
import { ratesOfCode, taxLine, type Rate, type TaxedRate } from './rates.mts';
import type { TaxResult } from './us.mts';

export interface VatLine {
	/** Cents as sent in Amount. */
	amount: number;
	/** Cents as sent in TaxInclusiveAmt. */
	inclusive?: number;
	/** -1 for a discount line. */
	sign: 1 | -1;
	codeId?: string;
}

export interface VatResult extends TaxResult {
	/** Net and gross cents per line, in the order of the lines. */
	nets: number[];
	gross: number[];
}

type Side = 'Sales' | 'Purchase';

function ratesOfLine(books: Books, line: VatLine, side: Side): Rate[] {
	if (line.codeId === undefined || !/^\d+$/.test(line.codeId)) {
		throw business(
			'Make sure all your transactions have a VAT rate before you save.',
			'TaxCodeRef',
		);
	}
	return ratesOfCode(books, books.need('TaxCode', line.codeId, 'Line.TaxCodeRef'), side);
}

function percentOfRates(rates: Rate[]): Decimal {
	return rates.reduce((total, rate) => total.plus(rate.percent), new Decimal(0));
}

/** Net of a line; with TaxInclusive it is rounded per line, as Intuit's page says. */
function netOf(line: VatLine, percent: Decimal, inclusive: boolean): number {
	if (!inclusive || line.inclusive === undefined) return line.amount;
	return scale(line.inclusive, new Decimal(100).dividedBy(percent.plus(100)));
}

function taxByRate(lines: { net: number; sign: number; rates: Rate[] }[]): TaxedRate[] {
	const byId = new Map<string, TaxedRate>();
	for (const line of lines) {
		for (const rate of line.rates) {
			const known = byId.get(rate.id) ?? { ...rate, base: 0, tax: 0 };
			known.base += line.net * line.sign;
			byId.set(rate.id, known);
		}
	}
	return [...byId.values()].map((rate) => ({ ...rate, tax: percentOf(rate.base, rate.percent) }));
}

/** The client's own tax amounts: one TaxLine for every rate of the codes used, each once. */
function override(rates: TaxedRate[], body: Json): TaxedRate[] {
	const sent = list(object(body, 'TxnTaxDetail'), 'TaxLine');
	if (sent.length === 0) return rates;
	const amounts = new Map<string, number>();
	for (const line of sent) {
		const id = refId(object(line, 'TaxLineDetail'), 'TaxRateRef');
		const known = rates.some((rate) => rate.id === id);
		if (id === undefined || !known || amounts.has(id)) {
			throw business(
				`The tax rate ${id ?? ''} does not belong to the tax codes of the lines, or is listed twice`,
			);
		}
		amounts.set(id, centsOf(line, 'Amount') ?? 0);
	}
	if (amounts.size !== rates.length) {
		throw business(
			'You must send all tax rates of a tax code, even if you change just one of them',
		);
	}
	return rates.map((rate) => {
		const tax = amounts.get(rate.id) ?? rate.tax;
		return { ...rate, tax, override: tax - rate.tax };
	});
}

/** Refuses lines without a VAT code (6000) and TxnTaxDetail where tax does not apply (6170). */
export function vatTax(books: Books, body: Json, lines: VatLine[], side: Side): VatResult {
	const calculation = text(body, 'GlobalTaxCalculation') ?? 'TaxExcluded';
	const amounts = lines.map((line) => line.amount);
	if (calculation === 'NotApplicable') {
		if (object(body, 'TxnTaxDetail') !== undefined) throw taxNotApplicable();
		return { detail: { TotalTax: 0 }, rates: [], total: 0, nets: amounts, gross: amounts };
	}
	const inclusive = calculation === 'TaxInclusive';
	const parts = lines.map((line) => {
		const rates = ratesOfLine(books, line, side);
		return { ...line, rates, net: netOf(line, percentOfRates(rates), inclusive) };
	});
	const rates = override(taxByRate(parts), body);
	const total = sum(rates.map((rate) => rate.tax));
	return {
		detail: { TotalTax: amountOf(total), TaxLine: rates.map(taxLine) },
		rates,
		total,
		nets: parts.map((part) => part.net),
		gross: parts.map(
			(part) => part.inclusive ?? part.net + percentOf(part.net, percentOfRates(part.rates)),
		),
	};
}
