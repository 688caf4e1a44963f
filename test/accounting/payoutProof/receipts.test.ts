import { Money } from '../../../nodes/accounting/money';
import { provePayout, type BookEntry } from '../../../nodes/accounting/payoutProof';
import { CLEARING, ENTRIES, entry, inputOf, PAYOUT } from './month';

/** Payouts that are deposits of the receipts in Undeposited Funds, with all else as lines. */

const usd = (amount: string) => Money.parse(amount, 'USD');
const moved = (...moves: Array<[string, string]>) =>
	moves.map(([account, amount]) => ({ account, amount: usd(amount) }));

const RECEIPTS = ENTRIES.filter(({ id }) => ['1', '2', '3'].includes(id));
const DEPOSIT: BookEntry = {
	...entry('Deposit', '7', 'Payout/7', '0'),
	total: usd('84.20'),
	moves: moved(['Checking', '84.20'], [CLEARING, '-130.00'], ['Merchant Fees', '19.95']),
	links: ['Sales Receipt 1', 'Sales Receipt 2'],
};

function proofOf(entries: readonly BookEntry[], item: unknown = PAYOUT) {
	const proof = provePayout(inputOf(entries, item));
	if (!proof.ok) throw new Error(proof.problem.what);
	return proof.value;
}

const codesOf = (entries: readonly BookEntry[]) =>
	proofOf(entries).findings.map(({ code }) => code);

it('holds fees, a dispute of an order and a label as lines of its own', () => {
	expect(proofOf([...RECEIPTS, DEPOSIT]).isProved).toBe(true);
});

it('does not hold a receipt that is not there', () => {
	const [, ...others] = RECEIPTS;
	expect(codesOf([...others, DEPOSIT])).toEqual(['missing']);
});

it('is missed where it was deleted, with all of its lines', () => {
	const codes = codesOf(RECEIPTS);
	expect(codes).toContain('payout-missing');
	expect(codes.filter((code) => code === 'missing')).toHaveLength(2);
});

it('differs where a line was taken out', () => {
	expect(codesOf([...RECEIPTS, { ...DEPOSIT, total: usd('84.21') }])).toEqual(['bank-differs']);
});

describe('below zero', () => {
	const [, , , dispute] = PAYOUT.balanceTransactions;
	const withdrawal = {
		...PAYOUT,
		net: { amount: '-35.0', currencyCode: 'USD' },
		balanceTransactions: [dispute],
		orders: [],
	};
	const zero = (checking: string): BookEntry => ({
		...DEPOSIT,
		total: usd('0'),
		moves: moved(['Checking', checking], ['Disputes', '20.00'], ['Chargeback Fees', '15.00']),
	});

	it('is a deposit of 0.00 that takes its net from the bank', () => {
		const { isProved, bank } = proofOf([zero('-35.00')], withdrawal);
		expect([isProved, bank.amount.toDecimalString()]).toEqual([true, '-35.00']);
	});

	it('differs where another amount was taken', () => {
		const { findings } = proofOf([zero('-34.99')], withdrawal);
		expect(findings.map(({ code }) => code)).toEqual(['bank-differs']);
	});
});
