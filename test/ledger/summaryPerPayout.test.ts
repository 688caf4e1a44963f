import { orderToDocuments } from '../../nodes/accounting/orderDocuments';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { summaries, type SummaryPart } from '../../nodes/accounting/summary';
import { withPayouts } from '../../nodes/shopify/payments/payoutsOfOrders';
import { openShop } from '../shopify/sandboxShop.mts';

type Shop = Awaited<ReturnType<typeof openShop>>;
type Row = { type: string; amount: { amount: string }; associatedPayout: { id: string | null } };

const cents = (amount: string) => Math.round(Number(amount) * 100);

let shop: Shop;
beforeAll(async () => {
	shop = await openShop({ seed: 11, orders: 200 });
});
afterAll(async () => await shop.close());

const policy = salesReceiptPolicy({
	saleForm: 'Summary per Payout',
	paymentAccounts: [
		{ gateway: 'shopify_payments', account: { account: 'Clearing', type: 'Bank' } },
		{ gateway: '*', account: { account: 'Other Payments', type: 'Bank' } },
	],
	asOf: '2026-12-01T00:00:00Z',
});

it('sums up what Shopify Records gives by the payout that paid it, to its charges', async () => {
	const read = (await shop.ask()).result;
	if (!read.ok) throw new Error(read.problem.what);
	const joined = await withPayouts(shop.client(), read.value.orders);
	if (!joined.ok) throw new Error(joined.problem.what);
	const parts = joined.value.orders.flatMap((order): SummaryPart[] => {
		const outcome = orderToDocuments(order, policy);
		return outcome.kind === 'documents' && outcome.part ? [outcome.part] : [];
	});
	const rows = shop.shop.shopifyPaymentsAccount.balanceTransactions as unknown as Row[];
	const ofPayouts = summaries(parts).filter(({ document }) => document.source.type === 'Payout');
	expect(ofPayouts.length).toBeGreaterThan(10);
	const wrong = ofPayouts.filter(({ document, parts: own }) => {
		const names = new Set(own.map(({ receipt }) => receipt.source.id));
		const charges = rows.filter((row) => {
			const { associatedOrder } = row as unknown as { associatedOrder: { id: string } | null };
			return row.type === 'CHARGE' && names.has(associatedOrder?.id ?? '');
		});
		const sum = charges.reduce((all, { amount }) => all + cents(amount.amount), 0);
		return sum !== cents(document.total);
	});
	expect(wrong.map(({ document }) => document.key)).toEqual([]);
});

it('names the payout of money that went back, on the refund too', async () => {
	const read = (await shop.askRefunds()).result;
	if (!read.ok) throw new Error(read.problem.what);
	const joined = await withPayouts(shop.client(), read.value.refunds);
	if (!joined.ok) throw new Error(joined.problem.what);
	const back = joined.value.orders.flatMap(
		({ refund }) => refund.transactions as Array<{ gateway: string; payout?: object | null }>,
	);
	const own = back.filter(({ gateway }) => gateway === 'shopify_payments');
	expect(own.length).toBeGreaterThan(0);
	expect(own.every((transaction) => 'payout' in transaction)).toBe(true);
	expect(own.some(({ payout }) => payout)).toBe(true);
});
