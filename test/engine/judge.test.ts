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

it('finds nothing wrong with the books that template 1 keeps', () => {
	const { faults, receipts } = judge(month());
	expect(faults).toEqual([]);
	expect(receipts.length).toBeGreaterThan(50);
});

it('sees an order that is booked twice', () => {
	const spoilt = month();
	const { Id, SyncToken, MetaData, ...copy } = aReceipt(spoilt);
	expect([Id, SyncToken, MetaData]).not.toContain(undefined);
	spoilt.company.create('SalesReceipt', copy, { include: ['allowduplicatedocnum'] });
	expect(judge(spoilt).faults).toEqual([`#${String(copy.DocNumber)} is booked 2 times`]);
});

it('sees a paid order that is missing', () => {
	const spoilt = month();
	const receipt = aReceipt(spoilt);
	spoilt.company.remove('SalesReceipt', receipt);
	const name = `#${String(receipt.DocNumber)}`;
	expect(judge(spoilt).faults).toEqual([`${name} is paid, but neither booked nor listed as held`]);
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
	spoilt.company.update('SalesReceipt', { Id, SyncToken, sparse: true, DocNumber: '9999' });
	expect(judge(spoilt).faults).toContain('Sales receipt 9999 belongs to no order of the shop');
});

it('sees an order that is held without being told, or told as held though it is booked', () => {
	const spoilt = month();
	const receipt = aReceipt(spoilt);
	const silent = { ...spoilt.outcome, held: [] };
	expect(judge({ ...spoilt, outcome: silent }).faults).toHaveLength(spoilt.outcome.held.length);
	const name = `#${String(receipt.DocNumber)}`;
	const wrong = { ...spoilt.outcome, held: [...spoilt.outcome.held, { order: name, why: '' }] };
	expect(judge({ ...spoilt, outcome: wrong }).faults).toEqual([
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
	for (const receipt of spoilt.company.all('SalesReceipt')) {
		spoilt.company.remove('SalesReceipt', receipt);
	}
	expect(judge({ ...spoilt, outcome: { ...spoilt.outcome, held } }).faults).toEqual([
		'Not one order is booked',
	]);
});
