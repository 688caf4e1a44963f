import type { DocumentTax } from '../../nodes/accounting/documents';
import { ofPercent, percent } from '../../nodes/quickbooks/exact';
import type { PostResult } from '../../nodes/quickbooks/post';
import { ALL, openBooks, type Books } from './books.mts';
import { productLine, receipt, vatReceipt } from './documents';

const problemOf = (result: PostResult) => (result.ok ? undefined : result.problem);
const noteOf = (result: PostResult) => (result.ok ? (result.note ?? '') : 'refused');

/** Three lines of 0.99 with 0.20 each; 20 % of 2.97 are 0.59. */
function threePennies() {
	const line = (amount: string): DocumentTax => ({ title: 'GB VAT', rate: '0.2', amount });
	const lines = ['1', '2', '3'].map((sku) =>
		productLine({
			item: { ...productLine().item, sku, name: `Sticker ${sku}` },
			quantity: 1,
			unitPrice: '0.99',
			amount: '0.99',
			taxes: [line('0.20')],
		}),
	);
	return vatReceipt(1, { lines, taxes: [line('0.60')], taxTotal: '0.60', total: '3.57' });
}

describe('of a company with VAT', () => {
	let books: Books;
	beforeEach(async () => (books = await openBooks({ company: 'uk-vat' })));
	afterEach(async () => await books.close());
	const taxCodes = [{ title: 'GB VAT', rate: '20', code: '20.0% S' }];

	it('are seen in the plan, and written over to the penny', async () => {
		const answer = await books.plan([threePennies()], { ...ALL, taxCodes });
		const [planned] = answer.kind === 'done' ? answer.value : [];
		expect(planned).toMatchObject({
			action: 'Create',
			note: expect.stringMatching(
				/QuickBooks would compute 0.59 GBP, and Shopify charged 0.60 GBP/,
			),
		});
		const [posted] = await books.post([threePennies()], { ...ALL, taxCodes });
		expect(posted).toMatchObject({ ok: true, booked: { total: '3.57', taxTotal: '0.6' } });
		expect(noteOf(posted)).toContain('0.59 GBP');
	});

	it('hold the document where the user wants to look', async () => {
		const settings = { ...ALL, taxCodes, taxDifferences: 'hold' as const };
		const [refused] = await books.post([threePennies()], settings);
		expect(problemOf(refused)).toMatchObject({ code: 'tax-differs' });
		expect(problemOf(refused)?.fix).toContain("'Tax Differences'");
	});

	it('are none where both come to the same', async () => {
		const same = vatReceipt(1, {
			lines: [productLine({ taxes: [{ title: 'GB VAT', rate: '0.2', amount: '8.00' }] })],
			total: '48.00',
		});
		const settings = { ...ALL, taxCodes, taxDifferences: 'hold' as const };
		const [posted] = await books.post([same], settings);
		expect(noteOf(posted)).toBe('');
	});
});

it('are found with the rates of one document of a company with its own rates', async () => {
	const books = await openBooks({ company: 'us-manual' });
	const taxCodes = [{ title: '', rate: '', code: 'California' }];
	const [posted] = await books.post([receipt(1)], { ...ALL, taxCodes });
	await books.close();
	expect(noteOf(posted)).toMatch(
		/Of "California" QuickBooks would compute \d\.\d\d USD, and Shopify charged 2.90 USD/,
	);
});

it.each([
	['2.97', '20', 2, '0.59'],
	['2.975', '20', 2, '0.6'],
	['-0.25', '10', 2, '-0.03'],
	['105', '9.975', 2, '10.47'],
	['1005', '10', 0, '101'],
	['0', '20', 2, '0'],
])('compute %s at %s percent in %s digits as %s', (amount, rate, digits, expected) => {
	expect(ofPercent(amount, percent(rate) ?? 0n, digits)).toBe(expected);
});
