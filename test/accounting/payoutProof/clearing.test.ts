import { readLedgerRow } from '../../../nodes/accounting/facts/payoutItem';
import { Money } from '../../../nodes/accounting/money';
import { Books, proveClearing, type BookEntry } from '../../../nodes/accounting/payoutProof';
import { CLEARING, DOMAIN, entry, PAYOUT } from './month';

type Row = (typeof PAYOUT.balanceTransactions)[number];
type Changes = Partial<Omit<Row, 'associatedPayout'>> & { payout?: [string | null, string] };

const usd = (amount: string) => Money.parse(amount, 'USD');
const amounts = (amount: string, fee = '0.0') => ({
	amount: { amount, currencyCode: 'USD' },
	fee: { amount: fee, currencyCode: 'USD' },
	net: { amount: usd(amount).subtract(usd(fee)).toDecimalString(), currencyCode: 'USD' },
});
const [CHARGE, SECOND, , DISPUTE, LABEL] = PAYOUT.balanceTransactions;

/** A row of the ledger that is not paid out, unless the case says so. */
function open(row: Row, { payout = [null, 'PENDING'], ...changes }: Changes = {}) {
	const [id, status] = payout;
	const read = readLedgerRow({
		...row,
		...changes,
		associatedPayout: { id, status },
		shop: PAYOUT.shop,
	});
	if (!read.ok) throw new Error(read.problem.what);
	return read.value;
}

function proved(
	rows: Array<ReturnType<typeof open>>,
	entries: readonly BookEntry[],
	balance: string,
) {
	return proveClearing({
		shop: { domain: DOMAIN, timeZone: 'America/New_York', currency: 'USD' },
		currency: 'USD',
		openRows: rows.map(({ row }) => row),
		books: new Books(entries),
		balance: usd(balance),
		accounts: new Set([CLEARING]),
	});
}

const RECEIPT = entry('Sales Receipt', '1', 'Order/1001', '100.00');
const PAYOUT_8 = (status: string): [string, string] => [
	'gid://shopify/ShopifyPaymentsPayout/8',
	status,
];

describe('a clearing account that holds what Shopify owes', () => {
	it('is proved, with the fees that come with the payout', () => {
		const proof = proved([open(CHARGE)], [RECEIPT], '100.00');
		expect(proof.owed.toDecimalString()).toBe('96.80');
		expect(proof.feesNotBooked.toDecimalString()).toBe('3.20');
		expect(proof.isProved).toBe(true);
	});

	it('is proved where a movement waits for its payout, and tells of it', () => {
		const waiting = proved([open(CHARGE), open(DISPUTE)], [RECEIPT], '100.00');
		expect(waiting.movementsNotBooked.toDecimalString()).toBe('35.00');
		expect(waiting.isProved).toBe(true);
		const rows = [open(CHARGE), open(DISPUTE, { payout: PAYOUT_8('SCHEDULED') })];
		expect(proved(rows, [RECEIPT], '100.00').isProved).toBe(false);
	});

	it('lists by order what Shopify holds, and what is not booked', () => {
		const rows = [open(CHARGE), open(SECOND), open(DISPUTE, { associatedOrder: null })];
		const proof = proved(rows, [RECEIPT], '100.00');
		expect(
			proof.open.map(({ what, net, isBooked }) => [what, net.toDecimalString(), isBooked]),
		).toEqual([
			['#1001', '96.80', true],
			['#1002', '48.25', false],
			['DISPUTE_WITHDRAWAL', '-35.00', false],
		]);
		expect(proof.isProved).toBe(false);
		expect(proof.difference.toDecimalString()).toBe('-50.00');
	});

	it('is proved where Shopify holds nothing, and not where the books still hold something', () => {
		expect(proved([], [], '0.00').isProved).toBe(true);
		expect(proved([], [], '0.01').isProved).toBe(false);
	});

	it.each([
		['by row', 'BalanceTransaction/1/Fee'],
		['by row, as a bill', 'BalanceTransaction/1/Fee/Payment'],
		['by day', 'Fees/2026-10-05/USD'],
		['by month', 'Fees/2026-10/USD/Payment'],
	])('counts fees that are booked %s', (_how, key) => {
		const fee = entry('Expense', '9', key, '-3.20');
		expect(proved([open(CHARGE)], [RECEIPT, fee], '96.80').difference.toDecimalString()).toBe(
			'0.00',
		);
	});

	it('knows that charges are booked with the fees of their payout, or by themselves', () => {
		const rows = [open(CHARGE), open(LABEL)];
		expect(proved(rows, [RECEIPT], '100.00').isProved).toBe(true);
		const label = entry('Expense', '8', 'BalanceTransaction/5', '-5.85');
		expect(proved(rows, [RECEIPT, label], '94.15').isProved).toBe(true);
	});

	it('leaves test rows out', () => {
		expect(proved([open(CHARGE, { test: true })], [], '0.00').isProved).toBe(true);
	});
});

describe('payouts on their way and back', () => {
	it('a payout on its way is owed still', () => {
		const rows = [
			open(CHARGE, { payout: PAYOUT_8('IN_TRANSIT') }),
			open(LABEL, { ...amounts('-96.8'), type: 'TRANSFER', payout: PAYOUT_8('IN_TRANSIT') }),
		];
		expect(proved(rows, [RECEIPT], '100.00').isProved).toBe(true);
	});

	it.each(['FAILED', 'CANCELED'])('the money of one that is %s is owed once', (status) => {
		const type = status === 'FAILED' ? 'TRANSFER_FAILURE' : 'TRANSFER_CANCEL';
		const rows = [
			open(CHARGE, { payout: PAYOUT_8(status) }),
			open(LABEL, { ...amounts('-96.8'), type: 'TRANSFER', payout: PAYOUT_8(status) }),
			open(LABEL, { ...amounts('96.8'), type, id: 'gid://shopify/X/6' }),
		];
		// The payout was booked and taken back, its fees were booked with it.
		expect(proved(rows, [RECEIPT], '96.80').isProved).toBe(true);
	});

	it('the return of one that another took, which came back as well, is owed by that one', () => {
		const first = open(LABEL, {
			...amounts('96.8'),
			type: 'TRANSFER_FAILURE',
			id: 'gid://shopify/X/6',
			sourceId: '7',
			payout: PAYOUT_8('FAILED'),
		});
		const second = open(LABEL, {
			...amounts('96.8'),
			type: 'TRANSFER_FAILURE',
			id: 'gid://shopify/X/9',
			sourceId: '8',
		});
		expect(proved([first, second], [RECEIPT], '96.80').owed.toDecimalString()).toBe('96.80');
	});

	it('one that failed and went out again is owed no more', () => {
		expect(proved([open(CHARGE, { payout: PAYOUT_8('FAILED') })], [], '0.00').isProved).toBe(true);
	});
});

describe('what others booked on clearing', () => {
	it('is named, and is the difference', () => {
		const hand = { ...entry('Transfer', '77', 'x', '-12.34'), keys: [] };
		const elsewhere = { ...hand, id: '78', moves: [{ account: 'Petty Cash', amount: usd('5') }] };
		const proof = proved([open(CHARGE)], [RECEIPT, hand, elsewhere], '87.66');
		expect(proof.strangers.map(({ id }) => id)).toEqual(['77']);
		expect(proof.difference.toDecimalString()).toBe('-12.34');
	});
});
