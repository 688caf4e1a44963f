import { Client } from './client.mts';

const EXPIRED = {
	type: 'AUTHENTICATION',
	error: [
		{ message: 'message=AuthenticationFailed; errorCode=003200; statusCode=401', code: '3200' },
	],
};

describe('gateway: tokens, realm, limits and ordered faults', () => {
	let client: Client;

	const start = async (limits: boolean) => {
		client = await Client.start({
			limits,
			now: new Date('2026-10-06T18:00:00Z'),
			frozenClock: true,
		});
		return client.sandbox.control;
	};

	afterEach(async () => {
		await client.close();
	});

	test('an expired token is 401 in the gateway shape', async () => {
		const control = await start(false);
		control.expireAccessTokens();
		const answer = await client.get('/customer/1');
		expect(answer.status).toBe(401);
		expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
		expect(answer.json.fault).toMatchObject(EXPIRED);
		expect(answer.json.time).toBe(Date.parse('2026-10-06T18:00:00Z'));
		const xml = await client.send('GET', '/customer/1', undefined, { accept: '*/*' });
		expect(xml.text).toContain('<Fault type="AUTHENTICATION"><Error code="3200">');
	});

	test('an access token lives an hour of the sandbox clock', async () => {
		const control = await start(false);
		control.advanceClock(3599);
		expect((await client.get('/preferences')).status).toBe(200);
		control.advanceClock(1);
		expect((await client.get('/preferences')).status).toBe(401);
	});

	test('no token and a made-up token are 401, the token of another realm 403', async () => {
		await start(false);
		const realm = client.sandbox.realmId;
		const other = await client.send('GET', '//v3/company/123/customer/1');
		expect(other.status).toBe(403);
		expect(other.json.fault.error[0].code).toBe('3100');
		client.token = 'made-up';
		expect((await client.send('GET', `//v3/company/${realm}/customer/1`)).status).toBe(401);
		const none = await client.send('GET', '/customer/1', undefined, { authorization: '' });
		expect(none.json.fault.error[0].code).toBe('3200');
	});

	test('the eleventh call of a second is throttled, until the second has passed', async () => {
		const control = await start(true);
		for (let n = 0; n < 10; n += 1) expect((await client.get('/preferences')).status).toBe(200);
		const refused = await client.get('/preferences');
		expect(refused.status).toBe(429);
		expect(refused.headers.get('retry-after')).toBeNull();
		expect(refused.json.fault).toMatchObject({
			type: 'SERVICE',
			error: [
				{ code: '3001', message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429' },
			],
		});
		control.advanceClock(1);
		expect((await client.get('/preferences')).status).toBe(200);
	});

	test('a minute has room for 500 calls and 40 batches', async () => {
		const control = await start(true);
		const batch = () =>
			client.post('/batch', { BatchItemRequest: [{ bId: '1', Query: 'select * from Term' }] });
		for (let n = 0; n < 40; n += 1) {
			expect((await batch()).status).toBe(200);
			if (n % 10 === 9) control.advanceClock(1);
		}
		expect((await batch()).status).toBe(429);
		for (let n = 40; n < 500; n += 1) {
			expect((await client.get('/preferences')).status).toBe(200);
			if (n % 10 === 9) control.advanceClock(1);
		}
		expect((await client.get('/preferences')).status).toBe(429);
		control.advanceClock(60);
		expect((await batch()).status).toBe(200);
	});

	test.each([
		['throttle', 429, '3001'],
		['serverError', 500, '10000'],
		['expiredToken', 401, '3200'],
	] as const)('an ordered %s is served once', async (kind, status, code) => {
		const control = await start(false);
		control.fail({ kind, times: 1 });
		const answer = await client.get('/preferences');
		expect(answer.status).toBe(status);
		expect(answer.json.fault.error[0].code).toBe(code);
		expect((await client.get('/preferences')).status).toBe(200);
	});

	test('a gateway can answer HTML, and half an answer', async () => {
		const control = await start(false);
		control.fail({ kind: 'htmlError', times: 1 });
		const html = await client.get('/preferences');
		expect([html.status, html.text.startsWith('<html>')]).toEqual([503, true]);
		control.fail({ kind: 'malformed', times: 1 });
		const half = await client.get('/preferences');
		expect(half.json).toEqual({});
	});

	test('faults are ordered by what a call does, and the log names it', async () => {
		const control = await start(false);
		control.fail({ kind: 'serverError', times: 1, match: 'create Customer' });
		await client.query('select * from Customer');
		expect((await client.post('/customer', { DisplayName: 'Late' })).status).toBe(500);
		expect(control.log().map(({ label, status }) => `${label} ${status}`)).toEqual([
			'query Customer 200',
			'create Customer 500',
		]);
		expect(JSON.stringify(control.log())).not.toContain(client.token);
	});
});
