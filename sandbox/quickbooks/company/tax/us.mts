import type { Books } from '../books.mts';
import { amountOf, centsOf, percentOf, prorate, sum } from '../cents.mts';
import { business, invalidTaxCode, notFound } from '../faults.mts';
import { object, refId, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import { ratesOfCode, taxLine, type Rate, type Regime, type TaxedRate } from './rates.mts';

export interface TaxResult {
	detail: Json;
	rates: TaxedRate[];
	/** Cents added to the lines. */
	total: number;
}

/**
 * The code of a line: TAX or NON and nothing else. Without one the item decides: all recorded creates
 * without a code came back NON, for items that were not taxable.
 */
export function usLineCode(detail: Json, item: Row | undefined): string {
	const sent = refId(detail, 'TaxCodeRef');
	if (sent === undefined) return item?.Taxable === true ? 'TAX' : 'NON';
	if (sent !== 'TAX' && sent !== 'NON') throw invalidTaxCode(sent);
	return sent;
}

const noTax = (): TaxResult => ({ detail: { TotalTax: 0 }, rates: [], total: 0 });

function chosenCode(books: Books, sent: Json | undefined): Row | undefined {
	const id = refId(sent, 'TxnTaxCodeRef');
	if (id === undefined || id === 'NON') return undefined;
	return books.need('TaxCode', id, 'TxnTaxDetail.TxnTaxCodeRef');
}

/** The engine goes by where the goods are sent; a state without a registration is out of scope. */
function assignedCode(books: Books, body: Json): Row {
	const address =
		object(body, 'ShipAddr') ?? object(body, 'BillAddr') ?? object(books.info, 'LegalAddr');
	const state =
		text(address, 'CountrySubDivisionCode') ??
		text(object(books.info, 'LegalAddr'), 'CountrySubDivisionCode');
	const codes = books.store.table('TaxCode').values();
	const code =
		codes.find((row) => row.Description === `Automated: ${String(state).toUpperCase()}`) ??
		codes.find((row) => row.Description === 'Automated: Out of scope');
	if (code === undefined)
		throw business("We're sorry, QuickBooks encountered an error while calculating tax.");
	return code;
}

function spread(rates: Rate[], base: number, totalTax: number | undefined): TaxedRate[] {
	const computed = rates.map((rate) => percentOf(base, rate.percent));
	if (totalTax === undefined) {
		return rates.map((rate, index) => ({ ...rate, base, tax: computed[index] }));
	}
	const parts = prorate(
		totalTax,
		rates.map((rate) => rate.percent),
	);
	return rates.map((rate, index) => ({
		...rate,
		base,
		tax: parts[index],
		override: parts[index] - computed[index],
	}));
}

/**
 * `taxable` is the sum of the TAX lines in cents. An explicit TotalTax is honoured and spread over the
 * rates; without a TAX line there is nothing to spread it on (assumed: no source says what happens).
 */
export function usTax(
	books: Books,
	regime: Regime,
	body: Json,
	taxable: number,
	anyTaxLine: boolean,
): TaxResult {
	if (text(body, 'GlobalTaxCalculation') === 'TaxInclusive') {
		throw business('GlobalTaxCalculation TaxInclusive is not supported for US companies');
	}
	if (regime === 'none') return noTax();
	const sent = object(body, 'TxnTaxDetail');
	const code = regime === 'us-automated' ? automated(books, body, sent) : chosenCode(books, sent);
	if (code === undefined) return noTax();
	const detail: Json = { TxnTaxCodeRef: reference(code.Id), TotalTax: 0 };
	if (!anyTaxLine) return { ...noTax(), detail };
	const rates = ratesOfCode(books, code, 'Sales');
	if (rates.length === 0) throw notFound();
	const taxed = spread(rates, taxable, centsOf(sent, 'TotalTax'));
	const total = sum(taxed.map((rate) => rate.tax));
	return {
		detail: { ...detail, TotalTax: amountOf(total), TaxLine: taxed.map(taxLine) },
		rates: taxed,
		total,
	};
}

/** A TxnTaxCodeRef that is sent must exist, but the engine replaces it by its own. */
function automated(books: Books, body: Json, sent: Json | undefined): Row {
	chosenCode(books, sent);
	return assignedCode(books, body);
}
