import type { INodeExecutionData } from 'n8n-workflow';

import { startQuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { bookedByReceipts, bookedShop, callsOf, connected, prove } from './engine.mts';

/** The node in n8n's own engine, against both sandboxes: payouts read over HTTP, books posted over HTTP. */

type Row = Record<string, unknown>;

let shop: Awaited<ReturnType<typeof bookedShop>>;
beforeAll(async () => {
	shop = await bookedShop();
}, 120_000);
beforeEach(() => shop.company.control.reset());
afterAll(async () => await shop.books.close());

const credential = () => connected(shop.company);
const detailsOf = (items: readonly INodeExecutionData[]) =>
	items.map(({ json }) => json.details as Row);
const codesOf = (items: readonly INodeExecutionData[]) => detailsOf(items).map(({ code }) => code);
const pairsOf = (items: readonly INodeExecutionData[]) => items.map(({ pairedItem }) => pairedItem);

/** The document as somebody would enter it anew, without our key. */
function byHand(row: Row): Row {
	const server = ['Id', 'SyncToken', 'MetaData', 'DocNumber', 'PrivateNote'];
	return Object.fromEntries(Object.entries(row).filter(([field]) => !server.includes(field)));
}

function expectNothingWritten() {
	const written = callsOf(shop.company).filter(
		({ method, path }) => method !== 'GET' && !/query|oauth|token/.test(path),
	);
	expect(written).toEqual([]);
}

describe('Prove Payouts', () => {
	it('proves each payout of the month in 15 calls, and writes nothing', async () => {
		const { payouts } = shop.facts;
		const { status, outputs } = await prove(payouts, credential());
		expect(status).toBe('success');
		const [proofs, [report]] = outputs.Prove;
		expect(proofs.map(({ json }) => [json.result, json.residue])).toEqual(
			payouts.map(() => ['Proved', '0.00']),
		);
		expect(pairsOf(proofs)).toEqual(payouts.map((_, item) => ({ item })));
		expect(proofs[0].json).toMatchObject({
			payout: { legacyResourceId: payouts[0].legacyResourceId, currency: 'USD' },
			bank: { isEqual: true, documents: [{ url: expect.stringMatching(/^https:/) }] },
			rows: expect.arrayContaining([
				expect.objectContaining({
					type: 'CHARGE',
					status: 'Proved',
					documents: [expect.objectContaining({ id: expect.any(String) })],
				}),
			]),
		});
		expect(report.json).toMatchObject({ result: 'Proved', notProved: 0, refused: 0, suspects: [] });
		expect(report.pairedItem).toEqual(payouts.map((_, item) => ({ item })));
		// docs/payouts.md states this number
		expect(callsOf(shop.company).length).toBe(15);
		expectNothingWritten();
	});

	it('costs no more calls for all payouts than for one', async () => {
		await prove(shop.facts.payouts.slice(0, 1), credential());
		const forOne = callsOf(shop.company).length;
		shop.company.control.reset();
		await prove(shop.facts.payouts.slice(0, 10), credential());
		expect(callsOf(shop.company).length).toBeLessThanOrEqual(forOne + 1);
	});

	it('gives a report that is a page of its own', async () => {
		const { outputs } = await prove(shop.facts.payouts.slice(0, 3), credential(), {
			binaryField: 'report',
		});
		const binary = outputs.Prove[1][0].binary?.report;
		expect(binary).toMatchObject({ mimeType: 'text/html', fileName: 'payout-proof.html' });
		const html = Buffer.from(binary?.data ?? '', 'base64').toString('utf8');
		expect(html).toMatch(/^<!doctype html>/);
		expect(html).toContain(String(shop.facts.payouts[0].legacyResourceId));
		expect(html).toContain('<svg');
	});

	it('lists doubles made by hand, in the page and in its item', async () => {
		const { company } = shop.company;
		const payout = shop.facts.payouts.find(({ status }) => status === 'PAID') as Row;
		const row = company
			.all('Deposit')
			.find(({ PrivateNote }) =>
				String(PrivateNote).includes(`/Payout/${String(payout.legacyResourceId)}]`),
			) as Row;
		const copy = company.create('Deposit', byHand(row));
		const { outputs } = await prove([payout], credential());
		company.remove('Deposit', copy);
		const [[proof], [report]] = outputs.Prove;
		expect(proof.json.result).toBe('Proved');
		expect(report.json.suspects).toEqual([
			{
				document: expect.objectContaining({ document: 'Deposit', id: copy.Id, keys: [] }),
				like: expect.objectContaining({ id: row.Id }),
			},
		]);
		const html = Buffer.from(report.binary?.data.data ?? '', 'base64').toString('utf8');
		expect(html).toContain('Possible doubles');
	});

	it('refuses what cannot be read or does not add up, and proves the others', async () => {
		const [good, bare, wrong] = shop.facts.payouts.filter(({ status }) => status === 'PAID');
		const rows = wrong.balanceTransactions as Row[];
		const charge = rows.find(({ type }) => type === 'CHARGE');
		const short = { ...wrong, balanceTransactions: rows.filter((row) => row !== charge) };
		const items = [{ ...bare, orders: undefined }, good, short, { name: 'no payout' }];
		const { status, outputs } = await prove(items, credential(), {}, 'continueErrorOutput');
		expect(status).toBe('success');
		const [proofs, [report], refused] = outputs.Prove;
		expect(proofs.map(({ json, pairedItem }) => [json.result, pairedItem])).toEqual([
			['Proved', { item: 1 }],
		]);
		expect(new Set(codesOf(refused))).toEqual(new Set(['malformed-item', 'rows-differ']));
		expect(
			pairsOf(refused)
				.map((paired) => (paired as { item: number }).item)
				.sort(),
		).toEqual([0, 2, 3]);
		expect(report.json).toMatchObject({ result: 'Not Proved', payouts: 4, proved: 1, refused: 3 });
	});

	it('refuses every payout of a clearing account that is not there', async () => {
		const parameters = { clearingAccounts: { rows: [{ currency: '*', account: 'Nowhere' }] } };
		const items = shop.facts.payouts.slice(0, 2);
		const { outputs } = await prove(items, credential(), parameters, 'continueErrorOutput');
		const [proofs, reports, refused] = outputs.Prove;
		expect([proofs, reports]).toEqual([[], []]);
		expect(codesOf(refused)).toEqual(['no-account', 'no-account']);
		const stopped = await prove(items, credential(), parameters);
		expect(stopped.error?.message).toContain('Nowhere');
		expectNothingWritten();
	});
});

it('refuses payouts whose clearing account is kept in another currency', async () => {
	const [payout] = shop.facts.payouts;
	const { shop: about, ...rest } = payout;
	const text = JSON.stringify(rest).replaceAll('"currencyCode":"USD"', '"currencyCode":"EUR"');
	const items = [{ ...(JSON.parse(text) as Row), shop: about }];
	const clearing = 'Shopify Payments Clearing';
	const mapped = { clearingAccounts: { rows: [{ currency: 'EUR', account: clearing }] } };
	const foreign = await prove(items, credential(), mapped, 'continueErrorOutput');
	expect(codesOf(foreign.outputs.Prove[2])).toEqual(['account-currency']);
	const unmapped = await prove(items, credential(), {}, 'continueErrorOutput');
	expect(codesOf(unmapped.outputs.Prove[2])).toEqual(['no-clearing-account']);
});

describe('Prove Clearing Balance', () => {
	const CLEARING = { operation: 'proveClearing' };

	it('explains the balance by what Shopify has not paid out, in 14 calls', async () => {
		const { status, outputs } = await prove(shop.facts.rows, credential(), CLEARING);
		expect(status).toBe('success');
		const [[proof], report] = outputs.Prove;
		expect(report).toEqual([]);
		expect(proof.json).toMatchObject({
			account: 'Shopify Payments Clearing',
			currency: 'USD',
			result: 'Proved',
			difference: '0.00',
			madeByOthers: [],
		});
		const open = proof.json.open as Row[];
		expect(open.length).toBeGreaterThan(0);
		expect(open.every(({ isBooked }) => isBooked)).toBe(true);
		expect(proof.pairedItem).toHaveLength(shop.facts.rows.length);
		// docs/payouts.md states this number
		expect(callsOf(shop.company).length).toBe(14);
		expectNothingWritten();
	});

	it('names what somebody else booked on clearing', async () => {
		const { company } = shop.company;
		const transfer = {
			TxnDate: '2026-10-31',
			Amount: 12.34,
			FromAccountRef: { value: accountId('Shopify Payments Clearing') },
			ToAccountRef: { value: accountId('Checking') },
		};
		const made = company.create('Transfer', transfer);
		const { outputs } = await prove(shop.facts.rows, credential(), CLEARING);
		company.remove('Transfer', made);
		expect(outputs.Prove[0][0].json).toMatchObject({
			result: 'Not Proved',
			difference: '-12.34',
			madeByOthers: [{ document: 'Transfer', id: made.Id }],
		});
	});

	it('still proves something where everything was paid out', async () => {
		const paid = shop.facts.rows.filter(
			({ associatedPayout }) => (associatedPayout as Row).status === 'PAID',
		);
		const { outputs } = await prove(paid, credential(), CLEARING);
		expect(outputs.Prove[0]).toHaveLength(1);
		expect(outputs.Prove[0][0].json).toMatchObject({ owedByShopify: '0.00', open: [] });
	});

	it('refuses each row of an account that is not there, or is kept in another currency', async () => {
		const rows = shop.facts.rows.slice(0, 3);
		const euros = rows.map((row) => ({ ...row, ...inEuros(row) }));
		const unknown = { ...CLEARING, clearingAccounts: { rows: [{ currency: '*', account: 'No' }] } };
		const missing = await prove(rows, credential(), unknown, 'continueErrorOutput');
		expect(missing.outputs.Prove[0]).toEqual([]);
		expect(codesOf(missing.outputs.Prove[2])).toEqual(Array(3).fill('no-account'));
		const mapped = {
			...CLEARING,
			clearingAccounts: { rows: [{ currency: 'EUR', account: 'Shopify Payments Clearing' }] },
		};
		const foreign = await prove(euros, credential(), mapped, 'continueErrorOutput');
		expect(codesOf(foreign.outputs.Prove[2])).toEqual(Array(3).fill('account-currency'));
		const other = { ...(rows[1].shop as Row), myshopifyDomain: 'other.myshopify.com' };
		const mixed = [rows[0], { ...rows[1], shop: other }];
		const several = await prove(mixed, credential(), CLEARING, 'continueErrorOutput');
		expect(codesOf(several.outputs.Prove[2])).toEqual(['several-shops', 'several-shops']);
		const unmapped = await prove(euros, credential(), CLEARING, 'continueErrorOutput');
		expect(codesOf(unmapped.outputs.Prove[2])).toEqual(Array(3).fill('no-clearing-account'));
	});
});

function inEuros(row: Row): Row {
	const inEuro = (field: string) => ({ ...(row[field] as Row), currencyCode: 'EUR' });
	return { amount: inEuro('amount'), fee: inEuro('fee'), net: inEuro('net') };
}

function accountId(name: string): string {
	const row = shop.company.company.all('Account').find(({ Name }) => Name === name);
	if (row === undefined) throw new Error(`no account ${name}`);
	return String(row.Id);
}

describe('Prove Account Balances', () => {
	const BALANCES = { operation: 'proveBalances', from: '2026-01-01', to: '2026-12-31' };
	const onAccounts = (...names: string[]) => ({
		...BALANCES,
		balances: { rows: names.map((account) => ({ account, holds: 'One Account' })) },
	});

	it('rolls liabilities, reserves and sales tax forward', async () => {
		const taxes = shop.company.company
			.all('Account')
			.flatMap(({ Name, AccountSubType }) =>
				AccountSubType === 'GlobalTaxPayable' || /Department|Agency|Board/.test(String(Name))
					? [{ account: Name, holds: 'Sales Tax' }]
					: [],
			);
		const { rows } = onAccounts('Gift Card Liability', 'Shopify Reserve').balances;
		const parameters = { ...BALANCES, balances: { rows: [...rows, ...taxes] } };
		const { status, outputs } = await prove(shop.documents, credential(), parameters);
		expect(status).toBe('success');
		expect(outputs.Prove[0].map(({ json }) => [json.result, json.difference])).toEqual(
			Array(3).fill(['Proved', '0.00']),
		);
		expect(outputs.Prove[0][0].json.movements).toEqual(
			expect.arrayContaining([expect.objectContaining({ documents: expect.any(Number) })]),
		);
		expectNothingWritten();
	});

	it('tells an account that is not there from one that is proved', async () => {
		const parameters = onAccounts('Gift Card Liability', 'Gift Card Liabilty');
		const { status, outputs } = await prove(shop.documents, credential(), parameters);
		expect(status).toBe('success');
		expect(outputs.Prove[0].map(({ json }) => json.result)).toEqual(['Proved', 'No Account']);
	});

	it('refuses what is no document, and shows what is missing by the difference', async () => {
		const gift = shop.documents.filter((document) =>
			JSON.stringify(document).includes('Gift Card Liability'),
		);
		const items = [{ name: 'no document' }, {}, ...gift.slice(1)];
		const parameters = onAccounts('Gift Card Liability');
		const { outputs } = await prove(items, credential(), parameters, 'continueErrorOutput');
		expect(outputs.Prove[0].map(({ json }) => json.result)).toEqual(['Not Proved']);
		expect(codesOf(outputs.Prove[2])).toEqual(['not-a-document', 'not-a-document']);
	});

	it.each([
		['2026-13-45', '2026-12-31'],
		['2026-02-31', '2026-12-31'],
		['yesterday', '2026-12-31'],
		['2026-12-31', '2026-01-01'],
	])('refuses every item where the period is none: %s to %s', async (from, to) => {
		const parameters = { ...onAccounts('Gift Card Liability'), from, to };
		const items = shop.documents.slice(0, 2);
		const { outputs } = await prove(items, credential(), parameters, 'continueErrorOutput');
		expect(codesOf(outputs.Prove[2])).toEqual(['bad-period', 'bad-period']);
	});
});

it.each(['provePayouts', 'proveClearing', 'proveBalances'])(
	'%s refuses every item where QuickBooks is not connected, and throws none',
	async (operation) => {
		const revoked = connected(shop.company, {
			oauthTokenData: { access_token: 'x', callbackQueryString: { realmId: '9341454836291047' } },
		});
		const { facts, documents } = shop;
		const sources = { provePayouts: facts.payouts, proveClearing: facts.rows } as Row;
		const items = ((sources[operation] ?? documents) as object[]).slice(0, 2);
		const parameters = { operation, from: '2026-10-01', to: '2026-10-31' };
		const { status, outputs } = await prove(items, revoked, parameters, 'continueErrorOutput');
		expect(status).toBe('success');
		expect(outputs.Prove.slice(0, 2)).toEqual([[], []]);
		expect(detailsOf(outputs.Prove[2])).toMatchObject(Array(2).fill({ fix: expect.any(String) }));
		const stopped = await prove(items, revoked, parameters);
		expect(stopped.status).toBe('error');
	},
);

it('proves payouts that are deposits of the receipts in Undeposited Funds', async () => {
	const { books, company, problems } = await bookedByReceipts(shop.facts);
	expect(problems).toEqual([]);
	const { payouts } = shop.facts;
	const { outputs } = await prove(payouts, connected(company));
	await books.close();
	const notProved = outputs.Prove[0].flatMap(({ json }) =>
		(json.findings as Row[]).map(({ code, what }) => [code, what]),
	);
	expect(notProved).toEqual([]);
	expect(outputs.Prove[0]).toHaveLength(payouts.length);
}, 60_000);

it('a company without anything in it proves nothing wrongly', async () => {
	const empty = await startQuickBooksSandbox({ limits: false });
	const { outputs } = await prove(
		shop.facts.payouts.slice(0, 1),
		connected(empty),
		{},
		'continueErrorOutput',
	);
	await empty.close();
	expect(outputs.Prove[0].map(({ json }) => json.result)).not.toContain('Proved');
	expect(codesOf(outputs.Prove[2])).toEqual(['no-account']);
});
