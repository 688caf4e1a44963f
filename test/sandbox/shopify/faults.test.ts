import { ask, control, shopifyClient, startTinyShop, type TinySandbox } from './client.mts';

const QUERY = 'query Shop { shop { name } }';
const BULK = `mutation Run { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") {
	bulkOperation { id } userErrors { message } } }`;

let sandbox: TinySandbox;
beforeAll(async () => {
	sandbox = await startTinyShop();
});
beforeEach(() => sandbox.control.reset());
afterAll(async () => await sandbox.close());

async function fail(order: object): Promise<void> {
	await control(sandbox, 'fail', { times: 1, ...order });
}

async function bulkOperations(): Promise<number> {
	const { body } = await ask(sandbox, '{ bulkOperations(first: 9) { nodes { id } } }');
	return (body.data?.bulkOperations as { nodes: unknown[] }).nodes.length;
}

describe('faults', () => {
	it('throttles as Shopify does, then recovers', async () => {
		await fail({ kind: 'throttle', times: 2 });
		for (let n = 0; n < 2; n += 1) {
			const { status, body } = await ask(sandbox, QUERY);
			expect([status, body.errors?.[0].extensions?.code]).toEqual([200, 'THROTTLED']);
		}
		expect((await ask(sandbox, QUERY)).body.data).toEqual({ shop: { name: 'Tiny' } });
	});

	it.each([
		[{ kind: 'throttle', status: 429 }, 429, /Exceeded/],
		[{ kind: 'serverError' }, 500, /Internal Server Error/],
		[{ kind: 'serverError', status: 502 }, 502, /Internal Server Error/],
		[{ kind: 'htmlError' }, 503, /<html>/],
		[{ kind: 'expiredToken' }, 401, /Invalid API key or access token/],
		[{ kind: 'malformed' }, 200, /^\{"data":\{"shop"/],
	])('%j', async (order, status, text) => {
		await fail(order);
		const answer = await ask(sandbox, QUERY);
		expect(answer.status).toBe(status);
		expect(answer.text).toMatch(text);
		expect((await ask(sandbox, QUERY)).status).toBe(200);
	});

	it('drops a call before or after its effect', async () => {
		await fail({ kind: 'droppedBefore', match: 'Run' });
		await expect(ask(sandbox, BULK)).rejects.toThrow();
		expect(await bulkOperations()).toBe(0);
		await fail({ kind: 'droppedAfter', match: 'Run' });
		await expect(ask(sandbox, BULK)).rejects.toThrow();
		expect(await bulkOperations()).toBe(1);
	});

	it('answers slowly', async () => {
		await fail({ kind: 'slow', delayMs: 60 });
		const before = Date.now();
		await ask(sandbox, QUERY);
		expect(Date.now() - before).toBeGreaterThanOrEqual(55);
	});

	it("reaches Shopify's own client as the errors it describes", async () => {
		await fail({ kind: 'expiredToken' });
		const { errors } = await shopifyClient(sandbox).request(QUERY);
		expect(errors?.networkStatusCode).toBe(401);
	});

	it('logs what was asked, and never a token or a secret', async () => {
		await ask(sandbox, QUERY);
		const calls = sandbox.control.log.all();
		expect(calls).toMatchObject([
			{
				method: 'POST',
				path: '/admin/api/2026-10/graphql.json',
				label: 'query Shop',
				status: 200,
				detail: { requestedCost: 1, actualCost: 1 },
			},
		]);
		expect(JSON.stringify(calls)).not.toContain(sandbox.accessToken);
	});
});
