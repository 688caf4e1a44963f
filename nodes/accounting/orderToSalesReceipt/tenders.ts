import type { Amount, OrderFacts, TransactionFacts } from '../facts/order';
import { groupBy } from '../groupBy';
import { Money } from '../money';

/** What the customer paid with, from Shopify's transactions. */
export interface Tenders {
	giftCards: Amount;
	storeCredit: Amount;
	/** Money that arrived somewhere, by gateway; change given back is already taken off. */
	gateways: GatewayTender[];
	received: Amount;
}

export interface GatewayTender {
	gateway: string;
	name: string;
	amount: Money;
}

/**
 * Money moves with a successful SALE or CAPTURE, and back with CHANGE (coins returned at the till). An
 * authorisation only reserves it; a refund is a document of its own.
 */
export function tendersOf(order: OrderFacts): Tenders {
	return tendersIn(order, order.transactions.filter(movesMoney));
}

/** By tender, for transactions that moved money all the same way. */
export function tendersIn(order: OrderFacts, moved: readonly TransactionFacts[]): Tenders {
	const money = moved.filter((transaction) => !isCredit(transaction));
	return {
		giftCards: netOf(
			order,
			moved.filter((each) => creditKind(each) === 'gift card'),
		),
		storeCredit: netOf(
			order,
			moved.filter((each) => creditKind(each) === 'store credit'),
		),
		gateways: byGateway(order, money),
		received: netOf(order, money),
	};
}

/** True when the order's only payments are those of a payment provider's test mode. */
export function paidInTestMode(order: OrderFacts): boolean {
	const payments = order.transactions.filter(isSuccessfulPayment);
	return payments.length > 0 && payments.every((payment) => payment.test);
}

export function movesMoney(transaction: TransactionFacts): boolean {
	return isSuccessfulPayment(transaction) && !transaction.test;
}

function isSuccessfulPayment({ status, kind }: TransactionFacts): boolean {
	return status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE' || kind === 'CHANGE');
}

/** Gift cards and store credit are owed, and no money. */
export function isCredit(transaction: TransactionFacts): boolean {
	return creditKind(transaction) !== undefined;
}

export function creditKind({
	gateway,
}: TransactionFacts): 'gift card' | 'store credit' | undefined {
	const code = gateway.replaceAll(/[\s-]+/g, '_');
	if (code === 'gift_card') return 'gift card';
	if (code === 'shopify_store_credit' || code === 'store_credit') return 'store credit';
	return undefined;
}

function byGateway(order: OrderFacts, money: readonly TransactionFacts[]): GatewayTender[] {
	return groupBy(money, ({ gateway }) => gateway)
		.map((transactions) => ({
			gateway: transactions[0].gateway,
			name: transactions[0].gatewayName,
			amount: netOf(order, transactions).shop,
		}))
		.filter(({ amount }) => !amount.isZero())
		.sort((a, b) => b.amount.compare(a.amount) || (a.gateway < b.gateway ? -1 : 1));
}

/** Presentment is known only when Shopify gives it in the order's presentment currency throughout. */
function netOf(order: OrderFacts, transactions: readonly TransactionFacts[]): Amount {
	const signed = transactions.map(({ kind, amount }) =>
		kind === 'CHANGE' ? negated(amount) : amount,
	);
	const presentment = signed.flatMap((amount) =>
		amount.presentment?.currency === order.presentmentCurrency ? [amount.presentment] : [],
	);
	return {
		shop: Money.sum(
			order.currency,
			signed.map((amount) => amount.shop),
		),
		presentment:
			order.total.presentment !== null && presentment.length === signed.length
				? Money.sum(order.total.presentment.currency, presentment)
				: null,
	};
}

function negated(amount: Amount): Amount {
	return { shop: amount.shop.negate(), presentment: amount.presentment?.negate() ?? null };
}
