import type { OrderFacts, TransactionFacts } from '../facts/order';
import { Money } from '../money';
import { isCredit, tendersIn, type GatewayTender } from '../orderToSalesReceipt/tenders';
import { successful } from '../sales/refundState';
import type { RefundEvent } from '../sales/timeline';

/** What moved, by tender, in the shop's currency. */
export interface MoneyBack {
	giftCards: Money;
	storeCredit: Money;
	gateways: GatewayTender[];
	/** The transactions of real money. */
	transactions: TransactionFacts[];
	/** Coins rounded at the till, signed: positive is given back on top. */
	rounding: Money;
}

export function moneyBack(order: OrderFacts, event: RefundEvent): MoneyBack {
	const moved = successful(event.refund);
	const tenders = tendersIn(order, moved);
	return {
		giftCards: tenders.giftCards.shop,
		storeCredit: tenders.storeCredit.shop,
		gateways: tenders.gateways,
		transactions: moved.filter((transaction) => !isCredit(transaction)),
		rounding: Money.sum(
			order.currency,
			moved.map(({ rounding }) => rounding),
		),
	};
}
