import type { RunResult } from '../../engine/index.mts';
import { itemsOf, postedBy, templateFile } from './ledgerMonth.mts';
import { parametersOf, startMerchant, type Merchant } from './merchant.mts';
import { smallShop } from './badShop.mts';

// Jest cannot require the ES modules that n8n's form loads for its pages.
jest.mock('sanitize-html', () => ({}));

const POST = 'Post to QuickBooks';
const DAYS = [
	'Date,Description,Amount',
	'2026-10-01,Payout from Shopify Payments,812.40',
	'2026-10-02,Canva subscription,-12.99',
	'2026-10-02,Canva subscription,-12.99',
	'2026-10-03,Cashback reward,1.30',
	'2026-10-05,Transfer to Checking,-500.00',
];

let merchant: Merchant;
beforeAll(async () => {
	merchant = await startMerchant({ shop: smallShop(1) });
});
afterAll(async () => await merchant.close());

/** The form with this file dropped in. */
async function drop(lines: string[], shop = 'demo-shop.myshopify.com'): Promise<RunResult> {
	const workflow = templateFile(9);
	const parameters = parametersOf(workflow, 'Turn rows into entries');
	parameters.shop = shop;
	const canva = { contains: 'canva', account: 'Software', accountType: 'Expense' };
	const { rows } = parameters.rules as { rows: object[] };
	rows.push({ ...canva, direction: 'Out', book: 'account', vendor: 'Canva' });
	const data = Buffer.from(lines.join('\n'), 'utf8').toString('base64');
	const file = { data, mimeType: 'text/csv', fileName: 'export.csv', fileExtension: 'csv' };
	const result = await merchant.run(workflow, {
		items: [{ json: { submittedAt: '2026-11-01' }, binary: { Balance_export: file } }],
	});
	expect([result.status, result.error?.message]).toEqual(['success', undefined]);
	return result;
}

it('does not start while the shop is not named, as a row would not know its key', async () => {
	await expect(drop(DAYS, '')).rejects.toThrow(/"Shop" is required/);
});

it('books the rows of the file, and leaves payouts to template 5', async () => {
	const result = await drop(DAYS);
	expect(itemsOf(result, 'Held: what to do')).toEqual([]);
	expect(postedBy(result, POST)).toEqual({ Deposit: 1, Expense: 2, Transfer: 1 });
	expect(itemsOf(result, 'Skipped: booked elsewhere')).toEqual([
		{
			row: '2026-10-01, Payout from Shopify Payments, 812.40',
			reason: expect.stringMatching(/\w+ \w+/),
		},
	]);
	const { company } = merchant.quickBooks;
	const [balance] = company.all('Account').filter(({ Name }) => Name === 'Shopify Balance');
	expect(Number(balance.CurrentBalance)).toBeCloseTo(-12.99 * 2 + 1.3 - 500, 2);
});

it('books rows once when exports overlap, and holds a row that no rule fits', async () => {
	const result = await drop([
		...DAYS,
		'2026-10-06,Canva subscription,-12.99',
		'2026-10-07,Unknown shop,-3.00',
	]);
	expect(postedBy(result, POST)).toEqual({ Expense: 1 });
	expect(itemsOf(result, 'Held: what to do')).toEqual([
		{
			row: expect.stringMatching(/\w/),
			whatHappened: expect.stringMatching(/\w+ \w+/),
			whatToDo: expect.stringMatching(/\w+ \w+/),
		},
	]);
});
