import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { receipt } from '../quickbooks/documents';
import { runPosting } from '../QuickBooksPosting/engine.mts';
import { tryConnect } from './quickBooksConnect.mts';

let sandbox: QuickBooksSandbox;

beforeEach(async () => {
	sandbox = await startQuickBooksSandbox();
});
afterEach(async () => await sandbox.close());

describe.each([
	['listening for the answer', false],
	['with a pasted address', true],
])('npm run connect, %s', (_title, paste) => {
	test('writes a credential that posts at once, for its owner only', async () => {
		const { credential, mode, error } = await tryConnect(sandbox, { paste });
		expect(error).toBeUndefined();
		expect(mode).toBe(0o600);
		expect(credential).toMatchObject({
			id: expect.stringMatching(/^[A-Za-z0-9]{16}$/),
			type: 'quickBooksCompanyOAuth2Api',
			data: {
				environment: 'production',
				companyId: sandbox.realmId,
				oauthTokenData: { callbackQueryString: { realmId: sandbox.realmId } },
			},
		});
		sandbox.control.expireAccessTokens();
		const createMissing = ['Account', 'Customer', 'Item', 'Payment Method'];
		const { status } = await runPosting([receipt(1)], credential?.data ?? {}, {
			operation: 'post',
			createMissing,
		});
		expect(status).toBe('success');
	});

	test('prints no secret and no token', async () => {
		const { printed, credential } = await tryConnect(sandbox, { paste });
		const tokens = credential?.data.oauthTokenData as Record<string, string>;
		for (const secret of [sandbox.clientSecret, tokens.access_token, tokens.refresh_token]) {
			expect(printed).not.toContain(secret);
		}
		expect(printed).toContain('n8n import:credentials');
	});
});

describe('npm run connect refuses', () => {
	test('an answer to another question', async () => {
		const tamper = (address: string) => address.replace(/state=[^&]+/, 'state=forged');
		expect((await tryConnect(sandbox, { paste: true, tamper })).error).toMatch(/state differs/);
	});

	test('a consent that was denied', async () => {
		sandbox.control.consent('deny');
		expect((await tryConnect(sandbox, { paste: true })).error).toMatch(/access_denied/);
	});

	test('a wrong client secret, without repeating it', async () => {
		const { error } = await tryConnect(sandbox, { paste: true, secret: 'not-the-one' });
		expect(error).toMatch(/^Intuit refused the code/);
		expect(error).not.toContain('not-the-one');
	});

	test('half an address', async () => {
		const tamper = (address: string) => address.slice(0, address.indexOf('&realmId'));
		expect((await tryConnect(sandbox, { paste: true, tamper })).error).toMatch(/realmId/);
	});

	test('an unknown environment', async () => {
		const args = ['--environment', 'test'];
		expect((await tryConnect(sandbox, { args })).error).toMatch(/production or sandbox/);
	});
});
