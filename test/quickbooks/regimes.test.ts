import type { DocumentLine, SalesReceiptDocument } from '../../nodes/accounting/documents';
import type { CompanyKind } from '../../sandbox/quickbooks/company/types.mts';
import { ALL, openBooks, statuses, type Books } from './books.mts';
import { productLine, receipt, shippingLine, vatReceipt } from './documents';

let books: Books | undefined;

async function opened(company: CompanyKind): Promise<Books> {
	books = await openBooks({ company });
	return books;
}
afterEach(async () => await books?.close());

function lastReceipt(): Record<string, unknown> {
	return books?.receipts().at(-1) ?? {};
}

function lineCodes(): unknown[] {
	const lines = lastReceipt().Line as Array<Record<string, { TaxCodeRef?: { value: string } }>>;
	return lines.flatMap((line) => line.SalesItemLineDetail?.TaxCodeRef?.value ?? []);
}

describe('automated sales tax', () => {
	test("takes Shopify's tax, which no rate would give", async () => {
		const { post } = await opened('us-automated');
		const odd = receipt(1, {
			lines: [productLine({ taxes: [{ title: 'CA', rate: '0.0725', amount: '3.33' }] })],
			taxes: [{ title: 'CA', rate: '0.0725', amount: '3.33' }],
			taxTotal: '3.33',
			total: '43.33',
		});
		expect(statuses(await post([odd]))).toEqual(['Posted']);
		expect(lastReceipt()).toMatchObject({ TotalAmt: 43.33, TxnTaxDetail: { TotalTax: 3.33 } });
		expect(lineCodes()).toEqual(['TAX']);
	});

	test('that is not set up holds documents with tax only', async () => {
		const { post, prefer } = await opened('us-automated');
		prefer('TaxPrefs', { PartnerTaxEnabled: false });
		const untaxed = receipt(2, {
			lines: [shippingLine()],
			taxes: [],
			taxTotal: '0.00',
			total: '5.00',
		});
		expect(statuses(await post([receipt(1), untaxed]))).toEqual(['sales-tax-off', 'Posted']);
	});
});

describe('manual rates', () => {
	test('need a tax code by rate or by setting, and keep our total', async () => {
		const { post } = await opened('us-manual');
		const [unmapped] = await post([receipt(1)]);
		expect(unmapped).toMatchObject({
			ok: false,
			problem: { code: 'unmapped-tax', fix: expect.stringContaining('California, Tucson') },
		});
		const taxCodes = [{ title: 'California State Tax', rate: '7.25', code: 'California' }];
		expect(statuses(await post([receipt(1)], { ...ALL, taxCodes }))).toEqual(['Posted']);
		expect(lastReceipt()).toMatchObject({ TotalAmt: 47.9, TxnTaxDetail: { TotalTax: 2.9 } });
	});

	test('find the code whose rates add up', async () => {
		const { post, sandbox } = await opened('us-manual');
		const code = sandbox.company.all('TaxCode').find(({ Name }) => Name === 'Tucson');
		const taxes = [
			{ title: 'AZ State', rate: '0.071', amount: '2.84' },
			{ title: 'Tucson', rate: '0.02', amount: '0.80' },
		];
		const tucson = receipt(1, {
			lines: [productLine({ taxes })],
			taxes,
			taxTotal: '3.64',
			total: '43.64',
		});
		expect(statuses(await post([tucson]))).toEqual(['Posted']);
		expect(lastReceipt()).toMatchObject({
			TxnTaxDetail: { TotalTax: 3.64, TxnTaxCodeRef: { value: code?.Id } },
		});
	});
});

describe('VAT', () => {
	const untaxed = { ...ALL, noTaxCode: 'No VAT' };

	test('puts a code on every line: by rate, or by setting where there is none', async () => {
		const { post } = await opened('uk-vat');
		const [unset] = await post([vatReceipt(1)]);
		expect(unset).toMatchObject({ ok: false, problem: { code: 'untaxed-code' } });
		const [done] = await post([vatReceipt(1)], untaxed);
		expect(done).toMatchObject({ ok: true, status: 'Posted' });
		expect(lastReceipt()).toMatchObject({
			TotalAmt: 53,
			GlobalTaxCalculation: 'TaxExcluded',
			TxnTaxDetail: { TotalTax: 8 },
		});
	});

	test.each(['7.99', '8.01', '8.00'])("keeps Shopify's VAT of %s to the penny", async (amount) => {
		const { post } = await opened('uk-vat');
		const vat = { title: 'GB VAT', rate: '0.2', amount };
		const total = (45 + Number(amount)).toFixed(2);
		const document = vatReceipt(1, {
			lines: [productLine({ taxes: [vat] }), shippingLine()],
			taxes: [vat],
			taxTotal: amount,
			total,
		});
		expect(statuses(await post([document], untaxed))).toEqual(['Posted']);
		expect(lastReceipt()).toMatchObject({ TotalAmt: Number(total) });
	});

	test('follows rows by title and rate, zero rates and discounts', async () => {
		const { post } = await opened('uk-vat');
		const vat = (amount: string) => ({ title: 'GB VAT', rate: '0.2', amount });
		const discount: DocumentLine = {
			...shippingLine('-4.00'),
			category: 'Discount',
			item: {
				name: 'Shopify Discount',
				type: 'Service',
				income: { account: 'Discounts given', type: 'Income' },
			},
			taxes: [vat('0.00')],
		};
		const zero = {
			...shippingLine('10.00'),
			taxes: [{ title: 'GB VAT', rate: '0', amount: '0.00' }],
		};
		const document = vatReceipt(1, {
			lines: [productLine({ taxes: [vat('7.20')] }), discount, zero],
			taxes: [vat('7.20'), { title: 'GB VAT', rate: '0', amount: '0.00' }],
			taxTotal: '7.20',
			total: '53.20',
		});
		const settings = {
			...ALL,
			taxCodes: [{ title: 'GB VAT', rate: '20', code: '20.0% S' }],
			zeroRateCode: '0.0% Z',
		};
		const [result] = await post([document], settings);
		expect(result).toMatchObject({ ok: true, status: 'Posted' });
		const [first, second] = lineCodes();
		expect(second).toBe(first);
		expect(lastReceipt()).toMatchObject({ TotalAmt: 53.2 });
	});

	test('names a code that does not exist', async () => {
		const { post } = await opened('uk-vat');
		const [result] = await post([vatReceipt(1)], { ...ALL, noTaxCode: 'Nothing' });
		expect(result).toMatchObject({
			problem: { code: 'unknown-tax-code', fix: expect.stringContaining('No VAT') },
		});
	});
});

describe('several currencies', () => {
	const euro = (n: number): SalesReceiptDocument =>
		receipt(n, {
			currency: 'EUR',
			depositTo: { account: 'Euro Clearing', type: 'Bank' },
			lines: [shippingLine('45.00')],
			taxes: [],
			taxTotal: '0.00',
			total: '45.00',
		});

	test('get a customer each, and each its own clearing account', async () => {
		const { post, sandbox } = await opened('multicurrency');
		const dollars = receipt(1, {
			lines: [shippingLine('45.00')],
			taxes: [],
			taxTotal: '0.00',
			total: '45.00',
		});
		const results = await post([dollars, euro(2), euro(3)]);
		expect(results.map((each) => (each.ok ? each.status : each.problem))).toEqual(
			Array(3).fill('Posted'),
		);
		expect(lastReceipt()).toMatchObject({ CurrencyRef: { value: 'EUR' }, TotalAmt: 45 });
		const customers = sandbox.company.all('Customer').map(({ DisplayName }) => DisplayName);
		expect(customers).toEqual(
			expect.arrayContaining(['Shopify Customer', 'Shopify Customer (EUR)']),
		);
		expect(statuses(await post([euro(2)]))).toEqual(['Already Posted']);
	});

	test('hold a document whose account is kept in a third currency', async () => {
		const { post } = await opened('multicurrency');
		await post([euro(1)]);
		const pounds = { ...euro(2), currency: 'GBP' };
		expect(statuses(await post([pounds]))).toEqual(['account-currency']);
	});
});
