import { DEFAULT_ACCOUNTS } from '../../nodes/accounting/policy';
import type { Company } from '../../sandbox/quickbooks/company/company.mts';
import type { OrderTruth } from '../../sandbox/shopify/shop/truth.mts';

/** Cents by account name, debits positive; accounts that come to nothing are left out. */
export type Balances = Record<string, number>;

/** QuickBooks spreads sales tax over its agencies' accounts; here they are one. */
const SALES_TAX = 'Sales tax of all agencies';

/** What the sales receipts have posted. */
export function postedByAccount(company: Company): Balances {
	const accounts = new Map(company.all('Account').map((account) => [account.Id, account]));
	const balances: Balances = {};
	for (const { txnType, accountId, amount } of company.journal) {
		if (txnType !== 'SalesReceipt') continue;
		const account = accounts.get(accountId);
		const isTax = /tax/i.test(String(account?.AccountSubType));
		add(balances, isTax ? SALES_TAX : String(account?.Name), amount);
	}
	return withoutZeros(balances);
}

/**
 * What the merchant's own books say of these orders, in the accounts that the template names.
 *
 * @param accounts account by payment gateway
 */
export function dueByAccount(
	orders: readonly OrderTruth[],
	accounts: ReadonlyMap<string, string>,
): Balances {
	const balances: Balances = {};
	for (const order of orders) {
		const one = withoutZeros(entryOf(order, accounts));
		for (const [account, amount] of Object.entries(one)) add(balances, account, amount);
	}
	return withoutZeros(balances);
}

function entryOf({ sold, tenders, currencies }: OrderTruth, accounts: ReadonlyMap<string, string>) {
	const { shop } = sold;
	const entry: Balances = {
		'Sales of Product Income': -shop.sales,
		'Discounts given': shop.discounts,
		'Shipping Income': shop.shippingDiscounts - shop.shipping,
		'Tips Payable': -shop.tips,
		'Gift Card Liability': -shop.giftCardsSold,
		'Duties Payable': -shop.duties,
		'Other Fee Income': -shop.fees,
		'Marketplace Tax Payable': -shop.marketplaceTax,
		[SALES_TAX]: -Object.values(shop.tax).reduce((sum, tax) => sum + tax, 0),
	};
	for (const { kind, gateway, shop: money, rounding } of tenders) {
		if (kind === 'REFUND') continue;
		// Coins that rounding at the till added are in the drawer, too.
		add(entry, accountOf(gateway, accounts), money + rounding);
		add(entry, 'Cash Rounding', -rounding);
	}
	// Where the customer paid in another currency, the rate moved between order and payment.
	const moved = -Object.values(entry).reduce((sum, amount) => sum + amount, 0);
	if (currencies.shop !== currencies.presentment) add(entry, 'Currency Differences', moved);
	return entry;
}

function accountOf(gateway: string, accounts: ReadonlyMap<string, string>): string {
	if (gateway === 'gift_card') return 'Gift Card Liability';
	if (gateway === 'shopify_store_credit') return 'Store Credit Liability';
	return accounts.get(gateway) ?? `no account for ${gateway}`;
}

function add(balances: Balances, account: string, amount: number): void {
	balances[account] = (balances[account] ?? 0) + amount;
}

function withoutZeros(balances: Balances): Balances {
	return Object.fromEntries(Object.entries(balances).filter(([, amount]) => amount !== 0));
}
