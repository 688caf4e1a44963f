import type { Books } from '../books.mts';
import { centsOf, sum } from '../cents.mts';
import { missing } from '../faults.mts';
import { object, refId, text, without } from '../json.mts';
import type { Entry } from '../ledger.mts';
import { agencyAccount, regimeOf } from '../tax/rates.mts';
import { vatTax } from '../tax/vat.mts';
import type { Json } from '../types.mts';

/**
 * VAT on the direct lines of a deposit, outside the US and only where a line names a code: such a line
 * must say whether its tax counts as sales or purchase tax.
 */
export function depositTax(
	books: Books,
	body: Json,
	lines: Json[],
): { total: number; entries: Entry[]; more: Json } {
	const coded = lines.filter(
		(line) => refId(object(line, 'DepositLineDetail'), 'TaxCodeRef') !== undefined,
	);
	if (regimeOf(books) !== 'vat' || coded.length === 0) {
		return { total: 0, entries: [], more: { TxnTaxDetail: undefined } };
	}
	const side = (line: Json) => text(object(line, 'DepositLineDetail'), 'TaxApplicableOn');
	if (coded.some((line) => side(line) === undefined)) {
		throw missing('Line.DepositLineDetail.TaxApplicableOn');
	}
	const results = (['Sales', 'Purchase'] as const).map((wanted) => {
		const parts = coded
			.filter((line) => side(line) === wanted)
			.map((line) => ({
				amount: centsOf(line, 'Amount') ?? 0,
				sign: 1 as const,
				codeId: refId(object(line, 'DepositLineDetail'), 'TaxCodeRef'),
			}));
		return vatTax(books, without(body, 'TxnTaxDetail'), parts, wanted);
	});
	const rates = results.flatMap((result) => result.rates);
	return {
		total: sum(results.map((result) => result.total)),
		entries: rates.map((rate) => ({
			accountId: agencyAccount(books, rate.agencyId).Id,
			cents: -rate.tax + 0,
		})),
		more: {
			TxnTaxDetail: {
				TaxLine: results.flatMap((result) => (result.detail.TaxLine as Json[] | undefined) ?? []),
			},
		},
	};
}
