import assert from 'node:assert/strict';

import type { LoggedCall } from '../../sandbox/common/requestLog.mts';
import { shopifyApp } from '../../scripts/demo/merchant.mts';
import type { Execution } from '../../scripts/n8n/rest.mts';
import { oneOrder } from './oneOrder.mts';
import { connect, createCredential, testCredential, type Stage } from './stage.mts';

const tokenCalls = (log: readonly LoggedCall[]): number =>
	log.filter(({ path }) => /\/tokens\/bearer|\/access_token$/.test(path)).length;

const succeeded = ({ status, data }: Execution): void => {
	const { error } = data.resultData;
	assert.equal(status, 'success', `${error?.message} ${error?.description ?? ''}`);
};

/** Connecting, testing, expiry, rotation and revocation of both vendors' credentials. */
export async function credentialChecks({ checks, merchant, workshop, expiringShop }: Stage) {
	const { rest } = workshop;
	const { quickBooks } = merchant;
	const { clientId, clientSecret, url: baseUrl } = quickBooks;
	const shopify = await createCredential(rest, {
		name: 'Shopify by consent',
		type: 'shopifyStoreOAuth2Api',
		data: shopifyApp(expiringShop),
	});
	const intuit = await createCredential(rest, {
		name: 'QuickBooks by consent',
		type: 'quickBooksCompanyOAuth2Api',
		data: { environment: 'sandbox', clientId, clientSecret, baseUrl },
	});
	const { check } = { check: checks.check.bind(checks) };

	await check('Shopify connects by authorization code, asking for its scopes', async () => {
		const { asked, page } = await connect(rest, shopify.id);
		assert.match(String(asked.searchParams.get('scope')), /read_orders/);
		assert.match(page, /successful/i);
	});
	await check('QuickBooks connects by authorization code, asking for accounting', async () => {
		const { asked, page } = await connect(rest, intuit.id);
		assert.equal(asked.searchParams.get('scope'), 'com.intuit.quickbooks.accounting');
		assert.match(page, /successful/i);
	});
	await check("Shopify's credential test is good", async () => {
		const { status, message } = await testCredential(rest, shopify);
		assert.equal(status, 'OK', message);
	});
	await check("QuickBooks' credential test is good", async () => {
		const { status, message } = await testCredential(rest, intuit);
		assert.equal(status, 'OK', message);
	});
	await clientCredentialsCheck(check, expiringShop, rest);

	const run = await oneOrder(rest, {
		shopifyStoreOAuth2Api: shopify,
		quickBooksCompanyOAuth2Api: intuit,
	});
	await check('an order is read and planned with the connected credentials', async () => {
		succeeded(await run());
	});
	const vendors = {
		Shopify: {
			calls: () => tokenCalls(expiringShop.control.log.all()),
			expire: () => expiringShop.control.expireTokens(),
			revoke: () => expiringShop.control.revokeRefreshTokens(),
		},
		QuickBooks: {
			calls: () => tokenCalls(quickBooks.control.log()),
			expire: () => quickBooks.control.expireAccessTokens(),
			revoke: () => quickBooks.control.revokeRefreshTokens(),
		},
	};
	for (const [name, { calls, expire }] of Object.entries(vendors)) {
		await check(`${name}: an expired token leads to exactly one refresh`, async () => {
			expire();
			const before = calls();
			succeeded(await run());
			assert.equal(calls() - before, 1);
		});
		await check(
			`${name}: the rotated refresh token was kept, the next expiry heals too`,
			async () => {
				expire();
				const before = calls();
				succeeded(await run());
				assert.equal(calls() - before, 1);
			},
		);
	}
	for (const [name, { expire, revoke }] of Object.entries(vendors)) {
		await check(`${name}: a revoked connection says to reconnect`, async () => {
			expire();
			revoke();
			const { status, data } = await run();
			assert.equal(status, 'error');
			const { error } = data.resultData;
			assert.match(`${error?.message} ${error?.description}`, /reconnect/i);
			assert.doesNotMatch(JSON.stringify(data), new RegExp(`${clientSecret}|shprt_|shpat_`));
		});
		const id = name === 'Shopify' ? shopify.id : intuit.id;
		await check(`${name}: connecting again heals it`, async () => {
			const { page } = await connect(rest, id);
			assert.match(page, /successful/i);
			succeeded(await run());
		});
	}
}

async function clientCredentialsCheck(
	check: Stage['checks']['check'],
	shop: Stage['expiringShop'],
	rest: Stage['workshop']['rest'],
): Promise<void> {
	await check('Shopify by client credentials connects with nothing to click', async () => {
		const credential = await createCredential(rest, {
			name: 'Shopify by client credentials',
			type: 'shopifyStoreClientCredentialsApi',
			data: shopifyApp(shop),
		});
		const { status, message } = await testCredential(rest, credential);
		assert.equal(status, 'OK', message);
		assert.ok(message.includes(shop.shopDomain), message);
	});
	await check('Shopify by access token is tested', async () => {
		const { shopSubdomain, baseUrl } = shopifyApp(shop);
		const credential = await createCredential(rest, {
			name: 'Shopify by access token',
			type: 'shopifyStoreAccessTokenApi',
			data: { shopSubdomain, baseUrl, accessToken: shop.accessToken },
		});
		const { status, message } = await testCredential(rest, credential);
		assert.equal(status, 'OK', message);
	});
}
