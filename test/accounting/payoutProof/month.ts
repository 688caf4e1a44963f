import { Money } from '../../../nodes/accounting/money';
import { readPayout } from '../../../nodes/accounting/facts/payoutItem';
import {
	Books,
	readOrderLinks,
	type BookEntry,
	type ProofInput,
} from '../../../nodes/accounting/payoutProof';

export const DOMAIN = 'demo-store.myshopify.com';
export const CLEARING = 'Shopify Payments Clearing';

const money = (amount: string) => ({ amount, currencyCode: 'USD' });
const gid = (type: string, id: number) => `gid://shopify/${type}/${id}`;

interface RowShape {
	id: number;
	type: string;
	amount: string;
	fee: string;
	net: string;
	order?: number;
	transaction?: number;
}

function row({ id, type, amount, fee, net, order, transaction }: RowShape) {
	return {
		id: gid('ShopifyPaymentsBalanceTransaction', id),
		type,
		sourceType: null,
		sourceId: null as string | null,
		sourceOrderTransactionId: transaction === undefined ? null : String(transaction),
		test: false,
		transactionDate: '2026-10-05T15:04:00Z',
		amount: money(amount),
		fee: money(fee),
		net: money(net),
		associatedOrder: order === undefined ? null : { id: gid('Order', order), name: `#${order}` },
		associatedPayout: { id: gid('ShopifyPaymentsPayout', 7), status: 'PAID' },
		adjustmentsOrders: [],
		adjustmentReason: null,
	};
}

const transaction = (id: number, kind: string, amount: string) => ({
	id: gid('OrderTransaction', id),
	kind,
	status: 'SUCCESS',
	gateway: 'shopify_payments',
	test: false,
	amountSet: { shopMoney: money(amount), presentmentMoney: money(amount) },
});

/** Two orders, one refunded in part, a dispute with its fee and a label: 84.20 to the bank. */
export const PAYOUT = {
	id: gid('ShopifyPaymentsPayout', 7),
	legacyResourceId: '7',
	issuedAt: '2026-10-08T00:00:00Z',
	status: 'PAID',
	transactionType: 'DEPOSIT',
	net: money('84.2'),
	shop: { myshopifyDomain: DOMAIN, ianaTimezone: 'America/New_York', currencyCode: 'USD' },
	balanceTransactions: [
		row({
			id: 1,
			type: 'CHARGE',
			amount: '100.0',
			fee: '3.2',
			net: '96.8',
			order: 1001,
			transaction: 11,
		}),
		row({
			id: 2,
			type: 'CHARGE',
			amount: '50.0',
			fee: '1.75',
			net: '48.25',
			order: 1002,
			transaction: 12,
		}),
		row({
			id: 3,
			type: 'REFUND',
			amount: '-20.0',
			fee: '0.0',
			net: '-20.0',
			order: 1001,
			transaction: 13,
		}),
		row({
			id: 4,
			type: 'DISPUTE_WITHDRAWAL',
			amount: '-20.0',
			fee: '15.0',
			net: '-35.0',
			order: 1002,
		}),
		row({ id: 5, type: 'SHIPPING_LABEL', amount: '-5.85', fee: '0.0', net: '-5.85' }),
	],
	orders: [
		{
			id: gid('Order', 1001),
			name: '#1001',
			transactions: [transaction(11, 'SALE', '100.0'), transaction(13, 'REFUND', '20.0')],
			refunds: [{ id: gid('Refund', 31), transactions: [{ id: gid('OrderTransaction', 13) }] }],
		},
		{
			id: gid('Order', 1002),
			name: '#1002',
			transactions: [transaction(12, 'SALE', '50.0')],
			refunds: [],
		},
	],
};

/** A document that moves clearing by the amount (negative lowers it). */
export function entry(document: string, id: string, key: string, moved: string): BookEntry {
	const amount = Money.parse(moved, 'USD');
	return {
		document,
		id,
		number: id,
		date: '2026-10-05',
		currency: 'USD',
		total: amount.isNegative() ? amount.negate() : amount,
		keys: [`${DOMAIN}/${key}`],
		customer: 'Shopify Customer',
		moves: [{ account: CLEARING, amount }],
		links: [],
		url: `https://qbo.intuit.com/app/${document.replaceAll(' ', '').toLowerCase()}?txnId=${id}`,
	};
}

/** What the books hold when everything was posted. */
export const ENTRIES: readonly BookEntry[] = [
	entry('Sales Receipt', '1', 'Order/1001', '100.00'),
	entry('Sales Receipt', '2', 'Order/1002', '50.00'),
	entry('Refund Receipt', '3', 'Refund/31', '-20.00'),
	entry('Journal Entry', '4', 'BalanceTransaction/4', '-20.00'),
	{ ...entry('Bill', '5', 'Payout/7/Fees', '0.00'), moves: [], total: Money.parse('25.80', 'USD') },
	entry('Bill Payment', '6', 'Payout/7/Fees/Payment', '-25.80'),
	entry('Deposit', '7', 'Payout/7', '-84.20'),
];

export function inputOf(entries: readonly BookEntry[], item: unknown = PAYOUT): ProofInput {
	const payout = readPayout(item);
	const orders = readOrderLinks(item);
	if (!payout.ok || !orders.ok) throw new Error('the payout of the test cannot be read');
	return {
		payout: payout.value,
		orders: orders.value,
		books: new Books(entries),
		accounts: { clearing: new Set([CLEARING]) },
	};
}
