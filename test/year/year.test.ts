import type { PaymentAccount, SalesReceiptSettings } from '../../nodes/accounting/policy';
import { taxByTitle } from '../accounting/mapped';
import { rhythm, since, tell, Year, type Bookkeeping } from './books.mts';
import { expectedBalances, expectedTaxes, withoutNothing, type Regime } from './expected';
import { jurisdictions } from './jurisdictions';

const ORDERS = 5000;
const START = '2026-01-01T05:00:00Z';
const END = '2027-01-03T00:00:00Z';

const account = (gateway: string, name: string): PaymentAccount => ({
	gateway,
	account: { account: name, type: 'Bank' },
});

/** A receipt has one account only, so what customers mix in one order goes through one. */
const TOGETHER = [
	account('shopify_payments', 'Card Clearing'),
	account('paypal', 'Card Clearing'),
	account('shop_cash', 'Card Clearing'),
	account('cash', 'Till'),
	account('*', 'Transfers Clearing'),
];

const clearingOf = (rows: PaymentAccount[], gateway: string) =>
	(rows.find((row) => row.gateway === gateway) ?? rows[rows.length - 1]).account.account;

const apart = (suffix: string) => [
	account('shopify_payments', `Shopify Payments Clearing${suffix}`),
	account('paypal', `PayPal Clearing${suffix}`),
	account('shop_cash', `Shop Cash Clearing${suffix}`),
	account('cash', `Till${suffix}`),
	account('*', `Transfers Clearing${suffix}`),
];

interface Case extends Bookkeeping {
	regimes: Regime[];
}

const year = (seed: number, currency: string, orders = ORDERS) => ({
	seed,
	currency,
	orders,
	month: '2026-01',
	months: 12,
});

function shop(
	name: string,
	options: ReturnType<typeof year>,
	settings: SalesReceiptSettings,
): Bookkeeping['shops'][number] {
	return { domain: `${name}.myshopify.com`, options, settings };
}

const regime = (rows: PaymentAccount[], more: Partial<Regime>): Regime => ({
	owed: false,
	editsWait: true,
	accountOf: (gateway) => clearingOf(rows, gateway),
	openIn: 'customer credits',
	salesAndDiscounts: 'apart',
	...more,
});

const CASES: Array<[string, () => Case]> = [
	[
		'us-automated, receipts',
		() => ({
			company: 'us-automated',
			shops: [shop('northwind', year(41, 'USD'), { paymentAccounts: TOGETHER })],
			posting: {},
			regimes: [regime(TOGETHER, {})],
		}),
	],
	[
		'us-manual, receipt if paid, else invoice',
		() => ({
			company: 'us-manual',
			shops: [
				shop('northwind', year(42, 'USD'), {
					paymentAccounts: TOGETHER,
					saleForm: 'Receipt if Paid, Else Invoice',
				}),
			],
			...jurisdictions,
			regimes: [regime(TOGETHER, { owed: true, openIn: 'customers' })],
		}),
	],
	[
		'uk-vat, receipts and credit memos',
		() => ({
			company: 'uk-vat',
			shops: [
				shop('northwind-uk', year(43, 'GBP'), {
					paymentAccounts: TOGETHER,
					refundForm: 'Credit Memo',
				}),
			],
			posting: {
				noTaxCode: 'No VAT',
				zeroRateCode: '0.0% Z',
				taxCodes: [
					{ title: 'GB VAT', rate: '20', code: '20.0% S' },
					{ title: 'HST', rate: '', code: '5.0% R' },
				],
			},
			regimes: [regime(TOGETHER, { salesAndDiscounts: 'together' })],
		}),
	],
	[
		'multicurrency, invoices and payments of two shops',
		() => ({
			company: 'multicurrency',
			shops: [
				shop('northwind', year(44, 'USD', ORDERS / 2), {
					paymentAccounts: apart(''),
					saleForm: 'Invoice and Payments',
					numberPrefix: 'US-',
				}),
				shop('northwind-uk', year(45, 'GBP', ORDERS / 2), {
					paymentAccounts: apart(' (GBP)'),
					saleForm: 'Invoice and Payments',
					numberPrefix: 'UK-',
				}),
			],
			...jurisdictions,
			regimes: [
				regime(apart(''), { owed: true, editsWait: false, openIn: 'receivables' }),
				regime(apart(' (GBP)'), {
					owed: true,
					editsWait: false,
					openIn: 'receivables',
					salesAndDiscounts: 'together',
				}),
			],
		}),
	],
];

const GROUPS: Record<string, string> = {
	'Sales of Product Income': 'sales',
	'Discounts given': 'discounts',
	'Shipping Income': 'shipping',
	'Tips Payable': 'tips',
	'Gift Card Liability': 'gift cards',
	'Store Credit Liability': 'store credit',
	'Duties Payable': 'duties',
	'Other Fee Income': 'fees and goodwill',
	'Return Fee Income': 'fees and goodwill',
	'Refunds Not Itemised': 'fees and goodwill',
	'Refund Differences': 'fees and goodwill',
	'Marketplace Tax Payable': 'marketplace tax',
	'Cash Rounding': 'cash rounding',
	'Currency Differences': 'exchange',
	'Customer Credits': 'customer credits',
	'VAT Control': 'tax',
};

/** An account that is in no group stands by its own name: nothing may go anywhere else. */
const groupFor =
	({ salesAndDiscounts, openIn }: Regime) =>
	(name: string): string => {
		const group =
			GROUPS[name] ??
			(name.startsWith('Accounts Receivable') ? 'receivables' : undefined) ??
			(/^(?!Tips|Duties).* Payable$/.test(name) ? 'tax' : name);
		if (group === 'discounts' && salesAndDiscounts === 'together') return 'sales';
		const isOpen = group === 'receivables' || group === 'customer credits';
		return isOpen && openIn === 'customers' ? 'customers' : group;
	};

describe.each(CASES)('a year of 5,000 orders: %s', (name, bookkeeping) => {
	const { regimes, ...rest } = bookkeeping();
	/** Let go afterwards: a year of documents is a lot of memory. */
	const held: { year?: Year } = {};
	const kept = (): Year => {
		if (held.year === undefined) throw new Error('The year was not posted');
		return held.year;
	};

	beforeAll(async () => {
		held.year = await Year.open(rest);
		await held.year.live(rhythm(START, END));
		tell(name, held.year.figures);
	}, 900_000);
	afterAll(async () => {
		await held.year?.books.close();
		delete held.year;
	});

	it('refuses nothing, and finds nothing changed that it posted before', () => {
		const { refused, differences, figures } = kept();
		expect(refused.slice(0, 20)).toEqual([]);
		expect(differences.slice(0, 20)).toEqual([]);
		expect(figures.created).toBeGreaterThan(ORDERS * 0.9);
		expect(figures.documents).toBeGreaterThan(figures.created);
	});

	it("keeps the ledger as the merchant's own books, to the cent", () => {
		for (const [index, { orders, shop }] of kept().shops.entries()) {
			const own = regimes[index];
			const ledger = kept().ledger(shop.options.currency ?? '', groupFor(own));
			expect(withoutNothing(ledger)).toEqual(expectedBalances(orders, own));
		}
	});

	it('posts the tax by title that was charged', () => {
		for (const [index, { orders, shop }] of kept().shops.entries()) {
			const documents = [...kept().posted.values()].filter(({ key }) =>
				key.startsWith(`${shop.domain}/`),
			);
			expect(withoutNothing(taxByTitle(documents))).toEqual(expectedTaxes(orders, regimes[index]));
		}
	});

	it('posts nothing when the whole year is read again', async () => {
		const before = { ...kept().figures };
		expect(await kept().whole(Date.parse(END))).toBe(0);
		expect(kept().differences.slice(0, 20)).toEqual([]);
		tell(`${name}, again`, since(kept().figures, before));
		expect(kept().figures.writes).toBe(before.writes);
	}, 900_000);
});
