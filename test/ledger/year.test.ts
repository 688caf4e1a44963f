import type { AccountingDocument } from '../../nodes/accounting/documents';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes';
import { Money } from '../../nodes/accounting/money';
import type { Books as Company } from '../quickbooks/books.mts';
import { ledgerDocuments, saleDocuments, type ShopFacts } from './bookedShop.mts';
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
	const sales = saleDocuments(facts, salesPolicyOf());
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
