import fc from 'fast-check';

import type { LedgerDocument } from '../../nodes/accounting/documents';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';

/** Ledgers for property tests, built from whole minor units so that the test owns the arithmetic. */
export interface GeneratedRow {
	type: string;
	amount: bigint;
	fee: bigint;
	/** Days after 28 October 2026, so that some payouts span two months. */
	day: number;
	order: number | undefined;
}

export interface GeneratedPayout {
	currency: string;
	rows: GeneratedRow[];
	/** The payout as Shopify Records gives it. */
	item: PayoutItem;
	net: bigint;
}

export type RowItem = Record<string, unknown> & { net: unknown; id: string };
export type PayoutItem = Record<string, unknown> & { balanceTransactions: RowItem[] };

const DIGITS: Record<string, number> = { JPY: 0, USD: 2, EUR: 2, KWD: 3 };

/** "12.3" for 1230 cents: Shopify leaves out zeros at the end. */
export function shopifyAmount(units: bigint, currency: string): string {
	const text = decimal(units, currency);
	return text.includes('.') ? text.replace(/0$/, '').replace(/\.0?$/, '.0') : `${text}.0`;
}

/** "12.30", as documents have it. */
export function decimal(units: bigint, currency: string): string {
	const digits = DIGITS[currency];
	const unsigned = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
	const whole = unsigned.slice(0, unsigned.length - digits);
	const rest = digits === 0 ? '' : `.${unsigned.slice(-digits)}`;
	return `${units < 0n ? '-' : ''}${whole}${rest}`;
}

export const unitsOf = (text: string): bigint => BigInt(text.replace('.', ''));

/** All 113 but the payout's own row, which belongs to every payout once. */
export const TYPES = [...LEDGER_TYPES.keys()].filter((type) => type !== 'TRANSFER');

const row = fc.record({
	type: fc.oneof(fc.constantFrom('CHARGE', 'CHARGE', 'REFUND'), fc.constantFrom(...TYPES)),
	amount: fc.bigInt(-500_000n, 500_000n),
	fee: fc.oneof(fc.constant(0n), fc.bigInt(-2_000n, 20_000n)),
	day: fc.integer({ min: 0, max: 6 }),
	order: fc.option(fc.integer({ min: 1001, max: 1009 }), { nil: undefined }),
});

export const generatedPayout: fc.Arbitrary<GeneratedPayout> = fc
	.record({
		currency: fc.constantFrom(...Object.keys(DIGITS)),
		rows: fc.array(row, { minLength: 1, maxLength: 25 }),
		listsTransfer: fc.boolean(),
	})
	.map(({ currency, rows, listsTransfer }) => payoutOf(currency, rows, { listsTransfer }));

export function payoutOf(
	currency: string,
	rows: GeneratedRow[],
	{ listsTransfer = true, status = 'PAID', number = 5001 } = {},
): GeneratedPayout {
	const net = rows.reduce((sum, { amount, fee }) => sum + amount - fee, 0n);
	const id = `gid://shopify/ShopifyPaymentsPayout/${number}`;
	const items = rows.map((each, index) => rowItem(each, number * 1000 + index, currency, id));
	const transfer = { type: 'TRANSFER', amount: -net, fee: 0n, day: 6, order: undefined };
	const own = listsTransfer ? [rowItem(transfer, number * 1000 + 999, currency, id)] : [];
	const item = {
		id,
		legacyResourceId: String(number),
		issuedAt: '2026-11-03T06:00:00Z',
		status,
		transactionType: net < 0n ? 'WITHDRAWAL' : 'DEPOSIT',
		net: moneyOf(net, currency),
		externalTraceId: null,
		businessEntity: { id: 'gid://shopify/BusinessEntity/1', displayName: 'Northwind' },
		balanceTransactions: [...items, ...own],
		shop: {
			myshopifyDomain: 'northwind-demo.myshopify.com',
			ianaTimezone: 'America/New_York',
			currencyCode: 'USD',
		},
	};
	return { currency, rows, item, net };
}

function rowItem(
	{ type, amount, fee, day, order }: GeneratedRow,
	number: number,
	currency: string,
	payoutId: string,
): RowItem {
	return {
		id: `gid://shopify/ShopifyPaymentsBalanceTransaction/${number}`,
		type,
		sourceType: null,
		sourceId: String(number),
		test: false,
		transactionDate: new Date(Date.UTC(2026, 9, 28 + day, 15)).toISOString(),
		amount: moneyOf(amount, currency),
		fee: moneyOf(fee, currency),
		net: moneyOf(amount - fee, currency),
		associatedOrder:
			order === undefined ? null : { id: `gid://shopify/Order/${order}`, name: `#${order}` },
		associatedPayout: { id: payoutId, status: 'PAID' },
		adjustmentsOrders: [],
		adjustmentReason: null,
		sourceOrderTransactionId: order === undefined ? null : String(number + 1_000_000),
	};
}

export function moneyOf(units: bigint, currency: string) {
	return { amount: shopifyAmount(units, currency), currencyCode: currency };
}

/** What the documents do to every account, in minor units; a debit is positive. */
export function balances(documents: readonly LedgerDocument[]): Map<string, bigint> {
	const sums = new Map<string, bigint>();
	const post = (account: string, units: bigint) =>
		sums.set(account, (sums.get(account) ?? 0n) + units);
	for (const document of documents) {
		const total = unitsOf(document.total);
		switch (document.document) {
			case 'Deposit':
				post(document.depositTo.account, total);
				for (const line of document.lines) {
					const account = 'links' in line ? 'Undeposited Funds' : line.account.account;
					post(account, -unitsOf(line.amount));
				}
				break;
			case 'Transfer':
				post(document.to.account, total);
				post(document.from.account, -total);
				break;
			case 'Bill Payment':
				post('Accounts Payable', total);
				post(document.payFrom.account, -total);
				break;
			case 'Bill':
			case 'Expense':
				for (const { account, amount } of document.lines) post(account.account, unitsOf(amount));
				post('Tax', unitsOf(document.taxTotal ?? '0'));
				post(document.document === 'Bill' ? 'Accounts Payable' : document.payFrom.account, -total);
				break;
			case 'Journal Entry':
				for (const { account, amount, posting } of document.lines) {
					post(account.account, posting === 'Debit' ? unitsOf(amount) : -unitsOf(amount));
				}
		}
	}
	return sums;
}
