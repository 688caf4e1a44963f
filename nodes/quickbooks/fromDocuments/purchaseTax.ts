import type { BillDocument, ExpenseDocument } from '../../accounting/documents';
import { taxOf } from '../../accounting/ledgerTotals';
import { Money } from '../../accounting/money';
import type { Company } from '../company';
import { plain } from '../exact';
import type { Json } from '../json';
import type { Refusal } from '../resolve/sought';
import type { TaxCode, TaxCodes, TaxRate } from '../resolve/taxCodes';
import { jsonNumber } from './amounts';

/** How a bill or expense carries tax that the company reclaims: a code per line, and the header. */
export type PurchaseTax =
	| { ok: true; lineCodes: Array<string | undefined>; header: Json }
	| { ok: false; refusal: Refusal };

type Spending = BillDocument | ExpenseDocument;

export function purchaseTax(document: Spending, company: Company, codes: TaxCodes): PurchaseTax {
	const { lines } = document;
	const isTaxed = !taxOf(document).isZero();
	const isCoded = lines.some(({ taxCode }) => taxCode);
	if (company.regime !== 'global') {
		if (isTaxed || isCoded) return { ok: false, refusal: noPurchaseTax(company) };
		return { ok: true, lineCodes: lines.map(() => undefined), header: {} };
	}
	if (!isCoded && isTaxed) return { ok: false, refusal: taxWithoutCode() };
	if (!isCoded) {
		const header = { GlobalTaxCalculation: 'NotApplicable' };
		return { ok: true, lineCodes: lines.map(() => undefined), header };
	}
	return coded(document, codes);
}

/** QuickBooks wants a code on every line once one has a code. */
function coded(document: Spending, codes: TaxCodes): PurchaseTax {
	const found: TaxCode[] = [];
	for (const { taxCode } of document.lines) {
		const sought = taxCode ? codes.forPurchases(taxCode) : codes.find([]);
		if (sought.state === 'refused') return { ok: false, refusal: sought.refusal };
		found.push(sought.code);
	}
	return {
		ok: true,
		lineCodes: found.map(({ id }) => id),
		header: { GlobalTaxCalculation: 'TaxExcluded', ...taxDetail(document, found) },
	};
}

/**
 * The vendor's own tax amount, where one rate takes all of it. Else QuickBooks divides it itself, and
 * posting proves the sum: a reverse-charge code has two rates that come to nothing.
 */
function taxDetail(document: Spending, found: readonly TaxCode[]): Json {
	const rates = new Map(
		found.flatMap(({ purchaseRates }) => purchaseRates.map((rate) => [rate.id, rate] as const)),
	);
	const charging = [...rates.values()].filter((rate) => rate.percent !== 0n);
	if (charging.length !== 1) return {};
	const { currency, lines } = document;
	const total = taxOf(document);
	const taxLine = (rate: TaxRate): Json => ({
		Amount: rate === charging[0] ? jsonNumber(total.toDecimalString()) : 0,
		DetailType: 'TaxLineDetail',
		TaxLineDetail: {
			TaxRateRef: { value: rate.id },
			PercentBased: true,
			TaxPercent: jsonNumber(plain(rate.percent)),
			NetAmountTaxable: jsonNumber(
				Money.sum(
					currency,
					lines
						.filter((_, index) => found[index].purchaseRates.some(({ id }) => id === rate.id))
						.map(({ amount }) => Money.parse(amount, currency)),
				).toDecimalString(),
			),
		},
	});
	return {
		TxnTaxDetail: {
			TotalTax: jsonNumber(total.toDecimalString()),
			TaxLine: [...rates.values()].map(taxLine),
		},
	};
}

function noPurchaseTax({ name, regime }: Company): Refusal {
	const why = regime === 'off' ? 'tracks no tax' : 'is a company in the US, which reclaims no tax';
	return {
		code: 'no-purchase-tax',
		what: `The document has tax on a purchase, and "${name}" ${why}`,
		fix: 'Leave the tax code empty in the mapping, so that the fee is booked with its tax',
	};
}

function taxWithoutCode(): Refusal {
	return {
		code: 'tax-without-code',
		what: "The document has tax ('taxTotal'), and none of its lines has a tax code",
		fix: 'Choose a tax code in the mapping',
	};
}
