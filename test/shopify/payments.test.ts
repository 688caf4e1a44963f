import { openPayments, type OpenPayments } from './paymentsShop.mts';

let open: OpenPayments;
const start = async (options: Parameters<typeof openPayments>[0] = {}) => {
	open = await openPayments(options);
};
afterEach(async () => await open.close());

const idsOf = (list: ReadonlyArray<{ id: string }>) => list.map(({ id }) => id).sort();

describe('payouts', () => {
	it('come with every row of each, oldest first, and the shop', async () => {
		await start();
		const read = await open.payouts();
		const { payouts, balanceTransactions } = open.account;
		expect(idsOf(read.facts)).toEqual(idsOf(payouts));
		for (const payout of read.facts) {
			const own = balanceTransactions.filter((row) => row.associatedPayout.id === payout.id);
			expect(idsOf(payout.balanceTransactions)).toEqual(idsOf(own));
			expect(payout.balanceTransactions.some(({ type }) => type === 'TRANSFER')).toBe(true);
		}
		const dates = read.facts.map(({ issuedAt }) => issuedAt);
		expect(dates).toEqual([...dates].sort());
		expect(read.facts[0]).toMatchObject({
			net: { amount: expect.any(String), currencyCode: 'USD' },
			summary: { chargesFee: { amount: expect.any(String), currencyCode: 'USD' } },
			businessEntity: { id: expect.any(String), displayName: 'Northwind Goods LLC' },
			shop: { myshopifyDomain: expect.any(String), ianaTimezone: 'America/New_York' },
		});
		expect(read.notes).toEqual([]);
	});

	it('take one search for the rows of many payouts', async () => {
		await start();
		await open.payouts();
		const rows = open.account.balanceTransactions.length;
		const pages = open.calls('BalanceTransactions');
		expect(open.account.payouts.length).toBeGreaterThan(15);
		expect(pages).toBeLessThan(Math.ceil(rows / 90) + 4);
		expect(open.calls('Payouts')).toBe(1);
	});

	it('are chosen by the time they were issued, by their status, and up to a limit', async () => {
		await start();
		const { payouts } = open.account;
		const from = Date.parse(payouts[3].issuedAt);
		const to = Date.parse(payouts[7].issuedAt);
		const some = await open.payouts({ from, to });
		expect(idsOf(some.facts)).toEqual(idsOf(payouts.slice(3, 7)));
		const failed = await open.payouts({ statuses: ['FAILED', 'SCHEDULED'] });
		expect(new Set(failed.facts.map(({ status }) => status))).toEqual(
			new Set(['FAILED', 'SCHEDULED']),
		);
		const two = await open.payouts({}, 2);
		expect(idsOf(two.facts)).toEqual(idsOf(payouts.slice(0, 2)));
		expect(two.notes).toEqual([expect.stringMatching(/more payouts than the limit of 2/)]);
		expect((await open.payouts({}, payouts.length)).notes).toEqual([]);
	});

	it('of several business entities and currencies are all read, each from its own account', async () => {
		await start({ entities: ['GBP'] });
		const read = await open.payouts();
		const currencies = new Set(read.facts.map(({ net }) => net.currencyCode));
		expect(currencies).toEqual(new Set(['USD', 'GBP']));
		expect(idsOf(read.facts)).toEqual(idsOf(open.accounts.flatMap(({ payouts }) => payouts)));
		for (const { net, balanceTransactions, businessEntity } of read.facts) {
			expect(balanceTransactions.length).toBeGreaterThan(0);
			const own = balanceTransactions.every((row) => row.net.currencyCode === net.currencyCode);
			expect(own).toBe(true);
			expect((businessEntity as { displayName: string }).displayName).toMatch(
				net.currencyCode === 'USD' ? /Northwind/ : /GBP/,
			);
		}
	});

	it('are read from the account of the shop where no entity shows it', async () => {
		await start({ hideInEntities: true });
		expect(idsOf((await open.payouts()).facts)).toEqual(idsOf(open.account.payouts));
	});

	it('are nothing, with a note, in a shop without Shopify Payments', async () => {
		await start({ noAccount: true });
		for (const read of [await open.payouts(), await open.rows(), await open.disputes()]) {
			expect(read.facts).toEqual([]);
			expect(read.notes).toEqual([expect.stringMatching(/no Shopify Payments account/)]);
		}
	});

	it('without the scope are refused with its name', async () => {
		await start();
		await expect(open.payouts({}, undefined, ['read_orders'])).rejects.toMatchObject({
			code: 'access-denied',
			what: expect.stringContaining('read_shopify_payments'),
		});
	});
});

describe('balance transactions', () => {
	it('are the rows of the ledger, oldest first, test rows left out unless asked for', async () => {
		await start();
		const { balanceTransactions } = open.account;
		const waiting = balanceTransactions.find(
			({ associatedPayout }) => associatedPayout.id === null,
		);
		waiting!.test = true;
		const live = balanceTransactions.filter(({ test }) => !test);
		expect(live.length).toBeLessThan(balanceTransactions.length);
		const read = await open.rows();
		expect(idsOf(read.facts)).toEqual(idsOf(live));
		const dates = read.facts.map(({ transactionDate }) => transactionDate);
		expect(dates).toEqual([...dates].sort());
		expect(idsOf((await open.rows({ includeTest: true })).facts)).toEqual(
			idsOf(balanceTransactions),
		);
		expect(read.facts[0]).toMatchObject({
			fee: { amount: expect.any(String), currencyCode: 'USD' },
			adjustmentsOrders: expect.any(Array),
			shop: { currencyCode: 'USD' },
		});
	});

	it('can come without transfers, of a period, up to a limit', async () => {
		await start();
		const live = open.account.balanceTransactions.filter(({ test }) => !test);
		const still = await open.rows({ hideTransfers: true });
		expect(idsOf(still.facts)).toEqual(
			idsOf(live.filter(({ sourceType }) => sourceType !== 'TRANSFER')),
		);
		const from = Date.UTC(2026, 9, 10);
		const to = Date.UTC(2026, 9, 12);
		const inPeriod = live.filter(({ transactionDate: date }) => {
			return Date.parse(date) >= from && Date.parse(date) < to;
		});
		expect(idsOf((await open.rows({ from, to })).facts)).toEqual(idsOf(inPeriod));
		const five = await open.rows({}, 5);
		expect(five.facts).toHaveLength(5);
		expect(five.notes).toEqual([expect.stringMatching(/limit of 5/)]);
	});
});

describe('disputes', () => {
	it('come with their order, by period and status', async () => {
		await start();
		const read = await open.disputes();
		expect(idsOf(read.facts)).toEqual(idsOf(open.shop.disputes));
		expect(read.facts[0]).toMatchObject({
			reasonDetails: { reason: expect.any(String) },
			order: { name: expect.stringMatching(/^#/), legacyResourceId: expect.any(String) },
			shop: { currencyCode: 'USD' },
		});
		const won = await open.disputes({ statuses: ['WON'] });
		expect(won.facts.map(({ status }) => status)).toEqual(['WON']);
		expect((await open.disputes({ from: Date.UTC(2030, 0, 1) })).facts).toEqual([]);
	});
});

describe("the payouts of orders' transactions", () => {
	it('are joined to each transaction by its row of the ledger', async () => {
		await start();
		const { orders, notes } = await open.ordersWithPayouts();
		expect(notes).toEqual([]);
		const payoutOf = new Map(open.account.payouts.map((payout) => [payout.id, payout]));
		let joined = 0;
		let waiting = 0;
		for (const transaction of orders.flatMap(({ transactions }) => transactions)) {
			const number = String(transaction.id).split('/').at(-1);
			const row = open.account.balanceTransactions.find(
				({ sourceOrderTransactionId, sourceType }) =>
					sourceOrderTransactionId === number && ['CHARGE', 'REFUND'].includes(sourceType ?? ''),
			);
			if (!row) continue;
			const payout = payoutOf.get(row.associatedPayout.id ?? '');
			expect(transaction.payout).toEqual(
				payout ? { id: payout.id, issuedAt: payout.issuedAt, status: payout.status } : null,
			);
			if (payout) joined += 1;
			else waiting += 1;
		}
		expect(joined).toBeGreaterThan(20);
		expect(waiting).toBeGreaterThan(0);
		const others = orders
			.flatMap(({ transactions }) => transactions)
			.filter(({ gateway }) => gateway === 'manual' || gateway === 'paypal');
		expect(others.length).toBeGreaterThan(0);
		expect(others.some((transaction) => 'payout' in transaction)).toBe(false);
	});

	it('cost a few requests for all orders together', async () => {
		await start();
		const before = open.calls('');
		await open.ordersWithPayouts();
		const rows = Math.ceil(open.account.balanceTransactions.length / 250);
		expect(open.calls('') - before - open.calls('query Order')).toBeLessThan(rows + 60);
		expect(open.calls('BalanceTransactions')).toBeLessThanOrEqual(rows + 1);
		expect(open.calls('Payouts')).toBe(1);
	});
});
