import type {
	BooksProduct,
	ProductAccounts,
	ProductFacts,
	ProductField,
	ProductPolicy,
	ShopVariant,
} from '../../../nodes/accounting/products';

/** Makers of both sides; what a test does not name is usual. */

export const ALL_FIELDS: readonly ProductField[] = [
	'accounts',
	'cost',
	'description',
	'name',
	'price',
	'sku',
	'type',
];

let count = 0;

export function variant(more: Partial<ShopVariant> = {}): ShopVariant {
	count += 1;
	return {
		variantId: `gid://shopify/ProductVariant/${count}`,
		inventoryItemId: `gid://shopify/InventoryItem/${count}`,
		name: 'Linen Shirt',
		sku: 'LS-1',
		price: '49.90',
		unitCost: { amount: '20.0', currencyCode: 'USD' },
		taxable: true,
		tracked: true,
		isBundle: false,
		isGiftCard: false,
		description: 'Soft and light',
		status: 'ACTIVE',
		...more,
	};
}

export function item(more: Partial<BooksProduct> = {}): BooksProduct {
	count += 1;
	return {
		id: String(count),
		name: 'Linen Shirt',
		sku: 'LS-1',
		type: 'NonInventory',
		active: true,
		parent: '',
		price: '49.9',
		priceIncludesTax: false,
		cost: '20',
		description: 'Soft and light',
		income: { id: '1', name: 'Sales' },
		expense: { id: '2', name: 'Cost of Goods Sold' },
		...more,
	};
}

export const ACCOUNTS: ProductAccounts = {
	income: { state: 'found', id: '1', name: 'Sales' },
	cost: { state: 'found', id: '2', name: 'Cost of Goods Sold' },
	asset: { state: 'found', id: '3', name: 'Inventory Asset' },
};

export function facts(
	products: readonly ShopVariant[],
	items: readonly BooksProduct[],
	more: Partial<ProductFacts> = {},
): ProductFacts {
	return {
		shop: { currency: 'USD', taxesIncluded: false },
		company: {
			name: 'Books',
			homeCurrency: 'USD',
			marksTax: false,
			marksTaxable: true,
			stockOff: null,
		},
		products,
		items,
		accounts: ACCOUNTS,
		costEntry: null,
		today: '2026-11-24',
		...more,
	};
}

export function policy(more: Partial<ProductPolicy> = {}): ProductPolicy {
	return {
		match: 'skuThenName',
		createMissing: true,
		fields: new Set(),
		type: 'NonInventory',
		stockStart: '',
		pricesWithTax: 'leaveOut',
		statuses: new Set(['ACTIVE', 'UNLISTED']),
		...more,
	};
}
