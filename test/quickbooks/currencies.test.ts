import type { PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { receipt, vatReceipt } from './documents';

let books: Books;
afterEach(async () => await books.close());

const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);

/** Untaxed, so that it fits any company. */
const plain = (n: number, currency: string, customer: string) => {
	const { lines } = receipt(n);
	const untaxed = lines.map((line) => ({ ...line, taxes: [] }));
	const depositTo = { account: `Clearing ${currency}`, type: 'Bank' as const };
	const none = { depositTo, taxes: [], taxTotal: '0.00', total: '45.00', lines: untaxed };
	return receipt(n, { ...none, currency, customer: { name: customer } });
};

it('are kept apart by customers of their own, whichever currency comes first', async () => {
	books = await openBooks({ company: 'multicurrency' });
	const settings = { ...ALL, noTaxCode: 'No VAT' };
	const { homeCurrency } = (await books.open(settings)).company;
	const foreign = homeCurrency === 'EUR' ? 'USD' : 'EUR';
	const results = await books.post(
		[
			plain(1, foreign, 'Ada Quill'),
			plain(2, homeCurrency, 'Ada Quill'),
			plain(3, foreign, `Shopify Customer (${foreign})`),
			plain(4, foreign, 'Ada Quill'),
		],
		settings,
	);
	expect(results.map(problemOf)).toEqual([undefined, undefined, undefined, undefined]);
	const customers = books.sandbox.company.all('Customer');
	const currencyOf = (name: string) =>
		customers
			.filter(({ DisplayName }) => DisplayName === name)
			.map(({ CurrencyRef }) => (CurrencyRef as { value: string }).value);
	expect(currencyOf('Ada Quill')).toEqual([homeCurrency]);
	expect(currencyOf(`Ada Quill (${foreign})`)).toEqual([foreign]);
	expect(currencyOf(`Shopify Customer (${foreign})`)).toEqual([foreign]);
});

it('are refused by a company with one, naming the setting that helps', async () => {
	books = await openBooks({ company: 'us-automated' });
	const results = await books.post([vatReceipt(1), receipt(2)]);
	expect(statuses(results)).toEqual(['foreign-currency', 'Posted']);
	expect(problemOf(results[0])?.fix).toContain("'Currency of the Books' to Shop Currency");
});
