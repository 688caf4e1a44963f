import { LEDGER_TYPES } from '../../../nodes/accounting/ledgerTypes/index.ts';
import type { BalanceTransaction } from '../../../sandbox/shopify/shop/modelPayments.mts';
import { minor } from '../../../sandbox/shopify/time/minor.mts';
import type { Merchant } from '../../../scripts/demo/merchant.mts';

const CURRENCY = 'USD';
const CLEARING = 'Shopify Payments Clearing';

/** Balance of the account of this name in QuickBooks, in cents. */
export function balanceOf({ quickBooks: { company } }: Merchant, name: string): number {
	const account = company.all('Account').find(({ Name }) => Name === name);
	return account === undefined ? 0 : company.balance(account.Id);
}

export const clearing = (merchant: Merchant): number => balanceOf(merchant, CLEARING);

/** Sum of the whole trial balance, debits positive; anything but 0 is a broken ledger. */
export function sumOfTrialBalance({ quickBooks: { company } }: Merchant): number {
	const balances = company.all('Account').map(({ Id }) => company.balance(Id));
	return balances.reduce((sum, balance) => sum + balance, 0);
}

/** What the shop has paid to the bank by now, by its own list, in cents. */
export const paidOut = (merchant: Merchant): number =>
	sum(payoutsOf(merchant).flatMap(({ status, net }) => (status === 'PAID' ? [cents(net)] : [])));

/** What the shop owes by its own word: its balance and the payouts on their way. */
export function unpaidBalance(merchant: Merchant): number {
	const { balance } = merchant.shopify.shop.shopifyPaymentsAccount;
	const onTheWay = payoutsOf(merchant).filter(({ status }) =>
		['SCHEDULED', 'IN_TRANSIT'].includes(status),
	);
	return sum([...balance.map((each) => cents(each)), ...onTheWay.map(({ net }) => cents(net))]);
}

/** Rows of the ledger that are in no payout which the bank has. */
export function openRows(merchant: Merchant): BalanceTransaction[] {
	const { balanceTransactions } = merchant.shopify.shop.shopifyPaymentsAccount;
	return balanceTransactions.filter(({ test, type, associatedPayout }) => {
		return !test && type !== 'TRANSFER' && associatedPayout.status !== 'PAID';
	});
}

/** Net of the open rows, in cents. */
export const owedByRows = (merchant: Merchant): number =>
	sum(openRows(merchant).map(({ net }) => cents(net)));

/** What the documents of orders and refunds book in clearing as soon as it happens. */
const OF_ORDERS = ['CHARGE', 'REFUND'];

/**
 * What the books will hold only with its payout, less what of it Shopify has reckoned with: fees, what
 * Shopify charges beside them, and movements that no payout has taken yet. A movement whose payout is
 * known must be booked.
 */
export function waitingForPayout(merchant: Merchant): number {
	const { company } = merchant.quickBooks;
	const entries = ['JournalEntry', 'Purchase', 'Deposit', 'Transfer'];
	const documents = entries.flatMap((entity) => company.all(entity));
	const isBooked = ({ id }: BalanceTransaction) => {
		const key = `/BalanceTransaction/${id.slice(id.lastIndexOf('/') + 1)}]`;
		return documents.some(({ PrivateNote }) => String(PrivateNote).includes(key));
	};
	return sum(
		openRows(merchant).map((row) =>
			!OF_ORDERS.includes(row.type) && !isBooked(row) && mayWait(row)
				? -cents(row.net)
				: cents(row.fee),
		),
	);
}

function mayWait({ type, associatedPayout }: BalanceTransaction): boolean {
	return associatedPayout.id === null || LEDGER_TYPES.get(type)?.booking === 'Charge';
}

/** Whether lists show everything that has happened: what a run after this can know of. */
export function showsAll(merchant: Merchant): boolean {
	const shown = new Set(
		merchant.shopify.shop.orders.flatMap(({ transactions }) =>
			transactions.map(({ id }) => id.slice(id.lastIndexOf('/') + 1)),
		),
	);
	return (
		owedByRows(merchant) === unpaidBalance(merchant) &&
		openRows(merchant).every(
			({ sourceOrderTransactionId: id }) => id === null || shown.has(String(id)),
		)
	);
}

const payoutsOf = ({ shopify }: Merchant) => shopify.shop.shopifyPaymentsAccount.payouts;

const cents = ({ amount }: { amount: string }): number => minor(amount, CURRENCY);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
