import type { AccountReference, ItemReference } from './documents';

/** Which of the two amounts that Shopify gives of everything is booked. */
export type BooksCurrency = 'Shop Currency' | 'Customer Currency';

/** What a merchant may decide about sales receipts. Everything has a default that an accountant expects. */
export interface SalesReceiptPolicy {
	customer: CustomerPolicy;
	/** 'Contra Income': sales at list price, discounts on lines of their own. 'Net': sales after discount. */
	discounts: 'Contra Income' | 'Net';
	accounts: Record<AccountRole, AccountReference>;
	/** Names of the items on lines that are no product. */
	items: Record<ItemRole, string>;
	/** Type that a product gets if posting may create it. */
	productType: ItemReference['type'];
	stock: StockPolicy;
	/** Shopify's own currency of the shop, or the one that each customer saw and paid in. */
	booksCurrency: BooksCurrency;
	/** Where the money of each payment gateway arrives; the first row that fits counts. */
	paymentAccounts: PaymentAccount[];
	/** Put before the order's number, for companies with several shops. */
	numberPrefix: string;
	/** How orders are booked; the refunds of an order must know it too. */
	saleForm: SaleForm;
	refundForm: RefundForm;
	/** What goods that came back but not on the shelf are booked to. */
	notRestocked: 'Refund Item' | 'Product';
	dimensions: Dimensions;
	/** Replaces "Shopify order #1001". */
	memo: string | undefined;
	/** The moment of mapping (ISO 8601): some documents must wait until their day is over. */
	asOf: string | undefined;
}

/**
 * 'Receipt if Paid, Else Invoice' books a receipt for what was paid on the day it was ordered, and an
 * invoice with payments for the rest; a day summary holds the receipts of one day, a payout summary those
 * that one payout paid.
 */
export type SaleForm =
	| 'Sales Receipt'
	| 'Invoice'
	| 'Invoice and Payments'
	| 'Receipt if Paid, Else Invoice'
	| 'Summary per Day'
	| 'Summary per Payout';

/** True where the first sale of an order has no document of its own. */
export function isSummary({ saleForm }: Pick<SalesReceiptPolicy, 'saleForm'>): boolean {
	return saleForm === 'Summary per Day' || saleForm === 'Summary per Payout';
}

export type RefundForm = 'Refund Receipt' | 'Credit Memo';

/** Written on every document as they are. */
export interface Dimensions {
	class?: string;
	location?: string;
	customFields?: Array<{ name: string; value: string }>;
}

export interface CustomerPolicy {
	/** 'generic' books every order to one customer, so that no personal data reaches QuickBooks. */
	from: 'generic' | 'name' | 'email';
	/** The generic customer; also used where Shopify gives no name or e-mail. */
	genericName: string;
}

/** What QuickBooks must know to create a product whose stock it counts. */
export interface StockPolicy {
	asset: AccountReference;
	cost: AccountReference;
	/** First day of the stock, YYYY-MM-DD: QuickBooks refuses every sale before it. Empty where not set. */
	startDate: string;
}

/** Shopify's gateway code or the name shown to people ("shopify_payments", "PayPal"); '*' is any. */
export interface PaymentAccount {
	gateway: string;
	/** ISO 4217 code; the row counts for documents in this currency only. */
	currency?: string;
	account: AccountReference;
}

export type AccountRole =
	| 'sales'
	| 'discounts'
	| 'shipping'
	| 'tips'
	| 'giftCards'
	| 'storeCredit'
	| 'duties'
	| 'additionalFees'
	| 'marketplaceTax'
	| 'cashRounding'
	| 'currencyDifference'
	| 'returns'
	| 'returnFees'
	| 'refundsNotItemised'
	| 'refundDifferences'
	| 'customerCredits';

export type ItemRole = Exclude<AccountRole, 'sales'>;

/** The settings a person changed; what is left out keeps its default. */
export interface SalesReceiptSettings {
	customer?: Partial<CustomerPolicy>;
	discounts?: SalesReceiptPolicy['discounts'];
	accounts?: Partial<Record<AccountRole, Partial<AccountReference>>>;
	items?: Partial<Record<ItemRole, string>>;
	productType?: SalesReceiptPolicy['productType'];
	stock?: { asset?: string; cost?: string; startDate?: string };
	booksCurrency?: BooksCurrency;
	paymentAccounts?: PaymentAccount[];
	numberPrefix?: string;
	saleForm?: SaleForm;
	refundForm?: RefundForm;
	notRestocked?: SalesReceiptPolicy['notRestocked'];
	dimensions?: Dimensions;
	memo?: string;
	asOf?: string;
}

/** Named like the accounts QuickBooks itself creates, where it has one. */
export const DEFAULT_ACCOUNTS: Readonly<Record<AccountRole, AccountReference>> = {
	sales: { account: 'Sales of Product Income', type: 'Income' },
	discounts: { account: 'Discounts given', type: 'Income' },
	shipping: { account: 'Shipping Income', type: 'Income' },
	tips: { account: 'Tips Payable', type: 'Other Current Liability' },
	giftCards: { account: 'Gift Card Liability', type: 'Other Current Liability' },
	storeCredit: { account: 'Store Credit Liability', type: 'Other Current Liability' },
	duties: { account: 'Duties Payable', type: 'Other Current Liability' },
	additionalFees: { account: 'Other Fee Income', type: 'Income' },
	marketplaceTax: { account: 'Marketplace Tax Payable', type: 'Other Current Liability' },
	cashRounding: { account: 'Cash Rounding', type: 'Income' },
	// QuickBooks' own exchange account is an expense, and an item on a receipt cannot sell into one.
	currencyDifference: { account: 'Currency Differences', type: 'Income' },
	returns: { account: 'Sales of Product Income', type: 'Income' },
	returnFees: { account: 'Return Fee Income', type: 'Income' },
	refundsNotItemised: { account: 'Refunds Not Itemised', type: 'Income' },
	refundDifferences: { account: 'Refund Differences', type: 'Income' },
	customerCredits: { account: 'Customer Credits', type: 'Other Current Liability' },
};

export const DEFAULT_ITEMS: Readonly<Record<ItemRole, string>> = {
	discounts: 'Shopify Discount',
	shipping: 'Shopify Shipping',
	tips: 'Shopify Tip',
	giftCards: 'Shopify Gift Card',
	storeCredit: 'Shopify Store Credit',
	duties: 'Shopify Duties',
	additionalFees: 'Shopify Additional Fee',
	marketplaceTax: 'Shopify Marketplace Tax',
	cashRounding: 'Shopify Cash Rounding',
	currencyDifference: 'Shopify Currency Difference',
	returns: 'Shopify Returned Goods',
	returnFees: 'Shopify Return Fee',
	refundsNotItemised: 'Shopify Refund Not Itemised',
	refundDifferences: 'Shopify Refund Difference',
	customerCredits: 'Shopify Customer Credit',
};

/**
 * Only Shopify Payments has a default account: money of a gateway nobody has mapped must stop the
 * order, because a clearing account that holds two gateways' money can never be proved.
 */
export const DEFAULT_PAYMENT_ACCOUNTS: readonly PaymentAccount[] = [
	{
		gateway: 'shopify_payments',
		account: { account: 'Shopify Payments Clearing', type: 'Bank' },
	},
];

/** QuickBooks has both by itself in companies that count stock. */
export const DEFAULT_STOCK: StockPolicy = {
	asset: { account: 'Inventory Asset', type: 'Other Current Asset', detail: 'Inventory' },
	cost: { account: 'Cost of Goods Sold', type: 'Cost of Goods Sold' },
	startDate: '',
};

/** Settings completed with the defaults. */
export function salesReceiptPolicy(settings: SalesReceiptSettings = {}): SalesReceiptPolicy {
	return {
		customer: { from: 'generic', genericName: 'Shopify Customer', ...settings.customer },
		discounts: settings.discounts ?? 'Contra Income',
		accounts: accountsWith(settings.accounts ?? {}),
		items: { ...DEFAULT_ITEMS, ...settings.items },
		productType: settings.productType ?? 'NonInventory',
		stock: stockWith(settings.stock ?? {}),
		booksCurrency: settings.booksCurrency ?? 'Shop Currency',
		paymentAccounts: settings.paymentAccounts ?? [...DEFAULT_PAYMENT_ACCOUNTS],
		numberPrefix: settings.numberPrefix ?? '',
		saleForm: settings.saleForm ?? 'Sales Receipt',
		refundForm: settings.refundForm ?? 'Refund Receipt',
		notRestocked: settings.notRestocked ?? 'Refund Item',
		dimensions: settings.dimensions ?? {},
		memo: settings.memo,
		asOf: settings.asOf,
	};
}

function stockWith({ asset, cost, startDate }: NonNullable<SalesReceiptSettings['stock']>) {
	return {
		asset: { ...DEFAULT_STOCK.asset, ...(asset === undefined ? {} : { account: asset }) },
		cost: { ...DEFAULT_STOCK.cost, ...(cost === undefined ? {} : { account: cost }) },
		startDate: startDate ?? '',
	};
}

/** Goods that came back lower the account that sales went to, unless another one is named. */
function accountsWith(
	changes: Partial<Record<AccountRole, Partial<AccountReference>>>,
): Record<AccountRole, AccountReference> {
	const complete = { ...DEFAULT_ACCOUNTS };
	for (const role of ACCOUNT_ROLES) {
		const usual = role === 'returns' ? complete.sales : complete[role];
		complete[role] = { ...usual, ...changes[role] };
	}
	return complete;
}

const ACCOUNT_ROLES = Object.keys(DEFAULT_ACCOUNTS) as AccountRole[];
