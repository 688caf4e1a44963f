import { ledgerPolicy, type LedgerPolicy } from '../../nodes/accounting/ledgerPolicy.ts';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes/index.ts';
import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy.ts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { openBooks, type Books } from '../quickbooks/books.mts';
import { ASK_ME, readEverything, type ShopFacts } from './bookedShop.mts';

type Item = Record<string, unknown>;
type LedgerSettings = NonNullable<Parameters<typeof ledgerPolicy>[0]>;

export const CLEARING = {
	USD: { account: 'Shopify Payments Clearing', type: 'Bank' },
	EUR: { account: 'Shopify Payments Clearing EUR', type: 'Bank' },
} as const;

export const BANKS = {
	USD: { account: 'Checking', type: 'Bank' },
	EUR: { account: 'Euro Account', type: 'Bank' },
} as const;

/** Twelve months with every type, troubled payouts, and a company in Ireland paid in euros. */
export async function readYear(orders: number, months = 12): Promise<ShopFacts> {
	const shop = createShop({ seed: 7, month: '2025-11', months, orders, ledger: 'every type' });
	return await readEverything({ shop });
}

/** What a user says once for the types that Shopify does not explain. */
export const CONFIRMED: LedgerPolicy['typeRules'] = [...LEDGER_TYPES.values()]
	.filter(({ confirm }) => confirm)
	.map(({ type }) => ({ type, reason: '', account: ASK_ME }));

/** One account of each kind of the other gateways, in each currency that it pays in. */
const CURRENCIES = ['EUR', 'CAD', 'JPY', 'GBP'];

/** Sales in euros are settled in euros; all others in the shop's own currency. */
export function salesPolicyOf(settings: SalesReceiptSettings = {}) {
	const paymentAccounts = [
		{ gateway: 'shopify_payments', currency: 'EUR', account: CLEARING.EUR },
		{ gateway: 'shopify_payments', account: CLEARING.USD },
		...CURRENCIES.map((currency) => ({
			gateway: '*',
			currency,
			account: { account: `Other Payments ${currency}`, type: 'Bank' as const },
		})),
		{ gateway: '*', account: { account: 'Other Payments', type: 'Bank' as const } },
	];
	const shop = salesReceiptPolicy({
		saleForm: 'Invoice and Payments',
		paymentAccounts,
		...settings,
	});
	const euros = { ...shop, booksCurrency: 'Customer Currency' as const };
	return ({ presentmentCurrencyCode, paymentGatewayNames }: Item) => {
		const policy = presentmentCurrencyCode === 'EUR' ? euros : shop;
		// A receipt has one account; an order paid in two ways is an invoice with payments.
		const isSplit = (paymentGatewayNames as string[]).length > 1;
		return isSplit ? { ...policy, saleForm: 'Invoice and Payments' as const } : policy;
	};
}

/** The two companies of the shop, each with accounts in its own currency. */
export function ledgerPolicyOf(settings: LedgerSettings = {}) {
	const shared: LedgerSettings = {
		clearing: [
			{ currency: 'USD', account: CLEARING.USD },
			{ currency: 'EUR', account: CLEARING.EUR },
		],
		typeRules: CONFIRMED,
		...settings,
	};
	const payouts = {
		banks: [
			{ payoutsOf: 'USD', account: BANKS.USD },
			{ payoutsOf: 'Northwind Goods Europe Ltd', account: BANKS.EUR },
		],
		...settings.payouts,
	};
	const dollars = ledgerPolicy({ ...shared, payouts });
	const euros = ledgerPolicy({
		...shared,
		payouts,
		vendor: 'Shopify (EUR)',
		accounts: { ...settings.accounts, shopCash: { account: 'Shop Cash Clearing EUR' } },
	});
	return (item: Item) => (currencyOf(item) === 'EUR' ? euros : dollars);
}

/** Of a payout or a row. */
export function currencyOf({ net }: Item): string {
	return String((net as { currencyCode?: unknown } | undefined)?.currencyCode);
}

/** A company with automated sales tax that keeps foreign currencies too. */
export async function openForeignBooks(): Promise<Books> {
	const books = await openBooks({ company: 'us-automated' });
	books.prefer('CurrencyPrefs', { MultiCurrencyEnabled: true });
	const { company } = books.sandbox;
	for (const [Code, Rate] of [
		['EUR', 1.08],
		['CAD', 0.73],
		['JPY', 0.0067],
	]) {
		company.create('CompanyCurrency', { Code });
		company.create('ExchangeRate', { SourceCurrencyCode: Code, Rate, AsOfDate: '2024-01-01' });
	}
	return books;
}
