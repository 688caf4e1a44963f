import type { AccountingDocument } from '../../nodes/accounting/documents';
import type { HttpRequest, SendHttp } from '../../nodes/quickbooks/http';
import { post } from '../../nodes/quickbooks/post';
import { openBooks, statuses, type Books } from './books.mts';
import {
	BANK,
	bill,
	billPayment,
	CLEARING,
	deposit,
	expense,
	journalEntry,
	LEDGER_COMPANIES,
	transfer,
} from './ledgerKinds';

/** What QuickBooks makes of a document is compared with what was sent, and taxes and currencies fit. */

let books: Books;
afterEach(async () => await books.close());

const [{ settings }, , UK, MULTI] = LEDGER_COMPANIES;
const rows = (entity: string) => books.sandbox.company.all(entity);
const last = (entity: string): Record<string, unknown> => rows(entity).at(-1) ?? {};

/** A QuickBooks that books something else than it is told. */
async function postTo(change: (body: string) => string, documents: readonly AccountingDocument[]) {
	const send: SendHttp = async (request: HttpRequest) => {
		const isBatch = request.url.includes('/batch') && request.body?.includes('"create"');
		return await books.send(isBatch ? { ...request, body: change(request.body ?? '') } : request);
	};
	const answer = await post(await books.open(settings, send), documents);
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return answer.value.results;
}

describe('a document that comes back with', () => {
	const EACH = [deposit(1), transfer(1), bill(1), expense(1), journalEntry(1)];
	beforeEach(async () => {
		books = await openBooks();
		await books.post([deposit(21), bill(21), expense(21), journalEntry(21)], settings);
	});

	test.each(EACH.map((document) => [document.document, document] as const))(
		'another account is deleted again: %s',
		async (_, document) => {
			const id = (name: string) => rows('Account').find(({ Name }) => Name === name)?.Id;
			const [ours, other] = [id(CLEARING.account), id('Savings')].map(String);
			const uses = JSON.stringify(document).includes(CLEARING.account);
			const [from, to] = uses ? [ours, other] : [String(id('Merchant Fees')), String(id('Travel'))];
			const before = books.sandbox.company.journal.length;
			const results = await postTo(
				(body) => body.replaceAll(`{"value":"${from}"}`, `{"value":"${to}"}`),
				[document],
			);
			expect(results[0]).toMatchObject({
				problem: { code: 'wrong-accounts', what: expect.stringContaining(`Account ${to}`) },
			});
			expect(books.sandbox.company.journal).toHaveLength(before);
		},
	);

	test('another amount on a line is deleted again', async () => {
		const results = await postTo(
			(body) =>
				body.replace('"Amount":12,', '"Amount":12.01,').replace('"Amount":1.5,', '"Amount":1.49,'),
			[bill(1)],
		);
		expect(statuses(results)).toEqual(['wrong-accounts']);
		expect(rows('Bill')).toHaveLength(1);
	});

	test('another total is deleted again', async () => {
		const results = await postTo(
			(body) => body.replace('"Amount":50', '"Amount":49'),
			[transfer(1)],
		);
		expect(statuses(results)).toEqual(['wrong-total']);
		expect(rows('Transfer')).toHaveLength(0);
	});
});

describe('in the UK', () => {
	beforeEach(async () => {
		books = await openBooks({ company: 'uk-vat' });
	});
	const line = { ...bill(1).lines[0], taxCode: '20.0% S' };
	const GBP = { currency: 'GBP' };

	test('tax on fees is booked with its code and its own amount', async () => {
		const taxed = { ...GBP, lines: [line], taxTotal: '2.41', total: '14.41' };
		const inputs = [bill(1, taxed), expense(1, taxed)];
		const results = await books.post(inputs, UK.settings);
		expect(statuses(results)).toEqual(['Posted', 'Posted']);
		const [first] = results;
		expect(first.ok && books.journal(first.booked)).toEqual([
			'Accounts Payable (A/P): -1441',
			'Merchant Fees: 1200',
			'VAT Control: 241',
		]);
		expect(statuses(await books.post(inputs, UK.settings))).toEqual(
			Array(2).fill('Already Posted'),
		);
	});

	test('lines without a code get the one for untaxed lines', async () => {
		const lines = [line, bill(1).lines[1]];
		const mixed = bill(1, { ...GBP, lines, taxTotal: '2.40', total: '15.90' });
		expect(statuses(await books.post([mixed], UK.settings))).toEqual(['Posted']);
		expect(last('Bill')).toMatchObject({ TotalAmt: 15.9, GlobalTaxCalculation: 'TaxExcluded' });
	});

	test('an unknown code and a tax without code are held', async () => {
		const unknown = bill(1, { ...GBP, lines: [{ ...line, taxCode: '21%' }], total: '12.00' });
		const codeless = expense(1, { ...GBP, taxTotal: '1.65', total: '9.90' });
		const results = await books.post([unknown, codeless], UK.settings);
		expect(statuses(results)).toEqual(['unknown-tax-code', 'tax-without-code']);
	});
});

test('a company in the US reclaims no tax', async () => {
	books = await openBooks();
	const taxed = expense(1, { lines: [{ ...expense(1).lines[0], taxCode: 'TAX' }] });
	expect(statuses(await books.post([taxed], settings))).toEqual(['no-purchase-tax']);
});

describe('with several currencies', () => {
	const EUR = { currency: 'EUR' };
	beforeEach(async () => {
		books = await openBooks({ company: 'multicurrency' });
	});

	test('accounts and vendors are made in the currency of the document, at the rate of the day', async () => {
		const inputs = [deposit(1, EUR), bill(1, EUR), billPayment(1, EUR), transfer(1, EUR)];
		expect(statuses(await books.post(inputs, MULTI.settings))).toEqual(Array(4).fill('Posted'));
		for (const name of [CLEARING.account, BANK.account]) {
			const account = rows('Account').find(({ Name }) => Name === name);
			expect(account?.CurrencyRef).toMatchObject({ value: 'EUR' });
		}
		expect(last('Vendor')).toMatchObject({
			DisplayName: 'Shopify (EUR)',
			CurrencyRef: { value: 'EUR' },
		});
		expect(last('Deposit')).toMatchObject({ ExchangeRate: 1.08, CurrencyRef: { value: 'EUR' } });
	});

	test('an account in another foreign currency is refused', async () => {
		await books.post([transfer(1, EUR)], MULTI.settings);
		const inputs = [deposit(2, { currency: 'GBP' }), expense(2, { currency: 'GBP' })];
		expect(statuses(await books.post(inputs, MULTI.settings))).toEqual(
			Array(2).fill('account-currency'),
		);
	});

	test('a transfer that QuickBooks books in the home currency is deleted again', async () => {
		await books.post([deposit(1, EUR)], MULTI.settings);
		const send: SendHttp = async (request) => {
			const response = await books.send(request);
			const isCreated = request.body?.includes('"create"') ?? false;
			const body = response.body.replaceAll(
				'"CurrencyRef":{"value":"EUR"',
				'"CurrencyRef":{"value":"USD"',
			);
			return isCreated ? { ...response, body } : response;
		};
		const answer = await post(await books.open(MULTI.settings, send), [transfer(1, EUR)]);
		const results = answer.kind === 'done' ? answer.value.results : [];
		expect(results[0]).toMatchObject({
			problem: { code: 'wrong-accounts', fix: expect.stringContaining('deposit') },
		});
		expect(rows('Transfer')).toHaveLength(0);
	});

	test('a bill is paid in its own currency', async () => {
		await books.post([bill(1, EUR)], MULTI.settings);
		expect(statuses(await books.post([billPayment(1)], MULTI.settings))).toEqual(['link-currency']);
	});
});

test('without several currencies, a foreign payout is held', async () => {
	books = await openBooks();
	const results = await books.post([deposit(1, { currency: 'EUR' })], settings);
	expect(statuses(results)).toEqual(['foreign-currency']);
});
