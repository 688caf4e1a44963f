import type { QuickBooksSandboxOptions } from '../../../../sandbox/quickbooks/start.mts';
import { Client, type Loose } from './client.mts';
import { basicAuthorization } from './basicAuthorization.mts';

const REDIRECT = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

describe('OAuth', () => {
	let client: Client;

	const start = async (options: QuickBooksSandboxOptions = {}) => {
		client = await Client.start({ frozenClock: true, ...options });
		return client.sandbox.control;
	};

	afterEach(async () => {
		await client.close();
	});

	const consent = async (changes: Record<string, string> = {}) => {
		const query = new URLSearchParams({
			client_id: client.sandbox.clientId,
			response_type: 'code',
			scope: 'com.intuit.quickbooks.accounting openid',
			redirect_uri: REDIRECT,
			state: 'xyz',
			...changes,
		});
		return await client.send('GET', `//connect/oauth2?${query.toString()}`);
	};
	const callback = async () =>
		new URL((await consent()).headers.get('location') ?? '').searchParams;
	const tokenCall = async (form: Record<string, string>, secret = client.sandbox.clientSecret) =>
		await client.send('POST', '//oauth2/v1/tokens/bearer', new URLSearchParams(form).toString(), {
			'content-type': 'application/x-www-form-urlencoded',
			authorization: basicAuthorization(client.sandbox.clientId, secret),
		});
	const exchange = async (code: string) =>
		await tokenCall({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT });
	const refresh = async (token: string) =>
		await tokenCall({ grant_type: 'refresh_token', refresh_token: token });
	const works = async ({ access_token: token }: Loose) => {
		client.token = token;
		return (await client.get('/preferences')).status === 200;
	};

	test('consent, code, tokens', async () => {
		await start();
		const query = await callback();
		expect(query.get('state')).toBe('xyz');
		expect(query.get('realmId')).toBe(client.sandbox.realmId);
		const { json } = await exchange(query.get('code') ?? '');
		expect(json).toMatchObject({
			token_type: 'bearer',
			expires_in: 3600,
			x_refresh_token_expires_in: 8726400,
		});
		expect(json.id_token.split('.')).toHaveLength(3);
		expect(await works(json)).toBe(true);
		const info = await client.send('GET', '//v1/openid_connect/userinfo');
		expect(info.json.emailVerified).toBe(true);
	});

	test('a denied consent says so', async () => {
		const control = await start();
		control.consent('deny');
		expect((await callback()).get('error')).toBe('access_denied');
	});

	test.each([
		[{ client_id: 'other' }],
		[{ redirect_uri: `${REDIRECT}?a=1` }],
		[{ response_type: 'token' }],
		[{ scope: '' }],
		[{ state: '' }],
	])('a wrong authorize request %j stays on an error page', async (changes) => {
		await start();
		expect((await consent(changes)).status).toBe(400);
	});

	test('a code works once, and its second use ends the connection', async () => {
		await start();
		const code = (await callback()).get('code') ?? '';
		const first = await exchange(code);
		expect((await exchange(code)).json).toMatchObject({ error: 'invalid_grant' });
		expect(await works(first.json)).toBe(false);
	});

	test('a code is bound to its redirect URI and lives ten minutes', async () => {
		const control = await start();
		const code = (await callback()).get('code') ?? '';
		const elsewhere = { grant_type: 'authorization_code', code, redirect_uri: 'http://other' };
		expect((await tokenCall(elsewhere)).status).toBe(400);
		control.advanceClock(600);
		expect((await exchange(code)).status).toBe(400);
	});

	test('every refresh rotates the refresh token; the previous one stops working', async () => {
		await start();
		const first = client.sandbox.issueTokens().refresh_token;
		const { json } = await refresh(first);
		expect(json.refresh_token).not.toBe(first);
		const again = await refresh(first);
		expect(again.status).toBe(400);
		expect(again.json).toEqual({
			error: 'invalid_grant',
			error_description: 'Incorrect or invalid refresh token',
		});
		expect((await refresh(json.refresh_token)).status).toBe(200);
	});

	test('with daily rotation the value changes after 24 hours', async () => {
		const control = await start({ refreshTokenRotation: 'daily' });
		const first = client.sandbox.issueTokens().refresh_token;
		expect((await refresh(first)).json.refresh_token).toBe(first);
		control.advanceClock(86_400);
		expect((await refresh(first)).json.refresh_token).not.toBe(first);
		expect((await refresh(first)).status).toBe(400);
	});

	test('a refresh token dies after 101 days, or when the user disconnects', async () => {
		const control = await start();
		const old = client.sandbox.issueTokens().refresh_token;
		control.advanceClock(8_726_400);
		expect((await refresh(old)).status).toBe(400);
		const fresh = client.sandbox.issueTokens().refresh_token;
		control.revokeRefreshTokens();
		expect((await refresh(fresh)).json.error).toBe('invalid_grant');
	});

	test('revoking a token ends the whole connection', async () => {
		await start();
		const { access_token: token, refresh_token: refreshToken } = client.sandbox.issueTokens();
		const { clientId, clientSecret } = client.sandbox;
		const authorization = basicAuthorization(clientId, clientSecret);
		const path = '//v2/oauth2/tokens/revoke';
		const revoked = await client.send('POST', path, { token: refreshToken }, { authorization });
		expect(revoked.status).toBe(200);
		client.token = token;
		expect((await client.get('/preferences')).status).toBe(401);
	});

	test('a wrong secret is 401 invalid_client', async () => {
		await start();
		const answer = await tokenCall({ grant_type: 'refresh_token', refresh_token: 'x' }, 'wrong');
		expect([answer.status, answer.json.error]).toEqual([401, 'invalid_client']);
	});

	test('the discovery document names endpoints of the sandbox itself', async () => {
		await start();
		const { json } = await client.send('GET', '//.well-known/openid_configuration');
		expect(json.token_endpoint).toBe(`${client.sandbox.url}/oauth2/v1/tokens/bearer`);
	});
});
