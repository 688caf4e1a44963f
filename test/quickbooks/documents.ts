import type { DocumentLine, SalesReceiptDocument } from '../../nodes/accounting/documents';

/** Documents as the mapper writes them, for tests of posting. */

export const SHOP = 'demo-store.myshopify.com';

/** The key of another shop's order. */
export function fromShop(name: string): Pick<SalesReceiptDocument, 'key'> {
	return { key: [`${name}.myshopify.com`, 'Order', '1'].join('/') };
}

export function productLine(changes: Partial<DocumentLine> = {}): DocumentLine {
	return {
		category: 'Product',
		item: {
			sku: 'TEE-BLUE',
			name: 'Blue T-Shirt',
			type: 'NonInventory',
			income: { account: 'Sales of Product Income', type: 'Income' },
		},
		description: 'Blue T-Shirt - M',
		quantity: 2,
		unitPrice: '20.00',
		amount: '40.00',
		taxes: [{ title: 'California State Tax', rate: '0.0725', amount: '2.90' }],
		...changes,
	};
}

export function shippingLine(amount = '5.00'): DocumentLine {
	return {
		category: 'Shipping',
		item: {
			name: 'Shopify Shipping',
			type: 'Service',
			income: { account: 'Shipping Income', type: 'Income' },
		},
		description: 'Standard',
		amount,
		taxes: [],
	};
}

/** Order #(1000 + n): 40.00 + 5.00 shipping + 2.90 tax = 47.90. */
export function receipt(
	n: number,
	changes: Partial<SalesReceiptDocument> = {},
): SalesReceiptDocument {
	const id = 5550000 + n;
	return {
		document: 'Sales Receipt',
		key: `${SHOP}/Order/${id}`,
		number: String(1000 + n),
		date: `2026-10-${String((n % 28) + 1).padStart(2, '0')}`,
		currency: 'USD',
		customer: { name: 'Shopify Customer' },
		depositTo: { account: 'Shopify Payments Clearing', type: 'Bank' },
		paymentMethod: 'Shopify Payments',
		lines: [productLine(), shippingLine()],
		taxes: [{ title: 'California State Tax', rate: '0.0725', amount: '2.90' }],
		taxTotal: '2.90',
		pricesIncludeTax: false,
		total: '47.90',
		memo: `Shopify order #${1000 + n}`,
		source: {
			type: 'Order',
			id: `gid://shopify/Order/${id}`,
			name: `#${1000 + n}`,
			shop: SHOP,
			total: '47.90',
		},
		...changes,
	};
}

export function receipts(count: number, changes: Partial<SalesReceiptDocument> = {}) {
	return Array.from({ length: count }, (_, index) => receipt(index + 1, changes));
}

/** The same sale with 20 % VAT and no tax on shipping: 40.00 + 5.00 + 8.00 = 53.00. */
export function vatReceipt(n: number, changes: Partial<SalesReceiptDocument> = {}) {
	const vat = { title: 'GB VAT', rate: '0.2', amount: '8.00' };
	return receipt(n, {
		currency: 'GBP',
		lines: [productLine({ taxes: [vat] }), shippingLine()],
		taxes: [vat],
		taxTotal: '8.00',
		total: '53.00',
		...changes,
	});
}
