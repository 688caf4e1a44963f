/** A shop of three orders and a payout, by hand: what the server needs and no more. */

const money = (amount: string) => {
	const one = { amount, currencyCode: 'USD' };
	return { shopMoney: one, presentmentMoney: one };
};
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });

interface TinyOrder {
	number: number;
	createdAt: string;
	status: string;
	test?: boolean;
}

function order({ number, createdAt, status, test = false }: TinyOrder) {
	const lines = [1, 2, 3].map((line) => ({
		__typename: 'LineItem',
		id: `gid://shopify/LineItem/${number}${line}`,
		title: `Thing ${line}`,
		name: `Thing ${line}`,
		sku: `SKU-${line}`,
		quantity: line,
		currentQuantity: line,
		originalUnitPriceSet: money('10.0'),
	}));
	return {
		id: `gid://shopify/Order/${number}`,
		legacyResourceId: String(number),
		name: `#${number}`,
		number,
		createdAt,
		updatedAt: createdAt,
		processedAt: createdAt,
		cancelledAt: null,
		closedAt: null,
		test,
		displayFinancialStatus: status,
		paymentGatewayNames: ['shopify_payments'],
		totalPriceSet: money('60.0'),
		tags: ['tiny'],
		customer: CUSTOMER,
		lineItems: lines,
		shippingLines: [
			{ id: 'gid://shopify/ShippingLine/1', title: 'Post', isRemoved: false },
			{ id: 'gid://shopify/ShippingLine/2', title: 'Gone', isRemoved: true },
		],
		transactions: [{ id: `gid://shopify/OrderTransaction/${number}`, kind: 'SALE' }],
		refunds: [],
		agreements: [],
	};
}

const CUSTOMER = {
	id: 'gid://shopify/Customer/7',
	displayName: 'Ada Byron',
	createdAt: '2026-01-01T00:00:00Z',
	updatedAt: '2026-01-01T00:00:00Z',
	defaultEmailAddress: { emailAddress: 'ada@example.com' },
};

const PAYOUT = {
	id: 'gid://shopify/ShopifyPaymentsPayout/500',
	legacyResourceId: '500',
	issuedAt: '2026-11-04T00:00:00Z',
	status: 'PAID',
	transactionType: 'DEPOSIT',
	net: usd('57.96'),
};

function balanceTransaction(number: number, type: string, amount: string, payout: boolean) {
	return {
		id: `gid://shopify/ShopifyPaymentsBalanceTransaction/${number}`,
		type,
		sourceType: type,
		transactionDate: `2026-11-0${number}T10:00:00Z`,
		test: false,
		amount: usd(amount),
		fee: usd('0.0'),
		net: usd(amount),
		associatedOrder: null,
		associatedPayout: payout ? { id: PAYOUT.id, status: 'PAID' } : { id: null, status: 'PENDING' },
		adjustmentsOrders: [],
	};
}

const LOCATION = { id: 'gid://shopify/Location/1', name: 'Warehouse', isActive: true };

/** Made anew for every shop: stock is what a client may change. */
function inventoryItem() {
	const quantities = [
		{ name: 'available', quantity: 5 },
		{ name: 'on_hand', quantity: 6 },
	];
	return {
		id: 'gid://shopify/InventoryItem/1',
		sku: 'SKU-1',
		tracked: true,
		inventoryLevels: [{ id: 'gid://shopify/InventoryLevel/1', location: LOCATION, quantities }],
	};
}

export function tinyShop() {
	const account = {
		id: 'gid://shopify/ShopifyPaymentsAccount/1',
		activated: true,
		country: 'US',
		defaultCurrency: 'USD',
		balance: [usd('20.0')],
		payouts: [PAYOUT],
		balanceTransactions: [
			balanceTransaction(1, 'CHARGE', '57.96', true),
			balanceTransaction(2, 'CHARGE', '20.0', false),
			balanceTransaction(4, 'TRANSFER', '-57.96', true),
		],
		disputes: [],
	};
	return {
		shop: {
			id: 'gid://shopify/Shop/1',
			name: 'Tiny',
			myshopifyDomain: 'tiny.myshopify.com',
			currencyCode: 'USD',
			ianaTimezone: 'America/New_York',
		},
		businessEntities: [
			{
				id: 'gid://shopify/BusinessEntity/1',
				displayName: 'Tiny Inc.',
				primary: true,
				shopifyPaymentsAccount: account,
			},
		],
		orders: [
			order({ number: 1001, createdAt: '2026-08-01T12:00:00Z', status: 'PAID' }),
			order({ number: 1002, createdAt: '2026-11-01T03:30:00Z', status: 'PAID' }),
			order({ number: 1003, createdAt: '2026-11-02T12:00:00Z', status: 'PENDING', test: true }),
		],
		customers: [CUSTOMER],
		products: [],
		productVariants: [],
		inventoryItems: [inventoryItem()],
		locations: [LOCATION],
		giftCards: [],
		disputes: [],
		shopifyPaymentsAccount: account,
	};
}
