import { open, posted, ref, refused, sold } from './helpers.mts';

type Json = Record<string, unknown>;
type Books = ReturnType<typeof open>;

const sell = (books: Books, Line: Json[], more: Json = {}) =>
	books.create('SalesReceipt', { TxnDate: '2026-10-05', Line, ...more });
const taxLines = (row: Json) =>
	((row.TxnTaxDetail as Json).TaxLine as { Amount: number; TaxLineDetail: Json }[]).map((line) => [
		line.Amount,
		line.TaxLineDetail.TaxPercent,
		line.TaxLineDetail.NetAmountTaxable,
	]);

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
