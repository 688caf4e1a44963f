import { dateTime } from './calendar.mts';
import type { Ids } from './ids.mts';
import type { Customer, Node } from './model.mts';
import { moneyV2 } from './money.mts';

/** Store credit: one account per customer and currency, in the shop's currency here. */
export class StoreCredit {
	private readonly balances = new Map<Customer, number>();

	constructor(
		private readonly ids: Ids,
		private readonly currency: string,
	) {}

	/** Minor units; negative is spending. */
	move(customer: Customer, amount: number, at: number): void {
		const accounts = customer.storeCreditAccounts as Node[];
		if (accounts.length === 0) {
			accounts.push({ id: this.ids.gid('StoreCreditAccount'), owner: customer, transactions: [] });
		}
		const [account] = accounts;
		const balance = (this.balances.get(customer) ?? 0) + amount;
		this.balances.set(customer, balance);
		account.balance = moneyV2(balance, this.currency);
		const kind = amount < 0 ? 'Debit' : 'Credit';
		(account.transactions as Node[]).push({
			__typename: `StoreCreditAccount${kind}Transaction`,
			id: this.ids.gid(`StoreCreditAccount${kind}Transaction`),
			amount: moneyV2(amount, this.currency),
			balanceAfterTransaction: moneyV2(balance, this.currency),
			createdAt: dateTime(at),
			event: amount < 0 ? 'ORDER_PAYMENT' : 'ADJUSTMENT',
			...(amount < 0 ? {} : { expiresAt: null, remainingAmount: moneyV2(amount, this.currency) }),
			account,
		});
	}
}
