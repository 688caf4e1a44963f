import { smallShop } from './badShop.mts';
import { nodesOf, startMerchant, template, type Merchant } from './merchant.mts';
import { changedAgo, placedAgo } from './moments.mts';
import { refundShop } from './refundShop.mts';
import { told } from './told.mts';

/** What the templates do by themselves, and what a run by hand does after that. */
let merchant: Merchant;

afterEach(async () => await merchant.close());

async function bySchedule(number: 2 | 3 | 4) {
	const workflow = template(number);
	const nodes = nodesOf(workflow);
	const run = await merchant.run(workflow, { startNode: nodes.schedule, mode: 'trigger' });
	expect([run.status, run.error?.message]).toEqual(['success', undefined]);
	expect(run.outputs[nodes.read]).toBeUndefined();
	return told(run, nodes);
}

async function byHand(number: 2 | 3 | 4) {
	const workflow = template(number);
	return told(await merchant.run(workflow), nodesOf(workflow));
}

it('template 2 books every hour what changed, unless it is from before the start date', async () => {
	merchant = await startMerchant({ shop: smallShop(4) });
	const [old, ...orders] = merchant.shopify.shop.orders;
	placedAgo(old, 24 * 365);
	changedAgo(old, 1);
	changedAgo(orders[0], 1);
	const { posted, read } = await bySchedule(2);
	expect(read.sort()).toEqual([old.name, orders[0].name].sort());
	expect(posted.sort()).toEqual([orders[0].name, `${orders[0].name}-P1`]);
	expect((await bySchedule(2)).posted).toEqual([]);
	expect((await byHand(2)).posted).toHaveLength(4);
});

it('template 3 books every hour the refunds of orders that changed, also one whose money came late', async () => {
	merchant = await startMerchant({ shop: refundShop() });
	const { orders } = merchant.shopify.shop;
	const isPending = ({ refunds }: (typeof orders)[number]) =>
		refunds.some(({ transactions }) => transactions.some(({ status }) => status === 'PENDING'));
	const late = orders.filter(isPending)[0];
	const [old, other] = orders.filter((order) => order !== late);
	for (const order of [late, old, other]) changedAgo(order, 1);
	for (const refund of old.refunds) {
		Object.assign(refund, {
			createdAt: '2020-02-29T12:00:00Z',
			processedAt: '2020-02-29T12:00:00Z',
		});
	}
	const first = await bySchedule(3);
	expect(first.read.sort()).toEqual([late.name, old.name, other.name].sort());
	expect(first.posted).toEqual([`${other.name}-R1`]);
	expect(first.skipped.map(({ order }) => order)).toEqual([late.name]);
	for (const { transactions } of late.refunds) {
		for (const transaction of transactions) transaction.status = 'SUCCESS';
	}
	expect((await bySchedule(3)).posted).toEqual([`${late.name}-R1`]);
	expect((await bySchedule(3)).posted).toEqual([]);
});

it('template 4 books every night whole days only: neither today nor a part of an older day', async () => {
	merchant = await startMerchant({ shop: smallShop(4) });
	const [today, recent, older, unchanged] = merchant.shopify.shop.orders;
	placedAgo(today, 0.01);
	placedAgo(recent, 72);
	placedAgo(older, 24 * 20);
	placedAgo(unchanged, 24 * 20);
	changedAgo(older, 1);
	const day = (hours: number) => {
		const { ianaTimezone } = merchant.shopify.shop.shop as unknown as { ianaTimezone: string };
		const at = new Date(Date.now() - hours * 3_600_000);
		return new Intl.DateTimeFormat('en-CA', { timeZone: ianaTimezone }).format(at);
	};
	const first = await bySchedule(4);
	expect(first.read.sort()).toEqual([today.name, recent.name, older.name].sort());
	expect(first.posted).toEqual([day(72)]);
	expect(first.skipped).toEqual([
		{ order: today.name, what: expect.stringMatching(/is not over/) },
	]);
	expect((await bySchedule(4)).posted).toEqual([]);
	expect((await byHand(4)).posted).toEqual([day(24 * 20)]);
	const [summary] = merchant.quickBooks.company
		.all('SalesReceipt')
		.filter(({ TxnDate }) => TxnDate === day(24 * 20));
	expect(String(summary.PrivateNote)).toMatch(/2 orders/);
});
