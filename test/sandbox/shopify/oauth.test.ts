import { callbackHmac } from '../../../sandbox/shopify/server/oauth.mts';
import {
	ask,
	authorize,
	control,
	requestToken,
	startTinyShop,
	type TinySandbox,
} from './client.mts';

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
afterAll(async () => await sandbox.close());

async function works(token: unknown): Promise<boolean> {
	const { status } = await ask(sandbox, '{ shop { name } }', { token: String(token) });
	return status === 200;
}

async function newCode(parameters: Record<string, string> = {}): Promise<string> {
	const { callback } = await authorize(sandbox, parameters);
	return callback?.searchParams.get('code') ?? '';
}

describe('authorization code grant', () => {
	it('comes back with code, shop, state and an HMAC over them', async () => {
		const { status, callback } = await authorize(sandbox);
		expect(status).toBe(302);
		const parameters = Object.fromEntries(callback?.searchParams ?? []);
		expect(parameters).toMatchObject({ shop: 'tiny.myshopify.com', state: 'abc' });
		const names = ['code', 'hmac', 'host', 'shop', 'state', 'timestamp'];
		expect(Object.keys(parameters).sort()).toEqual(names);
		expect(parameters.hmac).toBe(callbackHmac(parameters, sandbox.clientSecret));
		expect(parameters.hmac).toMatch(/^[0-9a-f]{64}$/);
	});

	it('signs as documented: sorted, encoded, hex HMAC-SHA256', () => {
		// Computed with openssl over "code=1&host=a%3D&shop=x.myshopify.com&timestamp=2".
		const parameters = { shop: 'x.myshopify.com', code: '1', timestamp: '2', host: 'a=' };
		expect(callbackHmac(parameters, 'hush')).toBe(
			'49d48f150aabcd29e90b214f488028010bdb1bbff5e270b21064aca5724d798b',
		);
	});

	it('gives a permanent token for a code, once', async () => {
		const code = await newCode();
		const { status, body } = await requestToken(sandbox, { code });
		expect(status).toBe(200);
		expect(Object.keys(body).sort()).toEqual(['access_token', 'scope']);
		expect(body.scope).toBe('read_orders,read_products');
		expect(await works(body.access_token)).toBe(true);
		const again = await requestToken(sandbox, { code });
		expect(again).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
	});

	it('gives an expiring token on request, form-encoded too', async () => {
		const parameters = { code: await newCode(), expiring: '1', grant_type: 'authorization_code' };
		const { body } = await requestToken(sandbox, parameters, true);
		expect(body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7776000 });
		expect(await works(body.access_token)).toBe(true);
		sandbox.control.advance(3_600_000);
		expect(await works(body.access_token)).toBe(false);
	});

	it.each([
		[{ client_id: 'other' }, 'application_cannot_be_found'],
		[{ client_secret: 'wrong' }, 'invalid_client'],
		[{ code: 'nope' }, 'invalid_request'],
		[{ grant_type: 'password' }, 'unsupported_grant_type'],
	])('refuses %j', async (parameters, error) => {
		const { status, body } = await requestToken(sandbox, parameters as Record<string, string>);
		expect([status, body.error]).toEqual([400, error]);
	});

	it('refuses to ask for consent without a known app or a way back', async () => {
		expect((await authorize(sandbox, { client_id: 'other' })).status).toBe(400);
		expect((await authorize(sandbox, { redirect_uri: '' })).status).toBe(400);
	});
});

describe('refresh', () => {
	const refresh = async (token: unknown) =>
		await requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: String(token) });

	it('rotates both; the old refresh token works until the new access token is used', async () => {
		const first = await requestToken(sandbox, { code: await newCode(), expiring: '1' });
		const lost = await refresh(first.body.refresh_token);
		expect(lost.body.refresh_token).not.toBe(first.body.refresh_token);
		const second = await refresh(first.body.refresh_token);
		expect(second.status).toBe(200);
		expect(await works(second.body.access_token)).toBe(true);
		const third = await refresh(first.body.refresh_token);
		expect(third).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		expect((await refresh(second.body.refresh_token)).status).toBe(200);
	});

	it('ends when everything expires or is revoked from outside', async () => {
		const token = await requestToken(sandbox, { code: await newCode(), expiring: '1' });
		await control(sandbox, 'expire-tokens', {});
		expect(await works(token.body.access_token)).toBe(false);
		expect(await works(sandbox.accessToken)).toBe(true);
		expect((await refresh(token.body.refresh_token)).status).toBe(200);
		await control(sandbox, 'revoke-refresh-tokens', {});
		expect((await refresh(token.body.refresh_token)).body.error).toBe('invalid_grant');
	});
});

describe('client credentials grant', () => {
	it.each([false, true])(
		'gives a token for a day and no refresh token (form: %s)',
		async (form) => {
			const { body } = await requestToken(sandbox, { grant_type: 'client_credentials' }, form);
			expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'scope']);
			expect(body.expires_in).toBe(86399);
			expect(String(body.scope)).toContain('read_all_orders');
			expect(await works(body.access_token)).toBe(true);
		},
	);

	it('is refused to the app of another organization', async () => {
		const other = await startTinyShop({ sameOrganization: false });
		const { status, body } = await requestToken(other, { grant_type: 'client_credentials' });
		expect(status).toBe(400);
		expect(body).toEqual({
			error: 'shop_not_permitted',
			error_description: 'Client credentials cannot be performed on this shop.',
		});
		await other.close();
	});
});
