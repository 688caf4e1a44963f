import type { DocumentTax } from '../../nodes/accounting/documents';
import type { PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { productLine, receipt, vatReceipt } from './documents';

let books: Books;
afterEach(async () => await books.close());

const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);

it("owes automated sales tax to the agency of the goods' place", async () => {
	books = await openBooks({ company: 'us-automated' });
	const shipTo = { city: 'New York', state: 'NY', zip: '10001', country: 'US' };
	const [posted] = await books.post([receipt(1, { shipTo })], ALL);
	expect(posted).toMatchObject({ ok: true });
	const journal = posted.ok ? books.journal(posted.booked) : [];
	expect(journal.filter((row) => row.includes('California'))).toEqual([]);
	expect(journal.filter((row) => row.includes('New York'))).not.toEqual([]);
});

it('tells taxes of one name and rate apart by country', async () => {
	books = await openBooks({ company: 'uk-vat' });
	const inCountry = (country: string) => {
		const tax: DocumentTax = { title: 'VAT', rate: '0.2', country, amount: '8.00' };
		const lines = [productLine({ taxes: [tax] })];
		return { lines, taxes: [tax], total: '48.00' };
	};
	const rows = [
		{ title: 'VAT', rate: '20', country: 'FR', code: 'No Such Code' },
		{ title: 'VAT', rate: '20', country: 'gb', code: '20.0% S' },
	];
	const settings = { ...ALL, taxCodes: rows, noTaxCode: 'No VAT' };
	const results = await books.post(
		[vatReceipt(1, inCountry('GB')), vatReceipt(2, inCountry('FR'))],
		settings,
	);
	expect(statuses(results)[0]).toBe('Posted');
	expect(problemOf(results[1])?.what).toContain('No Such Code');
});

it('creates the customer of a new currency before its accounts', async () => {
	books = await openBooks({ company: 'multicurrency' });
	const { lines } = receipt(1);
	const untaxed = lines.map((line) => ({ ...line, taxes: [] }));
	const [posted] = await books.post(
		[
			receipt(1, {
				currency: 'SEK',
				lines: untaxed,
				taxes: [],
				taxTotal: '0.00',
				total: '45.00',
				depositTo: { account: 'Kronor', type: 'Bank' },
			}),
		],
		{ ...ALL, noTaxCode: 'No VAT' },
	);
	expect(problemOf(posted)).toBeUndefined();
});
