import { openBooks, statuses, type Books } from './books.mts';
import { allLedgerKinds, LEDGER_COMPANIES, waiting } from './ledgerKinds';

/** The documents of the ledger in every kind of company; what each moves is written here by hand. */

let books: Books;
afterEach(async () => await books.close());

/** Cents of home currency. At 1.08 dollars each amount is rounded by itself, as QuickBooks does. */
const PLAIN = { payable: 'Accounts Payable (A/P)', amounts: (cents: number) => cents };
const EUROS = {
	payable: 'Accounts Payable (A/P) - EUR',
	amounts: (cents: number) => HAND[String(cents)] ?? Number.NaN,
};
/** Euro cents -> dollar cents, worked out by hand. */
const HAND: Record<string, number> = {
	'9680': 10454,
	'10000': 10800,
	'320': 346,
	'5000': 5400,
	'1300': 1404,
	'1150': 1242,
	'150': 162,
	'825': 891,
	'4000': 4320,
	'1500': 1620,
	'5500': 5940,
	'7235': 7814,
	'7435': 8029,
	'200': 216,
};

describe.each(LEDGER_COMPANIES)(
	'in a company of kind $company',
	({ company, currency, settings }) => {
		const documents = allLedgerKinds(1, currency);
		const { payable, amounts } = company === 'multicurrency' ? EUROS : PLAIN;
		const [clearing, bank] = ['Shopify Payments Clearing', 'Payout Bank'];
		const expected: Array<Record<string, number>> = [
			{
				[bank]: amounts(7235),
				'Undeposited Funds': -amounts(7435),
				'Merchant Fees': amounts(200),
				...(company === 'multicurrency' ? { 'Exchange Gain or Loss': -1 } : {}),
			},
			{ [clearing]: -amounts(1300), [payable]: amounts(1300) },
			{ [bank]: amounts(9680), [clearing]: -amounts(10000), 'Merchant Fees': amounts(320) },
			{ [bank]: amounts(5000), [clearing]: -amounts(5000) },
			{
				[payable]: -amounts(1300),
				'Merchant Fees': amounts(1150),
				'Conversion Fees': amounts(150),
			},
			{ [clearing]: -amounts(825), 'Shipping Labels': amounts(825) },
			{
				'Disputes Receivable': amounts(4000),
				'Merchant Fees': amounts(1500),
				[clearing]: -amounts(5500),
			},
		];

		test('each kind is posted with its total, moves what it must, and is found again', async () => {
			books = await openBooks({ company });
			const inputs = [...documents, ...waiting(1, currency)];
			const results = await books.post(inputs, settings);
			expect(statuses(results)).toEqual(Array(11).fill('Posted'));
			for (const [index, result] of results.entries()) {
				expect(result.ok && Number(result.booked.total)).toBe(Number(inputs[index].total));
			}
			const moved = results
				.slice(0, 7)
				.map((result) => (result.ok ? summed(books.journal(result.booked)) : {}));
			expect(moved).toEqual(expected);
			expect(books.sandbox.company.all('Bill').at(-1)?.Balance).toBe(0);
			expect(balanceOf('Undeposited Funds')).toBe(0);
			const again = await books.post(inputs, settings);
			expect(statuses(again)).toEqual(Array(11).fill('Already Posted'));
			expect(again.map((each) => each.ok && each.differences)).toEqual(Array(11).fill([]));
			expect(counts()).toEqual([2, 1, 1, 1, 1, 1]);
		});

		test('names are resolved in few queries, and nothing is asked for twice', async () => {
			books = await openBooks({ company });
			await books.post([...documents, ...waiting(1, currency)], settings);
			const session = await books.open(settings);
			const { post } = await import('../../nodes/quickbooks/post');
			const before = { ...session.client.calls };
			await post(session, documents);
			expect(session.client.calls.reads - before.reads).toBeLessThanOrEqual(8);
			expect(session.client.calls.writes).toBe(before.writes);
		});
	},
);

function counts(): number[] {
	const entities = ['Deposit', 'Transfer', 'Bill', 'BillPayment', 'Purchase', 'JournalEntry'];
	return entities.map((entity) => books.sandbox.company.all(entity).length);
}

function balanceOf(name: string): number {
	const account = books.sandbox.company.all('Account').find(({ Name }) => Name === name);
	return books.sandbox.company.journal
		.filter(({ accountId }) => accountId === account?.Id)
		.reduce((sum, { amount }) => sum + amount, 0);
}

/** Account -> cents; an account that occurs several times is added up. */
function summed(lines: readonly string[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const line of lines) {
		const [, account, cents] = /^(.*): (-?\d+)$/.exec(line) ?? [];
		sums[account] = (sums[account] ?? 0) + Number(cents);
	}
	return sums;
}
