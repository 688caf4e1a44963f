import { runWorkflow, type NodeTypes, type Progress } from '../../engine/index.mts';
import { fixtureTypes, startVendor } from './fixtures.mts';
import { asking, builtInNodes } from './workflows';

type Vendor = Awaited<ReturnType<typeof startVendor>>;

let nodeTypes: NodeTypes;
let vendor: Vendor;

beforeAll(async () => {
	nodeTypes = await fixtureTypes();
});
beforeEach(async () => {
	vendor = await startVendor();
});
afterEach(() => vendor.close());

const connected = (accessToken: string) => ({
	fixtureOAuth2Api: {
		base: vendor.url,
		clientId: 'id',
		clientSecret: 'secret',
		oauthTokenData: {
			token_type: 'bearer',
			access_token: accessToken,
			refresh_token: 'refresh-1',
			callbackQueryString: { realmId: '42' },
		},
	},
});

const ask = async (accessToken: string) =>
	await runWorkflow({
		workflow: asking({ authentication: 'oAuth2', url: `${vendor.url}/me` }),
		credentials: connected(accessToken),
		nodeTypes,
	});

it('runs the built-in nodes with expressions, from the manual trigger, and tells how it goes', async () => {
	const progress: Progress[] = [];
	const result = await runWorkflow({
		workflow: builtInNodes,
		nodeTypes,
		onProgress: (step) => progress.push(step),
	});
	expect(result.error).toBeUndefined();
	expect(result.status).toBe('success');
	expect(result.outputs['Is it past?'].map((items) => items.length)).toEqual([1, 0]);
	expect(result.outputs['Every hour']).toBeUndefined();
	expect(
		progress.filter(({ phase }) => phase === 'finished').map(({ node, items }) => [node, items]),
	).toEqual([
		['By hand', [1]],
		['Say the year', [1]],
		['Is it past?', [1, 0]],
	]);
});

it('starts from the trigger that is asked for', async () => {
	const result = await runWorkflow({
		workflow: builtInNodes,
		startNode: 'Every hour',
		mode: 'trigger',
		nodeTypes,
	});
	expect(result.status).toBe('success');
	expect(result.outputs['By hand']).toBeUndefined();
});

it('says which package or node is missing', async () => {
	const unknown = asking({});
	unknown.nodes[1].type = 'n8n-nodes-elsewhere.ask';
	await expect(runWorkflow({ workflow: unknown, nodeTypes })).rejects.toThrow(
		/n8n-nodes-elsewhere/,
	);
});

it('attaches the credential by its type and resolves the expressions in it', async () => {
	const { status, outputs } = await ask('access-1');
	expect(status).toBe('success');
	expect(outputs.Ask[0][0].json).toEqual({ asked: '/me', region: `at ${vendor.url}` });
	expect(vendor.refreshes).toEqual([]);
});

it('refreshes once on a 401, asks again, and keeps the rotated refresh token', async () => {
	const { status, credentials } = await ask('stale');
	expect(status).toBe('success');
	expect(vendor.refreshes).toEqual(['refresh_token']);
	expect(credentials.fixtureOAuth2Api.oauthTokenData).toMatchObject({
		access_token: 'access-2',
		refresh_token: 'refresh-2',
		callbackQueryString: { realmId: '42' },
	});
});

it('says to reconnect when the refresh token was revoked', async () => {
	vendor.state.revoked = true;
	const { status, error } = await ask('stale');
	expect(status).toBe('error');
	expect(`${error?.message} ${error?.description}`).toMatch(/reconnect/);
});

it('fetches an expirable token before the first request', async () => {
	const { status, credentials } = await runWorkflow({
		workflow: asking({ authentication: 'token', url: `${vendor.url}/me` }),
		credentials: { fixtureTokenApi: { base: vendor.url } },
		nodeTypes,
	});
	expect(status).toBe('success');
	expect(vendor.refreshes).toHaveLength(1);
	expect(credentials.fixtureTokenApi.token).toBe('access-2');
});

it('gives a node without its credential the error that n8n gives', async () => {
	const { status, error } = await runWorkflow({
		workflow: asking({ authentication: 'oAuth2', url: vendor.url }),
		nodeTypes,
	});
	expect(status).toBe('error');
	expect(error?.message).toMatch(/credentials/);
});
