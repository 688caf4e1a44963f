import type { AccountReference } from '../documents';
import type { OrderFacts } from '../facts/order';
import type { PaymentAccount, SalesReceiptPolicy } from '../policy';
import type { Outcome } from '../problems';
import type { GatewayTender } from './tenders';

export interface Deposit {
	depositTo: AccountReference;
	paymentMethod?: string;
}

/** The one account the money arrived in. A receipt has only one, so a split payment needs an invoice. */
export function depositOf(
	order: OrderFacts,
	policy: SalesReceiptPolicy,
	gateways: readonly GatewayTender[],
): Outcome<Deposit> {
	const where = `Order ${order.name}`;
	if (policy.paymentAccounts.length === 0) {
		const what = 'No account is named for any payment gateway';
		const fix = "Add a row to 'Payment Accounts', with '*' as the gateway to catch all of them.";
		return { ok: false, problem: { code: 'no-payment-accounts', what, where, fix } };
	}
	const rows = rowsFor(policy.paymentAccounts, order.currency);
	const mapped = gateways.map((tender) => ({
		tender,
		account: accountFor(rows, tender),
	}));
	const unmapped = mapped.find(({ account }) => account === undefined);
	if (unmapped !== undefined)
		return { ok: false, problem: unmappedGateway(where, unmapped.tender) };
	const accounts = mapped.flatMap(({ account }) => (account === undefined ? [] : [account]));
	const [first = (rows[0] ?? policy.paymentAccounts[0]).account] = accounts;
	if (accounts.some((account) => account.account !== first.account)) {
		return { ok: false, problem: splitPayment(where, gateways, accounts) };
	}
	const name = gateways[0]?.name;
	return { ok: true, value: { depositTo: { ...first }, ...(name ? { paymentMethod: name } : {}) } };
}

/** An account is kept in one currency: rows of another one do not count, those of this one come first. */
function rowsFor(rows: readonly PaymentAccount[], currency: string): PaymentAccount[] {
	const own = rows.filter((row) => row.currency === currency);
	return [...own, ...rows.filter((row) => row.currency === undefined)];
}

function accountFor(
	rows: readonly PaymentAccount[],
	{ gateway, name }: GatewayTender,
): AccountReference | undefined {
	const keys = rows.map((row) => row.gateway.trim().toLowerCase());
	const index = [gateway, name.toLowerCase(), '*']
		.map((wanted) => keys.indexOf(wanted))
		.find((found) => found >= 0);
	return index === undefined ? undefined : rows[index].account;
}

function unmappedGateway(where: string, { gateway, name, amount }: GatewayTender) {
	return {
		code: 'unmapped-gateway',
		what: `${amount} came in by '${name}', and no account is named for that payment gateway`,
		where,
		fix: `Add a row to 'Payment Accounts' with the gateway '${gateway}' and the account its money arrives in.`,
	};
}

function splitPayment(
	where: string,
	gateways: readonly GatewayTender[],
	accounts: readonly AccountReference[],
) {
	const parts = gateways.map(
		({ name, amount }, index) => `${amount} by '${name}' to '${accounts[index].account}'`,
	);
	return {
		code: 'split-payment',
		what: `The order was paid into different accounts: ${parts.join(', ')}`,
		where,
		fix: "A sales receipt has one account only. Choose 'Invoice and Payments' under 'Book Orders As', which books each payment by itself, or give these gateways the same account in 'Payment Accounts'.",
	};
}
