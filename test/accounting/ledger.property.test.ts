import fc from 'fast-check';

import { balanceToEntry } from '../../nodes/accounting/balanceToEntry';
import type { LedgerDocument } from '../../nodes/accounting/documents';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { feeToBill } from '../../nodes/accounting/feeToBill';
import { ledgerPolicy, type LedgerPolicy } from '../../nodes/accounting/ledgerPolicy';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';
import { payoutToDeposit } from '../../nodes/accounting/payoutToDeposit';
import {
	balances,
	generatedPayout,
	moneyOf,
	payoutOf,
	TYPES,
	type GeneratedPayout,
	type GeneratedRow,
	type PayoutItem,
} from './ledgers';

const MAPPERS = [payoutToDeposit, feeToBill, balanceToEntry];

const ASKED = [...LEDGER_TYPES.values()].filter(({ confirm }) => confirm);

const clearing = ['USD', 'EUR', 'JPY', 'KWD'].map((currency) => ({
	currency,
	account: { account: 'Clearing', type: 'Bank' as const },
}));

const bank = { payoutsOf: '*', account: { account: 'Checking', type: 'Bank' as const } };

/** Every type that asks has an account, of a kind that varies. */
const typeRules = ASKED.map(({ type }, index) => ({
	type,
	reason: '',
	account: {
		account: `Asked ${index % 5}`,
		type: (['Other Income', 'Expense', 'Other Current Liability', 'Bank', 'Equity'] as const)[
			index % 5
		],
	},
}));

const policy: fc.Arbitrary<LedgerPolicy> = fc
	.record({
		form: fc.constantFrom('Deposit' as const, 'Transfer' as const),
		feeForm: fc.constantFrom('Bill' as const, 'Expense' as const),
		per: fc.constantFrom('Payout' as const, 'Transaction' as const),
		splitAtMonthEnd: fc.boolean(),
		chargesIn: fc.constantFrom('Fee to Bill' as const, 'Balance to Bank Entry' as const),
		entryForm: fc.constantFrom('Bank Entry' as const, 'Journal Entry' as const),
		financingCost: fc.constantFrom(undefined, '20', '16.67'),
	})
	.map(({ form, feeForm, per, splitAtMonthEnd, chargesIn, entryForm, financingCost }) =>
		ledgerPolicy({
			clearing,
			typeRules,
			chargesIn,
			payouts: { form, banks: [bank] },
			fees: { form: feeForm, per, splitAtMonthEnd },
			entries: { form: entryForm, financingCost },
		}),
	);

function documentsOf(item: unknown, chosen: LedgerPolicy, mappers = MAPPERS): LedgerDocument[] {
	return mappers.flatMap((map) => {
		const outcome = map(item, chosen);
		if (outcome.kind !== 'documents') throw new Error(JSON.stringify(outcome));
		return outcome.documents;
	});
}

const sumOf = (rows: readonly GeneratedRow[], isWanted: (type: string) => boolean) =>
	rows.filter(({ type }) => isWanted(type)).reduce((sum, { amount }) => sum + amount, 0n);

const isOfOrder = (type: string) => type === 'CHARGE' || type === 'REFUND';
const cameBack = (type: string) => type === 'TRANSFER_FAILURE' || type === 'TRANSFER_CANCEL';

/** The payouts whose money came back with this one, as Shopify now shows them. */
function failedBefore({ rows, currency }: GeneratedPayout): GeneratedPayout[] {
	return rows
		.filter(({ type, amount }) => cameBack(type) && amount !== 0n)
		.map(({ type, amount, day }, index) =>
			payoutOf(currency, [{ type: 'CHARGE', amount, fee: 0n, day, order: 1001 }], {
				status: type === 'TRANSFER_FAILURE' ? 'FAILED' : 'CANCELED',
				number: 4000 + index,
			}),
		);
}

function expectWholeBooks(payout: GeneratedPayout, chosen: LedgerPolicy): void {
	const all = [payout, ...failedBefore(payout)];
	const documents = all.flatMap(({ item }) => documentsOf(item, chosen));
	expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
	for (const document of documents) expect(documentTotals(document).ok).toBe(true);
	const books = balances(documents);
	const byOrders = all.reduce((sum, { rows }) => sum + sumOf(rows, isOfOrder), 0n);
	expect((books.get('Clearing') ?? 0n) + byOrders).toBe(0n);
	expect(books.get('Checking') ?? 0n).toBe(payout.net);
	expect(books.get('Accounts Payable') ?? 0n).toBe(0n);
	expect([...books.values()].reduce((sum, units) => sum + units, 0n)).toBe(0n);
}

describe('the documents of a payout', () => {
	it('take clearing to zero and the bank to the net, with charges and refunds of the orders', () => {
		fc.assert(fc.property(generatedPayout, policy, expectWholeBooks), { numRuns: 250 });
	});

	it.each(TYPES)('do so for %s, both signs, with and without a fee', (type) => {
		const rows = [2500n, -2500n, 0n].flatMap((amount) =>
			[0n, 130n].map((fee) => ({ type, amount, fee, day: 2, order: 1001 })),
		);
		const base = { clearing, typeRules, payouts: { banks: [bank] } };
		for (const chargesIn of ['Fee to Bill', 'Balance to Bank Entry'] as const) {
			const chosen = ledgerPolicy({ ...base, chargesIn });
			expectWholeBooks(payoutOf('USD', rows), chosen);
			for (const each of rows) expectWholeBooks(payoutOf('KWD', [each]), chosen);
		}
	});

	it('come to every fee and charge, and leave tax where it is included', () => {
		const taxed = ledgerPolicy({ clearing, typeRules, fees: { taxCode: 'VAT', taxRate: '23' } });
		fc.assert(
			fc.property(generatedPayout, ({ item, rows }) => {
				const charge = (type: string) => LEDGER_TYPES.get(type)?.booking === 'Charge';
				const fees = rows.reduce((sum, { fee }) => sum + fee, 0n) - sumOf(rows, charge);
				const outcome = feeToBill(item, taxed);
				if (outcome.kind === 'problem') {
					expect(outcome.problem.code).toBe('tax-on-credit');
					expect(fees <= 0n).toBe(true);
					return;
				}
				const documents = outcome.kind === 'documents' ? outcome.documents : [];
				const books = balances(documents);
				expect(books.get('Clearing') ?? 0n).toBe(-fees);
				const tax = books.get('Tax') ?? 0n;
				const off = tax * 123n - fees * 23n;
				// Each of at most twelve lines may be half a unit off.
				expect((off < 0n ? -off : off) <= 123n * 6n + 61n).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it('are one deposit where receipts wait in Undeposited Funds', () => {
		fc.assert(
			fc.property(
				generatedPayout,
				fc.constantFrom('Sales Receipt' as const, 'Payment' as const),
				(payout, receipts) => {
					const form = 'Deposit of Receipts' as const;
					const payouts = { form, banks: [bank], receipts };
					const chosen = ledgerPolicy({ clearing, typeRules, payouts });
					const documents = documentsOf(payout.item, chosen, [payoutToDeposit]);
					for (const document of documents) expect(documentTotals(document).ok).toBe(true);
					const books = balances(documents);
					expect(books.get('Checking') ?? 0n).toBe(payout.net);
					expect(books.get('Undeposited Funds') ?? 0n).toBe(-sumOf(payout.rows, isOfOrder));
					expect(books.get('Clearing') ?? 0n).toBe(-sumOf(payout.rows, cameBack));
				},
			),
			{ numRuns: 200 },
		);
	});

	it('are the same twice, and do not depend on the order of rows but in their own order', () => {
		fc.assert(
			fc.property(generatedPayout, policy, ({ item }, chosen) => {
				const turned = { ...item, balanceTransactions: [...item.balanceTransactions].reverse() };
				const keyed = (documents: LedgerDocument[]) =>
					documents.map(({ key, total }) => `${key} ${total}`).sort();
				expect(documentsOf(item, chosen)).toEqual(documentsOf(item, chosen));
				expect(keyed(documentsOf(turned, chosen))).toEqual(keyed(documentsOf(item, chosen)));
			}),
		);
	});
});

type Spoil = (payout: GeneratedPayout, at: number) => PayoutItem;

/** Ways in which a payout can be wrong by one thing. */
const SPOILS: Spoil[] = [
	({ item, net, currency }) => ({ ...item, net: moneyOf(net + 1n, currency) }),
	({ item, rows, currency }, at) => {
		const index = at % rows.length;
		const { amount, fee } = rows[index];
		return withRow(item, index, { net: moneyOf(amount - fee - 1n, currency) });
	},
	({ item, rows }, at) => {
		const row = item.balanceTransactions[at % rows.length];
		return { ...item, balanceTransactions: [...item.balanceTransactions, row] };
	},
	({ item, rows }, at) =>
		withRow(item, at % rows.length, {
			associatedPayout: { id: 'gid://shopify/ShopifyPaymentsPayout/1', status: 'PAID' },
		}),
	({ item, rows }, at) => withRow(item, at % rows.length, { type: 'A_TYPE_OF_NEXT_YEAR' }),
	({ item, rows, currency }, at) => {
		const other = currency === 'USD' ? 'EUR' : 'USD';
		const money = { amount: moneyOf(0n, other), fee: moneyOf(0n, other), net: moneyOf(0n, other) };
		return withRow(item, at % rows.length, money);
	},
];

function withRow(item: PayoutItem, at: number, change: Record<string, unknown>): PayoutItem {
	const balanceTransactions = item.balanceTransactions.map((row, index) =>
		index === at ? { ...row, ...change } : row,
	);
	return { ...item, balanceTransactions };
}

it('refuses a payout in all three mappers when one thing about it is wrong', () => {
	fc.assert(
		fc.property(
			generatedPayout,
			policy,
			fc.constantFrom(...SPOILS),
			fc.nat(100),
			(payout, chosen, wrong, at) => {
				const item = wrong(payout, at);
				for (const map of MAPPERS) {
					const outcome = map(item, chosen);
					expect(outcome.kind).toBe('problem');
				}
			},
		),
		{ numRuns: 300 },
	);
});

it('refuses a payout of which any row that is not nothing is missing', () => {
	fc.assert(
		fc.property(generatedPayout, policy, fc.nat(100), ({ item, rows }, chosen, at) => {
			const gone = at % rows.length;
			fc.pre(rows[gone].amount !== rows[gone].fee);
			const balanceTransactions = item.balanceTransactions.filter((_row, index) => index !== gone);
			for (const map of MAPPERS) {
				const outcome = map({ ...item, balanceTransactions }, chosen);
				expect(outcome.kind).toBe('problem');
			}
		}),
		{ numRuns: 200 },
	);
});
