import type {
	AccountingDocument,
	CreditMemoDocument,
	CreditRefundDocument,
	DocumentTax,
	InvoiceDocument,
	PaymentDocument,
	RefundReceiptDocument,
} from '../../nodes/accounting/documents';
import type { ListKind, PostingSettings } from '../../nodes/quickbooks/settings';
import { productLine, receipt, SHOP, shippingLine } from './documents';

/** One document of each kind around order #(1000 + n): sold for 47.90, one shirt of two given back. */

const CLEARING = { account: 'Shopify Payments Clearing', type: 'Bank' } as const;
const TAX: DocumentTax = { title: 'California State Tax', rate: '0.0725', amount: '2.90' };
const HALF: DocumentTax = { ...TAX, amount: '1.45' };

const orderId = (n: number) => 5550000 + n;
const day = (n: number) => `2026-10-${String((n % 28) + 1).padStart(2, '0')}`;
const common = (n: number) => ({
	date: day(n),
	currency: 'USD',
	customer: { name: 'Shopify Customer' },
	memo: `Shopify order #${1000 + n}`,
});
const source = (n: number, type: 'Order' | 'Refund' | 'Transaction', total: string) => ({
	type,
	id: `gid://shopify/${type}/${n}`,
	name: `#${1000 + n}`,
	shop: SHOP,
	total,
});

export const orderKey = (n: number) => `${SHOP}/Order/${orderId(n)}`;

export function invoice(n: number, changes: Partial<InvoiceDocument> = {}): InvoiceDocument {
	return {
		...common(n),
		document: 'Invoice',
		key: orderKey(n),
		number: String(1000 + n),
		lines: [productLine(), shippingLine()],
		taxes: [TAX],
		taxTotal: '2.90',
		pricesIncludeTax: false,
		total: '47.90',
		source: source(n, 'Order', '47.90'),
		...changes,
	};
}

export function payment(n: number, changes: Partial<PaymentDocument> = {}): PaymentDocument {
	return {
		...common(n),
		document: 'Payment',
		key: `${SHOP}/OrderTransaction/${7770000 + n}`,
		appliesTo: { document: 'Invoice', key: orderKey(n) },
		depositTo: CLEARING,
		paymentMethod: 'Shopify Payments',
		total: '47.90',
		source: source(n, 'Transaction', '47.90'),
		...changes,
	};
}

function givenBack(n: number) {
	return {
		...common(n),
		key: `${SHOP}/Refund/${8880000 + n}`,
		number: `${1000 + n}-R1`,
		lines: [productLine({ quantity: 1, amount: '20.00', taxes: [HALF] })],
		taxes: [HALF],
		taxTotal: '1.45',
		pricesIncludeTax: false,
		total: '21.45',
		source: source(n, 'Refund', '21.45'),
	};
}

export function refundReceipt(
	n: number,
	changes: Partial<RefundReceiptDocument> = {},
): RefundReceiptDocument {
	return {
		...givenBack(n),
		document: 'Refund Receipt',
		refundFrom: CLEARING,
		paymentMethod: 'Shopify Payments',
		appliesTo: { document: 'Sales Receipt', key: orderKey(n) },
		...changes,
	};
}

export function creditMemo(
	n: number,
	changes: Partial<CreditMemoDocument> = {},
): CreditMemoDocument {
	return { ...givenBack(n), document: 'Credit Memo', ...changes };
}

export function creditRefund(
	n: number,
	changes: Partial<CreditRefundDocument> = {},
): CreditRefundDocument {
	return {
		...common(n),
		document: 'Credit Refund',
		key: `${SHOP}/OrderTransaction/${9990000 + n}`,
		appliesTo: { document: 'Credit Memo', key: `${SHOP}/Refund/${8880000 + n}` },
		refundFrom: CLEARING,
		paymentMethod: 'Shopify Payments',
		total: '21.45',
		source: source(n, 'Transaction', '21.45'),
		...changes,
	};
}

/**
 * Two sales, one paid and one invoiced; money for the invoice; a refund of each; money for the credit.
 *
 * @param before how many orders there were before them.
 */
export function allKinds(before = 0, currency = 'USD'): AccountingDocument[] {
	const paid = before + 1;
	const invoiced = before + 2;
	return [
		creditRefund(invoiced, { currency }),
		payment(invoiced, { currency }),
		refundReceipt(paid, { currency }),
		creditMemo(invoiced, { currency }),
		invoice(invoiced, { currency }),
		receipt(paid, { currency }),
	];
}

const taxCode = (code: string): Partial<PostingSettings> => ({
	create: new Set<ListKind>(['Account', 'Customer', 'Item', 'Payment Method']),
	taxCodes: [{ title: 'California State Tax', rate: '7.25', code }],
});

/** A currency to post to each of the sandbox's companies, and what they need to take our tax. */
export const COMPANIES = [
	{ company: 'us-automated', currency: 'USD', settings: taxCode('') },
	{ company: 'us-manual', currency: 'USD', settings: taxCode('California') },
	{
		company: 'uk-vat',
		currency: 'GBP',
		settings: { ...taxCode('20.0% S'), noTaxCode: 'No VAT' },
	},
	{ company: 'multicurrency', currency: 'EUR', settings: taxCode('California') },
] as const;
