import type { AccountingDocument } from '../../nodes/accounting/documents';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';
import { Money } from '../../nodes/accounting/money';
import type { PayoutProof } from '../../nodes/accounting/payoutProof';
import type { Books as Company } from '../quickbooks/books.mts';
import { ledgerDocuments, saleDocuments, type ShopFacts } from './bookedShop.mts';
import { chooseAll, deedsOf, doDeed, KINDS, tells, type Done } from './handsOn';
import { CREATE, ProvedBooks, wrongOf } from './provedBooks';
import {
	CLEARING,
	currencyOf,
	ledgerPolicyOf,
	openForeignBooks,
	readYear,
	salesPolicyOf,
} from './year.mts';

let facts: ShopFacts;
let company: Company;
let year: ProvedBooks;
let documents: AccountingDocument[];

beforeAll(async () => {
	facts = await readYear(1500);
	company = await openForeignBooks();
	const sales = saleDocuments(facts, salesPolicyOf({ saleForm: 'Receipt if Paid, Else Invoice' }));
	const ledger = ledgerDocuments(facts, ledgerPolicyOf());
	expect([...sales.problems, ...ledger.problems].slice(0, 5)).toEqual([]);
	documents = [...sales.documents, ...ledger.documents] as AccountingDocument[];
	const results = await company.post(documents, CREATE);
	expect(results.flatMap((each) => (each.ok ? [] : [each.problem.what])).slice(0, 5)).toEqual([]);
	year = new ProvedBooks(company, facts, Object.values(CLEARING));
}, 300_000);
afterAll(async () => await company.close());

it('holds every type in both currencies, and every fate of a payout', () => {
	for (const currency of ['USD', 'EUR']) {
		const rows = facts.rows.filter((row) => currencyOf(row) === currency);
		expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(LEDGER_TYPES.keys()));
		const payouts = facts.payouts.filter((payout) => currencyOf(payout) === currency);
		const fates = payouts.map(({ status, transactionType }) => `${status} ${transactionType}`);
		expect(fates).toEqual(
			expect.arrayContaining([
				'PAID DEPOSIT',
				'PAID WITHDRAWAL',
				'FAILED DEPOSIT',
				'CANCELED DEPOSIT',
			]),
		);
	}
});

it('proves every payout of the year with a residue of 0.00, equal to its bank deposit', async () => {
	const all = await year.proofs();
	expect(wrongOf(all).slice(0, 20)).toEqual([]);
	expect(new Set(all.map(({ residue }) => residue.toDecimalString()))).toEqual(new Set(['0.00']));
	const paid = all.filter(({ payout }) => payout.status === 'PAID');
	expect(paid.every(({ bank }) => bank.isEqual)).toBe(true);
	expect(paid.length).toBeGreaterThan(250);
}, 60_000);

it.each(['USD', 'EUR'] as const)(
	'leaves in clearing what Shopify still owes in %s',
	async (code) => {
		const proof = await year.clearingProof(CLEARING[code], code);
		expect(proof.difference.toDecimalString()).toBe('0.00');
		const open = facts.payouts.filter(
			(payout) => currencyOf(payout) === code && payout.status === 'SCHEDULED',
		);
		const held = [
			facts.held.get(code) ?? '0',
			...open.map(({ net }) => (net as { amount: string }).amount),
		].map((amount) => Money.parse(amount, code));
		expect(proof.owed.toDecimalString()).toBe(Money.sum(code, held).toDecimalString());
	},
	60_000,
);

describe('what a bookkeeper did by hand is found and named', () => {
	let done: Array<{ deed: Done; copy: string | undefined }>;
	let after: Map<string, PayoutProof>;

	beforeAll(async () => {
		const deeds = chooseAll(await year.proofs());
		done = deeds.map((deed) => ({ deed, copy: doDeed(company, deed) }));
		const proofs = await year.proofs();
		after = new Map(proofs.map((proof) => [proof.payout.legacyId, proof]));
	}, 60_000);

	it('in these payouts and in no others', () => {
		const wrong = [...after.values()].filter(({ isProved }) => !isProved);
		const expected = done.map(({ deed }) => deed.payoutId);
		expect(wrong.map(({ payout }) => payout.legacyId).sort()).toEqual(expected.sort());
	});

	it.each(Object.keys(KINDS).flatMap((kind) => deedsOf(kind).map((deed) => [kind, deed] as const)))(
		'a %s %s',
		(kind, how) => {
			const found = done.find(({ deed }) => deed.entry.document === kind && deed.deed === how);
			if (found === undefined) throw new Error('it was not done');
			const proof = after.get(found.deed.payoutId);
			const findings = proof?.findings ?? [];
			expect(findings.map(({ what }) => what)).not.toEqual([]);
			expect(findings.some((each) => tells(each, found.deed, found.copy))).toBe(true);
		},
	);
});
