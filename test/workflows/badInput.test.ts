import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ALL_SCOPES } from '../../sandbox/shopify/server/scopes.mts';
import { restateIn, smallShop, Watched, withEdit, type Seen } from './badShop.mts';
import { NODES, parametersOf, template1, type MerchantOptions } from './merchant.mts';

/**
 * Whatever is wrong, the user gets one clear error where it belongs, the rest is booked, nothing is
 * lost, and after the cause is mended a run books exactly what was missing.
 */
let watched: Watched;

const open = async (options: MerchantOptions = { shop: smallShop() }) => {
	watched = await Watched.start(options);
	return watched;
};

afterEach(async () => {
	expect(watched.leaks).toEqual([]);
	await watched.close();
});

const shopifyToken = (): ICredentialDataDecryptedObject =>
	watched.merchant.credentials.shopifyStoreOAuth2Api.oauthTokenData as never;

/** These orders are held by the error, all others are booked once. */
function expectHeld(seen: Seen, orders: readonly string[], what: RegExp, fix: RegExp): void {
	expect([seen.status, seen.error]).toEqual(['success', '']);
	expect(seen.held.map(({ order }) => order)).toEqual(orders);
	for (const each of seen.held) {
		expect(each.what).toMatch(what);
		expect(each.fix).toMatch(fix);
	}
	const others = seen.read.filter((name) => !orders.includes(name));
	expect([...seen.posted].sort()).toEqual(others.sort());
}

/** The run stopped with one error of one node, and nothing was booked. */
function expectStopped(seen: Seen, node: string, error: RegExp): void {
	expect(seen.status).toBe('error');
	expect(seen.error).toMatch(error);
	expect(seen.result.error?.node?.name).toBe(node);
	expect(watched.receipts()).toEqual({});
	expect(seen.posted).toEqual([]);
}

/** After mending, a run books these and no others; then all are booked once. */
async function expectRestBooked(orders: readonly string[], workflow = template1()): Promise<void> {
	const seen = await watched.run(workflow);
	expect([seen.status, seen.error, seen.held]).toEqual(['success', '', []]);
	expect([...seen.posted].sort()).toEqual([...orders].sort());
	expect(watched.receipts()).toEqual(watched.allOnce());
}

const allNames = () => watched.merchant.shopify.shop.orders.map(({ name }) => name);

it('a token that got into the items would be found by these tests', async () => {
	await open();
	const { access_token: token } = shopifyToken();
	await watched.run(withEdit('memo', `'${String(token)}'`));
	expect(watched.leaks.splice(0)).toHaveLength(1);
});

describe('an order that cannot be booked', () => {
	it('has no lines', async () => {
		const { merchant } = await open();
		const [, order] = merchant.shopify.shop.orders;
		const { lineItems } = order;
		order.lineItems = [];
		expectHeld(await watched.run(), [order.name], /no line items/, /Leave this order out/);
		order.lineItems = lineItems;
		await expectRestBooked([order.name]);
	});

	it('is in a currency that does not exist', async () => {
		const { merchant } = await open();
		const [, , order] = merchant.shopify.shop.orders;
		restateIn(order, 'XXX');
		expectHeld(await watched.run(), [order.name], /XXX/, /\w+ \w+/);
		restateIn(order, 'USD');
		await expectRestBooked([order.name]);
	});

	it('is in a currency that the company does not keep', async () => {
		const { merchant } = await open();
		const [, , order] = merchant.shopify.shop.orders;
		restateIn(order, 'EUR');
		expectHeld(await watched.run(), [order.name], /EUR/, /\w+ \w+/);
		restateIn(order, 'USD');
		await expectRestBooked([order.name]);
	});

	it('was paid by a gateway without an account', async () => {
		await open({ scenarios: ['Ordinary paid order', 'Bank deposit, paid days later'], orders: 4 });
		const { orders } = watched.merchant.shopify.shop.truth;
		const byDeposit = orders
			.filter(({ scenario }) => scenario.startsWith('Bank'))
			.map(({ name }) => name);
		expect(byDeposit).toHaveLength(2);
		const fix = /Add a row to 'Payment Accounts' with the gateway 'bank deposit'/;
		expectHeld(await watched.run(), byDeposit, /'Bank Deposit'.*no account/, fix);
		const mended = template1();
		const { rows } = parametersOf(mended, NODES.map).paymentAccounts as { rows: object[] };
		rows.push({ gateway: 'bank deposit', account: 'Bank Deposits', accountType: 'Bank' });
		await expectRestBooked(byDeposit, mended);
	});

	it('needs an item that QuickBooks lacks, while creating items is off', async () => {
		const { merchant } = await open();
		const { orders } = merchant.shopify.shop;
		const [known, lacking] = orders.splice(3);
		expectHeld(await watched.run(), [], /never/, /never/);
		const [{ sku, title }] = orders[0].lineItems;
		for (const line of known.lineItems) Object.assign(line, { sku, title });
		for (const line of lacking.lineItems) Object.assign(line, { sku: 'NEW-1', title: 'Novelty' });
		orders.push(known, lacking);
		const without = template1();
		parametersOf(without, NODES.post).createMissing = ['Account', 'Customer', 'Payment Method'];
		const seen = await watched.run(without);
		expect([seen.status, seen.posted]).toEqual(['success', [known.name]]);
		expect(seen.held.map(({ order }) => order)).toEqual([lacking.name]);
		expect(seen.held[0].what).toMatch(/NEW-1|Novelty/);
		expect(seen.held[0].fix).toMatch(/Item/i);
		await expectRestBooked([lacking.name]);
	});

	it('was edited on the canvas so that it no longer adds up', async () => {
		await open();
		const [, , , { name }] = watched.merchant.shopify.shop.orders;
		const edited = withEdit('total', `$json.source.name === '${name}' ? '0.01' : $json.total`);
		expectHeld(await watched.run(edited), [name], /0\.01/, /\w+ \w+/);
		await expectRestBooked([name]);
	});
});

describe('the QuickBooks connection', () => {
	const credential = () => watched.merchant.credentials.quickBooksCompanyOAuth2Api;

	it('leads to another company than the credential says', async () => {
		await open();
		credential().companyId = '9130 3480 1234 5678';
		expectStopped(await watched.run(), NODES.post, /9130348012345678.*Connect it again/);
		expect(watched.merchant.quickBooks.control.log()).toEqual([]);
		credential().companyId = '';
		await expectRestBooked(allNames());
	});

	it('names a company that the token does not open', async () => {
		await open();
		const tokens = credential().oauthTokenData as unknown as Record<string, unknown>;
		const { callbackQueryString } = tokens;
		tokens.callbackQueryString = { realmId: '1234567890' };
		expectStopped(await watched.run(), NODES.post, /not authorized.*3100.*company/);
		(credential().oauthTokenData as unknown as typeof tokens).callbackQueryString =
			callbackQueryString;
		await expectRestBooked(allNames());
	});

	it('has an expired token: it is refreshed once, and all is booked', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.expireAccessTokens();
		await expectRestBooked(allNames());
		const refreshes = control.log().filter(({ path }) => path.endsWith('/tokens/bearer'));
		expect(refreshes.map(({ status }) => status)).toEqual([200]);
	});

	it('was revoked: the error says to connect again', async () => {
		await open();
		const { quickBooks } = watched.merchant;
		quickBooks.control.expireAccessTokens();
		quickBooks.control.revokeRefreshTokens();
		expectStopped(await watched.run(), NODES.post, /connect it again/);
		const { callbackQueryString } = credential().oauthTokenData as never as Record<string, never>;
		credential().oauthTokenData = { ...quickBooks.issueTokens(), callbackQueryString } as never;
		await expectRestBooked(allNames());
	});

	it('gives cut-off answers: once does no harm, always stops before anything is written', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.fail({ kind: 'malformed', times: 50, match: 'query SalesReceipt' });
		expectStopped(await watched.run(), NODES.post, /no JSON.*Run again/);
		control.reset();
		control.fail({ kind: 'malformed', times: 1, match: 'query SalesReceipt' });
		await expectRestBooked(allNames());
	});

	it('cuts off every answer to a write: the books are looked into, nothing is written twice', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.fail({ kind: 'malformed', times: 50, match: 'batch' });
		const seen = await watched.run();
		expect(seen.posted.length + seen.held.length).toBe(5);
		const held = seen.held.map(({ order }) => order);
		control.reset();
		await expectRestBooked(held);
	});
});

describe('the Shopify connection', () => {
	it('has an expired token: it is refreshed once, and all is booked', async () => {
		await open();
		const { control } = watched.merchant.shopify;
		const token = control.issueToken(ALL_SCOPES, { seconds: 3600, refreshable: true });
		Object.assign(shopifyToken(), {
			access_token: token.accessToken,
			refresh_token: token.refreshToken,
		});
		control.expireTokens();
		await expectRestBooked(allNames());
		expect(control.log.count('/admin/oauth/access_token')).toBe(1);
		expect(shopifyToken().access_token).not.toBe(token.accessToken);
	});

	it('was revoked: the error says to reconnect', async () => {
		await open();
		const { access_token: good } = shopifyToken();
		Object.assign(shopifyToken(), { access_token: `shpat_${'0'.repeat(32)}` });
		expectStopped(await watched.run(), NODES.read, /did not accept.*reconnect/);
		Object.assign(shopifyToken(), { access_token: good });
		await expectRestBooked(allNames());
	});

	it('lacks a scope: the error names it', async () => {
		await open();
		const { access_token: good } = shopifyToken();
		const { accessToken } = watched.merchant.shopify.control.issueToken(['read_products']);
		Object.assign(shopifyToken(), { access_token: accessToken });
		expectStopped(await watched.run(), NODES.read, /lacks the access scope read_orders/);
		Object.assign(shopifyToken(), { access_token: good });
		await expectRestBooked(allNames());
	});

	it('gives cut-off answers: once does no harm, always is one clear error', async () => {
		await open();
		const { faults, reset } = watched.merchant.shopify.control;
		faults.order({ kind: 'malformed', times: 50, match: 'query Orders' });
		expectStopped(await watched.run(), NODES.read, /cut off.*Run the workflow again/);
		reset();
		faults.order({ kind: 'malformed', times: 1, match: 'query Orders' });
		await expectRestBooked(allNames());
	}, 60_000);
});
