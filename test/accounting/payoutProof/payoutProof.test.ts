import { Money } from '../../../nodes/accounting/money';
import {
	provePayout,
	readOrderLinks,
	type BookEntry,
	type PayoutProof,
} from '../../../nodes/accounting/payoutProof';
import { suspectsIn } from '../../../nodes/accounting/payoutProof/suspects';
import { DOMAIN, ENTRIES, entry, inputOf, PAYOUT } from './month';

function proofOf(entries: readonly BookEntry[], item: unknown = PAYOUT): PayoutProof {
	const proof = provePayout(inputOf(entries, item));
	if (!proof.ok) throw new Error(proof.problem.what);
	return proof.value;
}

const without = (id: string) => ENTRIES.filter((each) => each.id !== id);
const found = ({ findings }: PayoutProof) =>
	findings.map(({ code, difference }) => [code, difference.toDecimalString()]);
const doubtful = ({ rows }: PayoutProof) =>
	rows.filter(({ status }) => status === 'Not Proved').map(({ row }) => row.legacyId);

describe('a payout whose every fact is in the books once', () => {
	const proof = proofOf(ENTRIES);

	it('is proved, with a residue of nothing', () => {
		expect(proof.findings).toEqual([]);
		expect(proof.isProved).toBe(true);
		expect(proof.residue.toDecimalString()).toBe('0.00');
		expect(proof.bank.amount.toDecimalString()).toBe('84.20');
	});

	it('names the documents of each row', () => {
		expect(
			proof.rows.map(({ row, status, entries, feeEntries }) => [
				row.type,
				status,
				entries.map(({ id }) => id),
				feeEntries.map(({ id }) => id),
			]),
		).toEqual([
			['CHARGE', 'Proved', ['1'], ['5', '6']],
			['CHARGE', 'Proved', ['2'], ['5', '6']],
			['REFUND', 'Proved', ['3'], []],
			['DISPUTE_WITHDRAWAL', 'Proved', ['4'], ['5', '6']],
			['SHIPPING_LABEL', 'Proved', [], ['5', '6']],
		]);
	});
});

describe('a document deleted by hand', () => {
	it.each([
		['1', 'missing', '100.00', ['1']],
		['2', 'missing', '50.00', ['2']],
		['3', 'missing', '-20.00', ['3']],
		['4', 'missing', '-20.00', ['4']],
		['6', 'different', '-25.80', ['1', '2', '4', '5']],
		['7', 'payout-missing', '0.00', []],
	])('%s is named as %s', (id, code, difference, rows) => {
		const proof = proofOf(without(id));
		expect(proof.isProved).toBe(false);
		expect(found(proof)).toEqual([[code, difference]]);
		expect(doubtful(proof)).toEqual(rows);
	});
});

describe('a document doubled or changed by hand', () => {
	it.each(ENTRIES.map((each) => [each.document, each]))('%s twice is named', (_kind, each) => {
		const proof = proofOf([...ENTRIES, { ...each, id: '99' }]);
		expect(proof.findings.map(({ code }) => code)).toEqual(['doubled']);
		expect(proof.findings[0].what).toContain('more than once');
	});

	it.each(ENTRIES.filter(({ moves }) => moves.length > 0).map((each) => [each.document, each]))(
		'%s with another amount is named',
		(_kind, each) => {
			const moves = each.moves.map(({ account, amount }) => ({
				account,
				amount: amount.add(Money.parse('0.01', 'USD')),
			}));
			const proof = proofOf(ENTRIES.map((some) => (some === each ? { ...each, moves } : some)));
			expect(proof.isProved).toBe(false);
			expect(proof.findings).toHaveLength(1);
		},
	);

	it('on another account is named', () => {
		const moves = [{ account: 'Petty Cash', amount: Money.parse('100', 'USD') }];
		const proof = proofOf(ENTRIES.map((each) => (each.id === '1' ? { ...each, moves } : each)));
		expect(found(proof)).toEqual([['different', '100.00']]);
	});
});

describe('other ways to book', () => {
	it('proves a receipt that holds money of an earlier payout too', () => {
		const [first, ...others] = PAYOUT.orders;
		const earlier = { ...first.transactions[0], id: 'gid://shopify/OrderTransaction/10' };
		const orders = [{ ...first, transactions: [earlier, ...first.transactions] }, ...others];
		const entries = [entry('Sales Receipt', '1', 'Order/1001', '200.00'), ...without('1')];
		expect(proofOf(entries, { ...PAYOUT, orders }).isProved).toBe(true);
		expect(proofOf(ENTRIES, { ...PAYOUT, orders }).isProved).toBe(false);
	});

	it('proves a payment of an invoice by its own document', () => {
		const entries = [
			...without('1'),
			{ ...entry('Invoice', '1', 'Order/1001', '0'), moves: [] },
			entry('Payment', '8', 'OrderTransaction/11', '100.00'),
		];
		expect(proofOf(entries).findings).toEqual([]);
	});

	it('says where a summary holds more than the payout', () => {
		const entries = [
			entry('Sales Receipt', '1', 'Day/2026-10-05/USD/Clearing', '950.00'),
			...without('1'),
		];
		const proof = proofOf(entries);
		expect(proof.findings).toEqual([]);
		expect(proof.rows[0].status).toBe('In a Summary');
	});

	it('refuses a payout whose rows do not come to its net', () => {
		const item = { ...PAYOUT, net: { amount: '84.21', currencyCode: 'USD' } };
		const proof = provePayout(inputOf(ENTRIES, item));
		expect(proof).toMatchObject({ ok: false, problem: { code: 'rows-differ' } });
	});

	it('asks for the orders behind the rows', () => {
		expect(readOrderLinks({ ...PAYOUT, orders: undefined })).toMatchObject({
			ok: false,
			problem: { fix: expect.stringContaining('Include Orders') },
		});
	});
});

describe('suspects', () => {
	const copy = { ...ENTRIES[1], id: '70', keys: [] };

	it('are documents of other hands with the same amount, day and customer', () => {
		const suspects = suspectsIn([...ENTRIES, copy], DOMAIN);
		expect(suspects).toEqual([{ entry: copy, like: ENTRIES[1] }]);
	});

	it.each([
		['another day', { date: '2026-10-09' }],
		['another amount', { total: Money.parse('50.01', 'USD') }],
		['a kind that cannot be the same', { document: 'Transfer' }],
	])('are none with %s', (_what, change) => {
		expect(suspectsIn([...ENTRIES, { ...copy, ...change }], DOMAIN)).toEqual([]);
	});
});
