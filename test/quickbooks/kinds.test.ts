import { allKinds, COMPANIES } from './allKinds';
import { openBooks, statuses, type Books } from './books.mts';

/** Every kind of document in every kind of company; what each moves is written here by hand. */

let books: Books;
afterEach(async () => await books.close());

/** Cents of home currency, debits positive; the tax engine may split a tax over its agencies. */
interface Expected {
	receivable: string;
	tax: string;
	/** Home units for one unit of the documents' currency, in hundredths. */
	amounts: Record<
		'sale' | 'goods' | 'shipping' | 'saleTax' | 'refund' | 'goodsBack' | 'taxBack',
		number
	>;
}

const PLAIN = {
	sale: 4790,
	goods: 4000,
	shipping: 500,
	saleTax: 290,
	refund: 2145,
	goodsBack: 2000,
	taxBack: 145,
};
/** At 1.08 dollars: 51.73, 43.20, 5.40, 3.13; and 23.17, 21.60, 1.57. */
const EUROS = {
	sale: 5173,
	goods: 4320,
	shipping: 540,
	saleTax: 313,
	refund: 2317,
	goodsBack: 2160,
	taxBack: 157,
};

const EXPECTED: Record<(typeof COMPANIES)[number]['company'], Expected> = {
	'us-automated': {
		receivable: 'Accounts Receivable (A/R)',
		tax: 'California Department of Tax and Fee Administration Payable',
		amounts: PLAIN,
	},
	'us-manual': {
		receivable: 'Accounts Receivable (A/R)',
		tax: 'Board of Equalization Payable',
		amounts: PLAIN,
	},
	'uk-vat': { receivable: 'Accounts Receivable (A/R)', tax: 'VAT Control', amounts: PLAIN },
	multicurrency: {
		receivable: 'Accounts Receivable (A/R) - EUR',
		tax: 'Board of Equalization Payable',
		amounts: EUROS,
	},
};

describe.each(COMPANIES)('in a company of kind $company', ({ company, currency, settings }) => {
	const documents = allKinds(0, currency);
	const expected = EXPECTED[company];

	test('each kind is posted with its total, moves what it must, and is found again', async () => {
		books = await openBooks({ company });
		const results = await books.post(documents, settings);
		expect(statuses(results)).toEqual(Array(6).fill('Posted'));
		for (const [index, result] of results.entries()) {
			expect(result.ok && Number(result.booked.total)).toBe(Number(documents[index].total));
		}
		const moved = results.map((result) => (result.ok ? summed(books.journal(result.booked)) : {}));
		expect(moved).toEqual(movements(expected));
		expect(books.sandbox.company.all('Invoice').at(-1)?.Balance).toBe(0);
		const again = await books.post(documents, settings);
		expect(statuses(again)).toEqual(Array(6).fill('Already Posted'));
		expect(again.map((each) => each.ok && each.differences)).toEqual(Array(6).fill([]));
		expect(counts()).toEqual([1, 1, 1, 1, 1, 1]);
	});
});

const ENTITIES = ['SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo', 'Purchase'];

/** The use of a credit is a payment of nothing and of no kind of ours. */
function counts(): number[] {
	return ENTITIES.map(
		(entity) =>
			books.sandbox.company
				.all(entity)
				.filter(({ PrivateNote }) => !String(PrivateNote).includes('/Applied]')).length,
	);
}

/** Account -> cents; an account that occurs several times is added up. */
function summed(lines: readonly string[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const line of lines) {
		const [, account, cents] = /^(.*): (-?\d+)$/.exec(line) ?? [];
		sums[account] = (sums[account] ?? 0) + Number(cents);
	}
	return sums;
}

/** In the order of `allKinds`: credit refund, payment, refund receipt, credit memo, invoice, receipt. */
function movements({ receivable, tax, amounts }: Expected): Array<Record<string, number>> {
	const clearing = 'Shopify Payments Clearing';
	const sale = {
		'Sales of Product Income': -amounts.goods,
		'Shipping Income': -amounts.shipping,
		[tax]: -amounts.saleTax,
	};
	const back = { 'Sales of Product Income': amounts.goodsBack, [tax]: amounts.taxBack };
	return [
		{ [clearing]: -amounts.refund, [receivable]: amounts.refund },
		{ [clearing]: amounts.sale, [receivable]: -amounts.sale },
		{ [clearing]: -amounts.refund, ...back },
		{ [receivable]: -amounts.refund, ...back },
		{ [receivable]: amounts.sale, ...sale },
		{ [clearing]: amounts.sale, ...sale },
	];
}
