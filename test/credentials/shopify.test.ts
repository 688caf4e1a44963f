import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	ICredentialType,
} from 'n8n-workflow';
import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { ShopifyStoreClientCredentialsApi } from '../../credentials/ShopifyStoreClientCredentialsApi.credentials';
import { shopAddress } from '../../credentials/ShopifyStoreFields';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import { shopifyStoreConnection } from '../../nodes/ShopifyRecords/credentialTest';
import { ShopifyRecords } from '../../nodes/ShopifyRecords/ShopifyRecords.node';
import { startShopifySandbox, type ShopifySandbox } from '../../sandbox/shopify/start.mts';
import { legacyRequest } from './legacyRequest.mts';
import { evaluated, resolved } from './resolved.mts';

const classes = [
	ShopifyStoreOAuth2Api,
	ShopifyStoreClientCredentialsApi,
	ShopifyStoreAccessTokenApi,
].map((Type) => [new Type().name, new Type() as ICredentialType] as const);

const names = (type: ICredentialType) => type.properties.map(({ name }) => name);

describe.each(classes)('%s', (name, type) => {
	it('has a name of its own and no field that n8n takes for something else', () => {
		expect(name).toMatch(/^shopifyStore.+Api$/);
		expect(['shopifyApi', 'shopifyOAuth2Api', 'shopifyAccessTokenApi']).not.toContain(name);
		for (const reserved of ['serverUrl', 'resourceUrl', 'useDynamicClientRegistration']) {
			expect(names(type)).not.toContain(reserved);
		}
		expect(new Set(names(type)).size).toBe(type.properties.length);
	});

	it('asks first for the shop and last for the base URL, and hides every secret', () => {
		expect(names(type)[0]).toBe('shopSubdomain');
		expect(type.properties.at(-1)).toMatchObject({ name: 'baseUrl', default: '' });
		for (const property of type.properties) {
			const secret = /secret|token$/i.test(property.name);
			expect([property.name, property.typeOptions?.password === true]).toEqual([
				property.name,
				secret,
			]);
		}
	});

	it('is offered by the node and has a test', () => {
		const used = new ShopifyRecords().description.credentials?.find((one) => one.name === name);
		expect(used).toBeDefined();
		expect(type.test ?? used?.testedBy).toBeDefined();
	});
});

describe('the addresses', () => {
	it.each([
		[{ shopSubdomain: 'my-shop', baseUrl: '' }, 'https://my-shop.myshopify.com'],
		[{ shopSubdomain: ' my-shop.myshopify.com', baseUrl: '' }, 'https://my-shop.myshopify.com'],
		[{ shopSubdomain: 'x', baseUrl: 'http://127.0.0.1:4810/' }, 'http://127.0.0.1:4810'],
	])('of %j are at %s', async (data, host) => {
		const code = await resolved(new ShopifyStoreOAuth2Api(), data);
		expect(code.authUrl).toBe(`${host}/admin/oauth/authorize`);
		expect(code.accessTokenUrl).toBe(`${host}/admin/oauth/access_token`);
		expect(shopAddress(data)).toBe(host);
	});

	it('ask for old orders, and to write stock, only when the user says so', async () => {
		const type = new ShopifyStoreOAuth2Api();
		const recent = await resolved(type, { shopSubdomain: 's' });
		expect(recent.scope).toMatch(/^read_orders,/);
		expect(recent.scope).not.toMatch(/read_all_orders|write_| /);
		const all = await resolved(type, { shopSubdomain: 's', allOrders: true });
		expect(all.scope).toBe(`${String(recent.scope)},read_all_orders`);
		const writing = await resolved(type, { shopSubdomain: 's', writeStock: true });
		expect(writing.scope).toBe(`${String(recent.scope)},write_inventory`);
		const both = await resolved(type, { shopSubdomain: 's', allOrders: true, writeStock: true });
		expect(both.scope).toBe(`${String(all.scope)},write_inventory`);
	});
});

it("the access token goes in Shopify's own header, to the shop or to the base URL", async () => {
	const { headers } = new ShopifyStoreAccessTokenApi().authenticate.properties;
	const { baseURL } = new ShopifyStoreOAuth2Api().test.request;
	const expressions = { ...headers, baseURL };
	const data = { shopSubdomain: 'my-shop', baseUrl: '', accessToken: 'dull' };
	expect(await evaluated(expressions, data)).toEqual({
		'X-Shopify-Access-Token': 'dull',
		baseURL: 'https://my-shop.myshopify.com',
	});
	const sandboxed = { ...data, baseUrl: 'http://127.0.0.1:4810/' };
	expect(await evaluated(expressions, sandboxed)).toMatchObject({
		baseURL: 'http://127.0.0.1:4810',
	});
});

describe('the test of a connection', () => {
	let sandbox: ShopifySandbox;
	beforeAll(async () => {
		sandbox = await startShopifySandbox({ seed: 1, month: '2026-10', orders: 2 });
	});
	afterAll(async () => await sandbox.close());

	const test = async (data: object) =>
		await shopifyStoreConnection.call(
			{ helpers: { request: legacyRequest() } } as unknown as ICredentialTestFunctions,
			{
				data: { shopSubdomain: 'x', baseUrl: sandbox.url, ...data },
			} as unknown as ICredentialsDecrypted,
		);
	const app = () => ({
		clientId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
	});

	it.each([
		['client credentials', app],
		['an access token', () => ({ accessToken: sandbox.accessToken })],
	])('by %s says which shop it is', async (_name, data) => {
		expect(await test(data())).toEqual({
			status: 'OK',
			message: expect.stringMatching(/^Connected to .+ \(.+\.myshopify\.com\)$/),
		});
	});

	it.each([
		['a wrong secret', () => ({ ...app(), clientSecret: 'dull' }), /no access token/],
		['no token', () => ({}), /no access token/],
		['a wrong token', () => ({ accessToken: 'shpat_dull' }), /did not accept/],
		['a wrong shop', () => ({ baseUrl: '', shopSubdomain: 'a b' }), /Shop Subdomain/],
		['nobody there', () => ({ baseUrl: 'http://127.0.0.1:1', accessToken: 'x' }), /./],
	])('with %s says what to do, and shows no secret', async (_name, data, message) => {
		const result = await test(data());
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
		expect(result.message).not.toMatch(/shpat_|dull/);
	});
});
