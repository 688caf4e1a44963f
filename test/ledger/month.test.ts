import { readLedgerRow, readPayout } from '../../nodes/accounting/facts/payoutItem';
import { Money } from '../../nodes/accounting/money';
import {
	type Books,
	daysOfPayouts,
	proveClearing,
	provePayout,
	readOrderLinks,
	type PayoutProof,
} from '../../nodes/accounting/payoutProof';
import type { AccountingDocument, AccountReference } from '../../nodes/accounting/documents';
import { rollForward } from '../../nodes/accounting/rollForward';
import { proofBooks } from '../../nodes/quickbooks/books/proofBooks';
import { accountState } from '../../nodes/quickbooks/books/register';
import { trialBalance } from '../../nodes/quickbooks/books/trialBalance';
import { shifted } from '../../nodes/quickbooks/days';
import { openBooks, type Books as Company } from '../quickbooks/books.mts';
import { ledgerDocuments, readEverything, saleDocuments, type ShopFacts } from './bookedShop.mts';

const CLEARING: AccountReference = { account: 'Shopify Payments Clearing', type: 'Bank' };
const CREATE = {
	create: new Set(['Account', 'Customer', 'Vendor', 'Item', 'Payment Method', 'Term'] as const),
};

let facts: ShopFacts;
let company: Company;
let documents: AccountingDocument[];

beforeAll(async () => {
	facts = await readEverything({ seed: 11, month: '2026-10', orders: 400 });
	company = await openBooks({ company: 'us-automated' });
	const sales = saleDocuments(facts);
	const ledger = ledgerDocuments(facts);
	expect([...sales.problems, ...ledger.problems]).toEqual([]);
	documents = [...sales.documents, ...ledger.documents] as AccountingDocument[];
	const results = await company.post(documents, CREATE);
	expect(results.flatMap((each) => (each.ok ? [] : [each.problem.what])).slice(0, 5)).toEqual([]);
}, 120_000);
afterAll(async () => await company.close());

function linked() {
	return facts.payouts.map((item) => {
		const payout = readPayout(item);
		const orders = readOrderLinks(item);
		if (!payout.ok || !orders.ok) throw new Error('a payout cannot be read');
		return { payout: payout.value, orders: orders.value };
	});
}

async function readBooks(): Promise<Books> {
	const days = daysOfPayouts(linked());
	if (days === undefined) throw new Error('no days');
	const session = await company.open(CREATE);
	const books = await proofBooks(
		{ session, appUrl: 'https://app.example', accounts: [CLEARING] },
		{ days: { from: shifted(days.first, -3), to: shifted(days.last, 40) }, orderDays: days.orders },
	);
	if (books.kind !== 'done') throw new Error(JSON.stringify(books));
	return books.value;
}

type Row = Record<string, unknown>;

/** Documents of the books as QuickBooks has them, by the key in their note. */
function booked(entity: string, keyPart: string): Row {
	const rows = company.sandbox.company.all(entity);
	const found = rows.find(({ PrivateNote }) => String(PrivateNote).includes(keyPart));
	if (found === undefined) throw new Error(`no ${entity} of ${keyPart}`);
	return found;
}

/** The document as somebody would enter it anew. */
function asNew(row: Row): Row {
	const server = ['Id', 'SyncToken', 'MetaData'];
	return Object.fromEntries(Object.entries(row).filter(([field]) => !server.includes(field)));
}

/** A payout with a refund or another movement beside charges and fees. */
function richestPayout(): { id: string; rows: Row[] } {
	const all = facts.payouts.map(({ legacyResourceId, balanceTransactions, status }) => ({
		id: String(legacyResourceId),
		rows: (status === 'PAID' ? balanceTransactions : []) as Row[],
	}));
	const kinds = ({ rows }: { rows: Row[] }) => new Set(rows.map(({ type }) => type)).size;
	return all.sort((a, b) => kinds(b) - kinds(a))[0];
}

async function findingsOf(payoutId: string): Promise<string[]> {
	const all = await proofs();
	const own = all.find(({ payout }) => payout.legacyId === payoutId);
	const others = all.filter(({ payout, isProved }) => payout.legacyId !== payoutId && !isProved);
	expect(others.map(({ findings }) => findings[0].what)).toEqual([]);
	return (own?.findings ?? []).map(({ code }) => code);
}

async function proofs(): Promise<PayoutProof[]> {
	const books = await readBooks();
	const accounts = { clearing: new Set([CLEARING.account]) };
	return linked().map((each) => {
		const proof = provePayout({ ...each, books, accounts });
		if (!proof.ok) throw new Error(proof.problem.what);
		return proof.value;
	});
}

it('proves every payout of the month with a residue of 0.00', async () => {
	const all = await proofs();
	const wrong = all.flatMap(({ payout, findings }) =>
		findings.map(({ what }) => `${payout.legacyId}: ${what}`),
	);
	expect(wrong).toEqual([]);
	expect(all.length).toBeGreaterThan(15);
	expect(new Set(all.map(({ residue }) => residue.toDecimalString()))).toEqual(new Set(['0.00']));
});

it('leaves in clearing what Shopify has not paid out', async () => {
	const session = await company.open(CREATE);
	const state = await accountState(session, CLEARING);
	if (!state.ok) throw new Error(state.problem.what);
	const rows = facts.rows.map((item) => readLedgerRow(item));
	const open = rows.flatMap((row) =>
		row.ok && row.value.row.payoutStatus !== 'PAID' && row.value.row.payoutStatus !== 'FAILED'
			? [row.value]
			: [],
	);
	const proof = proveClearing({
		shop: open[0].shop,
		currency: 'USD',
		openRows: open.map(({ row }) => row),
		books: await readBooks(),
		balance: Money.parse(state.value.balance, 'USD'),
		accounts: new Set([CLEARING.account]),
	});
	expect(proof.difference.toDecimalString()).toBe('0.00');
});

describe('balances roll forward by what Shopify says', () => {
	const usd = (amount: string) => Money.parse(amount, 'USD');
	const ofYear = { from: '2026-01-01', to: '2026-12-31' };

	async function rolled(names: string[], holds: 'One Account' | 'Sales Tax') {
		const session = await company.open(CREATE);
		const closing = await trialBalance(session, ofYear);
		if (closing.kind !== 'done') throw new Error(JSON.stringify(closing));
		const rows = company.sandbox.company.all('Account');
		const ids = rows.flatMap(({ Id, Name }) => (names.includes(String(Name)) ? [String(Id)] : []));
		const balances = ids.map((id) => usd(closing.value.get(id) ?? '0'));
		return rollForward(
			{ accounts: names, holds, opening: usd('0'), closing: Money.sum('USD', balances) },
			documents,
		);
	}

	it.each(['Gift Card Liability', 'Store Credit Liability', 'Tips Payable', 'Shopify Reserve'])(
		'%s',
		async (name) => {
			const { movements, difference } = await rolled([name], 'One Account');
			expect(movements.length).toBeGreaterThan(0);
			expect(difference.toDecimalString()).toBe('0.00');
		},
	);

	it('sales tax of all agencies, by title', async () => {
		const agencies = company.sandbox.company
			.all('Account')
			.flatMap(({ Name, AccountSubType }) =>
				AccountSubType === 'GlobalTaxPayable' || /Department|Agency|Board/.test(String(Name))
					? [String(Name)]
					: [],
			);
		const { movements, difference } = await rolled(agencies, 'Sales Tax');
		expect(movements.length).toBeGreaterThan(3);
		expect(difference.toDecimalString()).toBe('0.00');
	});
});

describe('what a bookkeeper did by hand is found and named', () => {
	const payout = () => richestPayout().id;
	const charge = () => richestPayout().rows.find(({ type }) => type === 'CHARGE') as Row;
	const payment = () =>
		booked('Payment', `OrderTransaction/${String(charge().sourceOrderTransactionId)}]`);
	const CASES: Array<[string, string, () => Row]> = [
		['a payment', 'Payment', payment],
		["the fees' payment", 'BillPayment', () => booked('BillPayment', `Payout/${payout()}/Fees/`)],
		['the deposit', 'Deposit', () => booked('Deposit', `Payout/${payout()}]`)],
	];

	it.each(CASES)('%s was deleted', async (_what, entity, find) => {
		const row = find();
		company.sandbox.company.remove(entity, row);
		expect(await findingsOf(payout())).toHaveLength(1);
		company.sandbox.company.create(entity, asNew(row));
		expect(await findingsOf(payout())).toEqual([]);
	});

	it('a deposit was entered twice', async () => {
		const row = booked('Deposit', `Payout/${payout()}]`);
		const copy = company.sandbox.company.create('Deposit', asNew(row));
		expect(await findingsOf(payout())).toEqual(['doubled']);
		company.sandbox.company.remove('Deposit', copy);
	});

	it('a deposit was changed by a cent', async () => {
		const row = booked('Deposit', `Payout/${payout()}]`);
		const [line] = row.Line as Row[];
		const Line = [{ ...line, Amount: Number(line.Amount) + 0.01 }];
		const changed = company.sandbox.company.update('Deposit', { ...row, Line });
		expect(await findingsOf(payout())).toEqual(['bank-differs']);
		company.sandbox.company.update('Deposit', { ...changed, Line: [line] });
		expect(await findingsOf(payout())).toEqual([]);
	});
});
