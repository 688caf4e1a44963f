import { judge } from '../../scripts/demo/judge.mts';
import { bookedMonth } from './bookedMonth.mts';

/** The demo's exit code hangs on the judge, so the judge is shown books that are wrong in every way. */
let month: Awaited<ReturnType<typeof bookedMonth>>;

beforeAll(async () => {
	month = await bookedMonth();
}, 120_000);

/** The first receipt that came from the shop. */
function aReceipt({ company, shopDomain }: ReturnType<typeof month>) {
	const receipt = company
		.all('SalesReceipt')
		.find(({ PrivateNote }) => String(PrivateNote).includes(shopDomain));
	if (!receipt) throw new Error('Nothing was booked');
	return receipt;
}

it('finds nothing wrong with the books that templates 1 and 3 keep', () => {
	const { faults, documents, orders } = judge(month());
	expect(faults).toEqual([]);
	expect(orders).toBeGreaterThan(50);
	expect(documents.filter(({ entity }) => entity === 'RefundReceipt')).not.toEqual([]);
});

it('sees an order that is booked twice', () => {
	const spoilt = month();
	const { Id, SyncToken, MetaData, ...copy } = aReceipt(spoilt);
	expect([Id, SyncToken, MetaData]).not.toContain(undefined);
	spoilt.company.create('SalesReceipt', copy, { include: ['allowduplicatedocnum'] });
	const [fault, ...others] = judge(spoilt).faults;
	expect(fault).toMatch(
		new RegExp(`^#${String(copy.DocNumber)} \\(Order/\\d+\\) is booked 2 times`),
	);
	expect(others.length).toBeGreaterThan(0);
});

it('sees a paid order that is missing', () => {
	const spoilt = month();
	const receipt = aReceipt(spoilt);
	spoilt.company.remove('SalesReceipt', receipt);
	const name = `#${String(receipt.DocNumber)}`;
	expect(judge(spoilt).faults).toEqual([`${name} is due, but neither booked nor listed as held`]);
});

it('sees a refund that is missing', () => {
	const spoilt = month();
	const [refund] = spoilt.company.all('RefundReceipt');
	spoilt.company.remove('RefundReceipt', refund);
	const order = `#${String(refund.DocNumber).split('-')[0]}`;
	const { faults } = judge(spoilt);
	expect(faults.length).toBeGreaterThan(1);
	for (const fault of faults) expect(fault.startsWith(`${order} `)).toBe(true);
});

it('sees money in the wrong account', () => {
	const spoilt = month();
	const { Id, SyncToken } = aReceipt(spoilt);
	const other = spoilt.company.create('Account', { Name: 'Elsewhere', AccountType: 'Bank' });
	const moved = { Id, SyncToken, sparse: true, DepositToAccountRef: { value: other.Id } };
	spoilt.company.update('SalesReceipt', moved);
	expect(judge(spoilt).faults.join('\n')).toMatch(/Money in Elsewhere should be 0.00/);
});

it('sees a receipt that belongs to no order', () => {
	const spoilt = month();
	const { Id, SyncToken } = aReceipt(spoilt);
	const PrivateNote = `[${spoilt.shopDomain}/Order/9999]`;
	spoilt.company.update('SalesReceipt', { Id, SyncToken, sparse: true, PrivateNote });
	expect(judge(spoilt).faults).toContainEqual(
		expect.stringMatching(/^SalesReceipt \d+ \(Order\/9999\) belongs to no order of the shop$/),
	);
});

it('sees an order that is held without being told, or told as held though it is booked', () => {
	const spoilt = month();
	const receipt = aReceipt(spoilt);
	const [sales, refunds] = spoilt.outcomes;
	const silent = [{ ...sales, held: [] }, refunds];
	expect(sales.held.length).toBeGreaterThan(0);
	expect(judge({ ...spoilt, outcomes: silent }).faults).toHaveLength(sales.held.length);
	const name = `#${String(receipt.DocNumber)}`;
	const wrong = [{ ...sales, held: [...sales.held, { order: name, why: '' }] }, refunds];
	expect(judge({ ...spoilt, outcomes: wrong }).faults).toEqual([
		`${name} is booked, but listed as held`,
	]);
});

it('sees an unpaid order that is booked', () => {
	const spoilt = month();
	const name = `#${String(aReceipt(spoilt).DocNumber)}`;
	const orders = spoilt.truth.orders.map((order) =>
		order.name === name ? { ...order, state: 'unpaid' as const } : order,
	);
	expect(judge({ ...spoilt, truth: { ...spoilt.truth, orders } }).faults).toEqual([
		`${name} is unpaid, but it is booked`,
	]);
});

it('does not call empty books right because every order is held', () => {
	const spoilt = month();
	const held = spoilt.truth.orders.map(({ name }) => ({ order: name, why: 'no connection' }));
	for (const entity of ['RefundReceipt', 'SalesReceipt']) {
		for (const row of spoilt.company.all(entity)) spoilt.company.remove(entity, row);
	}
	const [sales, refunds] = spoilt.outcomes;
	expect(judge({ ...spoilt, outcomes: [{ ...sales, held }, refunds] }).faults).toEqual([
		'Not one order is booked',
	]);
});
