import { open, posted, ref, refused, sold } from './helpers.mts';

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

describe('UK VAT', () => {
	const code = (books: Books, name: string) => ({ TaxCodeRef: ref(books, 'TaxCode', name) });

	it('adds tax per rate to net lines', () => {
		const books = open('uk-vat');
		const row = sell(books, [
			sold(books, 'Sales', 10.03, code(books, '20.0% S')),
			sold(books, 'Sales', 20, code(books, '5.0% R')),
			sold(books, 'Sales', 5, code(books, '0.0% Z')),
			sold(books, 'Sales', 1, code(books, 'No VAT')),
		]);

		expect(taxLines(row)).toEqual([
			[2.01, 20, 10.03],
			[1, 5, 20],
			[0, 0, 5],
		]);
		expect(row.TotalAmt).toBe(39.04);
		expect(posted(books, 'SalesReceipt', row.Id)).toContain('VAT Control -2.01');
	});

	it('rounds the net of each line with TaxInclusive, so a total can be some cents off', () => {
		const books = open('uk-vat');
		const mug = () =>
			sold(books, 'Sales', 8.33, { ...code(books, '20.0% S'), TaxInclusiveAmt: 9.99 });
		const row = sell(books, [mug(), mug(), mug()], { GlobalTaxCalculation: 'TaxInclusive' });

		expect(row.TotalAmt).toBe(29.99);
		expect((row.Line as Json[])[0]).toMatchObject({
			Amount: 8.33,
			SalesItemLineDetail: { TaxInclusiveAmt: 9.99 },
		});
	});

	const own = (books: Books, amount: number, rate: string): Json => ({
		Amount: amount,
		DetailType: 'TaxLineDetail',
		TaxLineDetail: { TaxRateRef: ref(books, 'TaxRate', rate), PercentBased: true, TaxPercent: 20 },
	});

	it('takes own tax amounts, one line for every rate', () => {
		const books = open('uk-vat');
		const row = sell(books, [sold(books, 'Sales', 10, code(books, '20.0% S'))], {
			TxnTaxDetail: { TotalTax: 2.01, TaxLine: [own(books, 2.01, 'SS-20.0')] },
		});

		expect(row.TotalAmt).toBe(12.01);
	});

	it.each([
		['a rate of another code', ['SR-5.0']],
		['a rate twice', ['SS-20.0', 'SS-20.0']],
	])('refuses own tax amounts with %s', (_title, rates) => {
		const books = open('uk-vat');
		const TaxLine = rates.map((rate) => own(books, 1, rate));
		const lines = [sold(books, 'Sales', 10, code(books, '20.0% S'))];

		expect(refused(() => sell(books, lines, { TxnTaxDetail: { TaxLine } })).code).toBe('6000');
	});

	it('refuses a line without a code, also a discount line', () => {
		const books = open('uk-vat');
		const good = sold(books, 'Sales', 10, code(books, '20.0% S'));
		const text = 'Make sure all your transactions have a VAT rate before you save.';

		expect(refused(() => sell(books, [sold(books, 'Sales', 10)]))).toMatchObject({
			code: '6000',
			detail: expect.stringContaining(text) as string,
		});
		const discount = { Amount: 1, DetailType: 'DiscountLineDetail', DiscountLineDetail: {} };
		expect(refused(() => sell(books, [good, discount])).detail).toContain(text);
	});

	it('forbids tax details where tax does not apply', () => {
		const books = open('uk-vat');
		const write = (more: Json) =>
			sell(books, [sold(books, 'Sales', 10)], { GlobalTaxCalculation: 'NotApplicable', ...more });

		expect(write({}).TotalAmt).toBe(10);
		expect(refused(() => write({ TxnTaxDetail: { TotalTax: 1 } })).code).toBe('6170');
	});

	it('claims tax on purchases back from the same account', () => {
		const books = open('uk-vat');
		const row = books.create('Purchase', {
			TxnDate: '2026-10-05',
			PaymentType: 'Cash',
			AccountRef: ref(books, 'Account', 'Checking'),
			Line: [
				{
					Amount: 10,
					DetailType: 'AccountBasedExpenseLineDetail',
					AccountBasedExpenseLineDetail: {
						AccountRef: ref(books, 'Account', 'Travel'),
						...code(books, '20.0% S'),
					},
				},
			],
		});

		expect(posted(books, 'Purchase', row.Id)).toEqual([
			'Checking -12.00',
			'Travel 10.00',
			'VAT Control 2.00',
		]);
	});

	it('gives a new code of the tax service its rates', () => {
		const books = open('uk-vat');
		const made = books.create('TaxService', {
			TaxCode: 'Danish 25',
			TaxRateDetails: [
				{ TaxRateName: 'DK25', RateValue: '25', TaxAgencyId: '1', TaxApplicableOn: 'Sales' },
			],
		});
		const line = sold(books, 'Sales', 100, { TaxCodeRef: { value: made.TaxCodeId } });

		expect(sell(books, [line]).TotalAmt).toBe(125);
	});
});
