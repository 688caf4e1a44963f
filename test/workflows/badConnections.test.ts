import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ALL_SCOPES } from '../../sandbox/shopify/server/scopes.mts';
import { expectAllHeld, expectRestBooked, expectStopped } from './badExpectations';
import { smallShop, Watched } from './badShop.mts';
import { NODES, parametersOf, template1 } from './merchant.mts';

/** A connection that fails books nothing by half: one clear error, and a later run catches up. */
let watched: Watched;

const open = async () => {
	watched = await Watched.start({ shop: smallShop() });
};

afterEach(async () => {
	expect(watched.leaks).toEqual([]);
	await watched.close();
});

const shopifyToken = (): ICredentialDataDecryptedObject =>
	watched.merchant.credentials.shopifyStoreOAuth2Api.oauthTokenData as never;

describe('the QuickBooks connection', () => {
	const credential = () => watched.merchant.credentials.quickBooksCompanyOAuth2Api;

	it('leads to another company than the credential says', async () => {
		await open();
		credential().companyId = '9130 3480 1234 5678';
		expectAllHeld(watched, await watched.run(), /9130348012345678/, /Connect it again/);
		expect(watched.merchant.quickBooks.control.log()).toEqual([]);
		credential().companyId = '';
		await expectRestBooked(watched, watched.orderNames());
	});

	it('names a company that the token does not open', async () => {
		await open();
		const tokens = credential().oauthTokenData as unknown as Record<string, unknown>;
		const { callbackQueryString } = tokens;
		tokens.callbackQueryString = { realmId: '1234567890' };
		expectAllHeld(watched, await watched.run(), /not authorized.*3100/, /company/);
		(credential().oauthTokenData as unknown as typeof tokens).callbackQueryString =
			callbackQueryString;
		await expectRestBooked(watched, watched.orderNames());
	});

	it('has an expired token: it is refreshed once, and all is booked', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.expireAccessTokens();
		await expectRestBooked(watched, watched.orderNames());
		const refreshes = control.log().filter(({ path }) => path.endsWith('/tokens/bearer'));
		expect(refreshes.map(({ status }) => status)).toEqual([200]);
	});

	it('is not chosen in the node, or stops the run where the user wants that', async () => {
		await open();
		const { quickBooksCompanyOAuth2Api: chosen, ...others } = watched.merchant.credentials;
		watched.merchant.credentials = others;
		expectAllHeld(watched, await watched.run(), /credentials/, /run again/);
		const stopping = template1();
		for (const node of stopping.nodes) delete node.onError;
		expectStopped(watched, await watched.run(stopping), NODES.post, /credentials/);
		watched.merchant.credentials = { ...others, quickBooksCompanyOAuth2Api: chosen };
		await expectRestBooked(watched, watched.orderNames());
	});

	it('was revoked: the error says to connect again', async () => {
		await open();
		const { quickBooks } = watched.merchant;
		quickBooks.control.expireAccessTokens();
		quickBooks.control.revokeRefreshTokens();
		expectAllHeld(watched, await watched.run(), /QuickBooks/, /connect it again/);
		const { callbackQueryString } = credential().oauthTokenData as never as Record<string, never>;
		credential().oauthTokenData = { ...quickBooks.issueTokens(), callbackQueryString } as never;
		await expectRestBooked(watched, watched.orderNames());
	});

	it('gives cut-off answers: once does no harm, always stops before anything is written', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.fail({ kind: 'malformed', times: 50, match: 'query SalesReceipt' });
		expectAllHeld(watched, await watched.run(), /no JSON/, /Run again/);
		control.reset();
		control.fail({ kind: 'malformed', times: 1, match: 'query SalesReceipt' });
		await expectRestBooked(watched, watched.orderNames());
	});

	it('cuts off every answer to a write: the books are looked into, nothing is written twice', async () => {
		await open();
		const { control } = watched.merchant.quickBooks;
		control.fail({ kind: 'malformed', times: 50, match: 'batch' });
		const seen = await watched.run();
		expect(seen.posted.length + seen.held.length).toBe(5);
		const held = seen.held.map(({ order }) => order);
		control.reset();
		await expectRestBooked(watched, held);
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
		await expectRestBooked(watched, watched.orderNames());
		expect(control.log.count('/admin/oauth/access_token')).toBe(1);
		expect(shopifyToken().access_token).not.toBe(token.accessToken);
	});

	it('was revoked: the error says to reconnect', async () => {
		await open();
		const { access_token: good } = shopifyToken();
		Object.assign(shopifyToken(), { access_token: `shpat_${'0'.repeat(32)}` });
		expectStopped(watched, await watched.run(), NODES.read, /did not accept.*reconnect/);
		Object.assign(shopifyToken(), { access_token: good });
		await expectRestBooked(watched, watched.orderNames());
	});

	it('lacks a scope: the error names it', async () => {
		await open();
		const { access_token: good } = shopifyToken();
		const { accessToken } = watched.merchant.shopify.control.issueToken(['read_products']);
		Object.assign(shopifyToken(), { access_token: accessToken });
		expectStopped(watched, await watched.run(), NODES.read, /lacks the access scope read_orders/);
		Object.assign(shopifyToken(), { access_token: good });
		await expectRestBooked(watched, watched.orderNames());
	});

	it('has just the scopes that the template asks for: all is booked', async () => {
		await open();
		const { content } = parametersOf(template1(), 'About');
		const scopes = String(content).match(/read_[a-z_]+/g) ?? [];
		const { accessToken } = watched.merchant.shopify.control.issueToken(scopes);
		Object.assign(shopifyToken(), { access_token: accessToken });
		await expectRestBooked(watched, watched.orderNames());
	});

	it('gives cut-off answers: once does no harm, always is one clear error', async () => {
		await open();
		const { faults, reset } = watched.merchant.shopify.control;
		faults.order({ kind: 'malformed', times: 50, match: 'query Orders' });
		expectStopped(watched, await watched.run(), NODES.read, /cut off.*Run the workflow again/);
		reset();
		faults.order({ kind: 'malformed', times: 1, match: 'query Orders' });
		await expectRestBooked(watched, watched.orderNames());
	}, 60_000);
});
