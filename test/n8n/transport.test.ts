import type { ICredentialDataDecryptedObject, ICredentialType } from 'n8n-workflow';
import { authenticatedHttp, plainHttp, TransportFailure } from '../../nodes/n8n/transport';
import { realContext } from './realContext.mts';
import { startScriptedVendor, type Script, type SeenCall } from './vendor.mts';

type Vendor = Awaited<ReturnType<typeof startScriptedVendor>>;
type ScriptFunction = (call: SeenCall, count: number) => Script;

const oAuth2Type: ICredentialType = {
	name: 'vendorOAuth2Api',
	displayName: 'Vendor OAuth2 API',
	extends: ['oAuth2Api'],
	properties: ['grantType', 'clientId', 'clientSecret', 'accessTokenUrl', 'authentication'].map(
		(name) => ({ displayName: name, name, type: 'string', default: '' }),
	),
};

let vendor: Vendor;
afterEach(async () => await vendor.close());

async function connect(script: ScriptFunction, data: ICredentialDataDecryptedObject) {
	vendor = await startScriptedVendor(script);
	const { context, credentialType, stored } = realContext(oAuth2Type, {
		clientId: 'id',
		clientSecret: 'dull',
		authentication: 'body',
		accessTokenUrl: `${vendor.url}/token`,
		...data,
	});
	const send = authenticatedHttp(context, credentialType, 'X-Shopify-Access-Token');
	const ask = async (timeoutMs?: number) =>
		await send({ method: 'POST', url: `${vendor.url}/api`, body: '{"q":1}', timeoutMs });
	return { ask, stored, context };
}

const authorizationCode = {
	grantType: 'authorizationCode',
	oauthTokenData: { access_token: 'old', refresh_token: 'refresh-1', kept: 'yes' },
};
const clientCredentials = { grantType: 'clientCredentials' };

const calls = (path: string) => vendor.calls.filter((call) => call.path === path);
const tokens = () => calls('/api').map(({ headers }) => headers['x-shopify-access-token']);

/** Lets only the token in, and hands it out. */
const letsIn =
	(token: string, grant: object = { access_token: token, refresh_token: 'refresh-2' }) =>
	({ path, headers }: SeenCall): Script => {
		if (path === '/token') return { status: 200, body: JSON.stringify(grant) };
		return headers['x-shopify-access-token'] === token
			? { status: 200, body: '{"amount": 10.10}' }
			: { status: 401, body: '{"errors":"no"}' };
	};

describe('with an access token', () => {
	it('gives the body as the text that came, and header names in lower case', async () => {
		const { ask } = await connect(
			() => ({ status: 200, body: '{"amount": 10.10}', headers: { 'X-Cost': '7' } }),
			authorizationCode,
		);
		expect(await ask()).toMatchObject({
			status: 200,
			body: '{"amount": 10.10}',
			headers: { 'x-cost': '7' },
		});
	});

	it.each([301, 400, 402, 403, 404, 423, 429, 500, 503])(
		'takes %i for an answer',
		async (status) => {
			const { ask } = await connect(
				() => ({ status, body: '<html>', headers: { location: 'http://127.0.0.1:1/' } }),
				authorizationCode,
			);
			expect(await ask()).toMatchObject({ status, body: '<html>' });
			expect(vendor.calls).toHaveLength(1);
		},
	);

	it.each([
		['drop', 'dropped'],
		['hang', 'timeout'],
	] as const)('rejects when no answer comes: %s', async (script, reason) => {
		const { ask } = await connect(() => script, authorizationCode);
		const failure = await ask(300).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(TransportFailure);
		expect(failure).toMatchObject({ reason });
		expect(vendor.calls).toHaveLength(1);
	});
});

describe('after a 401', () => {
	it('refreshes once, repeats once with the new token in both headers, and keeps what was stored', async () => {
		const { ask, stored } = await connect(letsIn('new'), authorizationCode);
		expect(await ask()).toMatchObject({ status: 200 });
		expect(tokens()).toEqual(['old', 'new']);
		expect(calls('/api').map(({ body }) => body)).toEqual(['{"q":1}', '{"q":1}']);
		expect(calls('/api')[1].headers.authorization).toBe('Bearer new');
		expect(calls('/token').map(({ body }) => body)).toEqual([
			'refresh_token=refresh-1&grant_type=refresh_token&client_id=id&client_secret=dull',
		]);
		expect(stored()?.oauthTokenData).toMatchObject({
			access_token: 'new',
			refresh_token: 'refresh-2',
			kept: 'yes',
		});
	});

	it('gives the second 401 as the answer, without a third try', async () => {
		const { ask } = await connect(letsIn('never', { access_token: 'new' }), authorizationCode);
		expect(await ask()).toMatchObject({ status: 401 });
		expect(calls('/api')).toHaveLength(2);
		expect(calls('/token')).toHaveLength(1);
	});

	it('says that the credential must be reconnected when the grant is gone, and shows no token', async () => {
		const { ask } = await connect(
			({ path }) =>
				path === '/token'
					? { status: 400, body: '{"error":"invalid_grant","refresh_token":"shprt_abc123"}' }
					: { status: 401 },
			authorizationCode,
		);
		const answer = await ask();
		expect(answer).toMatchObject({ status: 401 });
		expect(answer.body).toContain('needs to be reconnected');
		expect(answer.body).not.toMatch(/shprt_|refresh-1|dull/);
	});

	it('gives 401 when there is no refresh token, and the status when the token endpoint is down', async () => {
		const { ask } = await connect(() => ({ status: 401 }), {
			grantType: 'authorizationCode',
			oauthTokenData: { access_token: 'old' },
		});
		expect(await ask()).toMatchObject({ status: 401 });
		await vendor.close();
		const down = await connect(
			({ path }) => (path === '/token' ? { status: 503, body: 'down' } : { status: 401 }),
			authorizationCode,
		);
		expect(await down.ask()).toMatchObject({ status: 503 });
	});
});

describe('with client credentials', () => {
	it('gets a token by itself, and a new one on a 401', async () => {
		const { ask, stored } = await connect(
			letsIn('day-1', { access_token: 'day-1' }),
			clientCredentials,
		);
		expect(await ask()).toMatchObject({ status: 200 });
		expect(calls('/token').map(({ body }) => body)).toEqual([
			'grant_type=client_credentials&client_id=id&client_secret=dull',
		]);
		expect(stored()?.oauthTokenData).toMatchObject({ access_token: 'day-1' });
		await vendor.close();
		const later = await connect(letsIn('day-2', { access_token: 'day-2' }), {
			...clientCredentials,
			oauthTokenData: { access_token: 'day-1' },
		});
		expect(await later.ask()).toMatchObject({ status: 200 });
		expect(tokens()).toEqual(['day-1', 'day-2']);
		expect(calls('/token')).toHaveLength(1);
	});

	it('gives 401 where the app is not let in, and a failure where nobody answers', async () => {
		const { ask } = await connect(
			() => ({ status: 400, body: '{"error":"shop_not_permitted"}' }),
			clientCredentials,
		);
		expect(await ask()).toMatchObject({ status: 401 });
		await vendor.close();
		const alone = await connect(() => 'drop', clientCredentials);
		await expect(alone.ask()).rejects.toBeInstanceOf(TransportFailure);
	});
});

it('sends no token to a foreign address', async () => {
	const { context } = await connect(() => ({ status: 403, body: 'x' }), authorizationCode);
	const answer = await plainHttp(context)({ method: 'GET', url: `${vendor.url}/file?sig=1` });
	expect(answer).toMatchObject({ status: 403, body: 'x' });
	expect(vendor.calls[0].headers).not.toHaveProperty('x-shopify-access-token');
	expect(vendor.calls[0].headers).not.toHaveProperty('authorization');
});
