import { open, posted, ref, sold } from './helpers.mts';

type Json = Record<string, unknown>;
type Books = ReturnType<typeof open>;

const TAX = { TaxCodeRef: { value: 'TAX' } };
const NON = { TaxCodeRef: { value: 'NON' } };

const sell = (books: Books, Line: Json[], more: Json = {}) =>
	books.create('SalesReceipt', { TxnDate: '2026-10-05', Line, ...more });
const taxOf = (row: Json) => (row.TxnTaxDetail as Json).TotalTax;
const taxLines = (row: Json) =>
	((row.TxnTaxDetail as Json).TaxLine as { Amount: number; TaxLineDetail: Json }[]).map((line) => [
		line.Amount,
		line.TaxLineDetail.TaxPercent,
		line.TaxLineDetail.NetAmountTaxable,
	]);

describe('US, manual rates', () => {
	const tucson = (books: Books) => ref(books, 'TaxCode', 'Tucson');

	it('computes each rate of the code on the TAX lines only', () => {
		const books = open('us-manual');
		const row = sell(books, [sold(books, 'Sales', 100, TAX), sold(books, 'Shipping', 10, NON)], {
			TxnTaxDetail: { TxnTaxCodeRef: tucson(books) },
		});

		expect(row.TotalAmt).toBe(119.1);
		expect(taxLines(row)).toEqual([
			[7.1, 7.1, 100],
			[2, 2, 100],
		]);
		expect(posted(books, 'SalesReceipt', row.Id)).toContain(
			'Arizona Dept. of Revenue Payable -7.10',
		);
	});

	it('takes an explicit TotalTax instead, but only with a code', () => {
		const books = open('us-manual');
		const lines = [sold(books, 'Sales', 100, TAX)];
		const detail = { TxnTaxCodeRef: tucson(books), TotalTax: 9.07 };

		expect(sell(books, lines, { TxnTaxDetail: detail }).TotalAmt).toBe(109.07);
		expect(sell(books, lines, { TxnTaxDetail: { TotalTax: 9.07 } }).TotalAmt).toBe(100);
	});

	it('takes the taxability of the item where a line says nothing', () => {
		const books = open('us-manual');
		const row = sell(books, [sold(books, 'Sales', 100), sold(books, 'Shipping', 10)]);
		const codes = (row.Line as Json[]).map(
			(line) => (line.SalesItemLineDetail as Json)?.TaxCodeRef,
		);

		expect(codes).toEqual([{ value: 'TAX' }, { value: 'NON' }, undefined]);
	});

	it('taxes before the discount unless told otherwise', () => {
		const books = open('us-manual');
		const lines = [
			sold(books, 'Sales', 100, TAX),
			{
				DetailType: 'DiscountLineDetail',
				DiscountLineDetail: { PercentBased: true, DiscountPercent: 10 },
			},
		];
		const more = { TxnTaxDetail: { TxnTaxCodeRef: ref(books, 'TaxCode', 'California') } };

		expect(sell(books, lines, more).TotalAmt).toBe(98);
		expect(sell(books, lines, { ...more, ApplyTaxAfterDiscount: true }).TotalAmt).toBe(97.2);
	});

	it('ignores tax when the company does not use sales tax', () => {
		const books = open('us-manual');
		books.preferences.TaxPrefs = { UsingSalesTax: false };
		const more = { TxnTaxDetail: { TxnTaxCodeRef: tucson(books), TotalTax: 9 } };

		expect(sell(books, [sold(books, 'Sales', 100, TAX)], more)).toMatchObject({
			TotalAmt: 100,
			TxnTaxDetail: { TotalTax: 0 },
		});
	});
});

describe('US, automated', () => {
	const ny = { ShipAddr: { Line1: '5 Main St', CountrySubDivisionCode: 'NY' } };

	it('goes by the address the goods are sent to, whatever code is sent', () => {
		const books = open('us-automated');
		const texas = ref(books, 'TaxCode', 'Texas Comptroller of Public Accounts');
		const more = { ...ny, TxnTaxDetail: { TxnTaxCodeRef: texas } };
		const row = sell(books, [sold(books, 'Sales', 100, TAX)], more);

		expect(taxOf(row)).toBe(8.88);
		expect((row.TxnTaxDetail as Json).TxnTaxCodeRef).not.toEqual(texas);
	});

	it('honours an explicit TotalTax to the cent and spreads it over the assigned rates', () => {
		const books = open('us-automated');
		const row = sell(books, [sold(books, 'Sales', 100, TAX)], {
			...ny,
			TxnTaxDetail: { TotalTax: 8.86 },
		});

		expect(row.TotalAmt).toBe(108.86);
		expect(taxLines(row).map(([amount]) => amount)).toEqual([3.99, 4.5, 0.37]);
	});

	it('puts a TotalTax for a state without registration on the out-of-scope agency', () => {
		const books = open('us-automated');
		const more = { ShipAddr: { CountrySubDivisionCode: 'WA' }, TxnTaxDetail: { TotalTax: 10.1 } };
		const row = sell(books, [sold(books, 'Sales', 100, TAX)], more);

		expect(posted(books, 'SalesReceipt', row.Id)).toContain('Out Of Scope Agency Payable -10.10');
	});

	it('books no tax without a TAX line', () => {
		const books = open('us-automated');
		const more = { ...ny, TxnTaxDetail: { TotalTax: 8 } };

		expect(sell(books, [sold(books, 'Sales', 100, NON)], more).TotalAmt).toBe(100);
	});

	it('drops the explicit tax when the document is edited without it', () => {
		const books = open('us-automated');
		const { Id } = sell(books, [sold(books, 'Sales', 100, TAX)], {
			...ny,
			TxnTaxDetail: { TotalTax: 8 },
		});
		const edited = books.update('SalesReceipt', {
			Id,
			SyncToken: '0',
			sparse: true,
			PrivateNote: 'x',
		});

		expect(edited.TotalAmt).toBe(108.88);
	});

	it('records no tax while the set-up is not finished', () => {
		const books = open('us-automated');
		books.preferences.TaxPrefs = { UsingSalesTax: true, PartnerTaxEnabled: false };

		expect(taxOf(sell(books, [sold(books, 'Sales', 100, TAX)], ny))).toBe(0);
	});
});
