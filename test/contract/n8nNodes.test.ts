import type { IDataObject, INode } from 'n8n-workflow';

import { startQuickBooksSandbox, type QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import {
	connectedCredential,
	itemsOf,
	leadIntuitTo,
	runBuiltIn,
	type Credential,
} from './builtInQuickBooks.mts';

jest.mock('change-case', () =>
	jest
		.requireActual<typeof import('./esModule.mts')>('./esModule.mts')
		.requireEsModule('change-case'),
);

/**
 * n8n's built-in QuickBooks Online node was written against the real service by somebody else: the
 * sandbox must satisfy it, unchanged. Some of its operations are not here: PDF downloads, sending by
 * e-mail and the TransactionList report of `transaction: getReport`, which the sandbox does not make;
 * `void`, which sends Id and SyncToken in the query where Intuit documents a body, and is refused.
 *
 * The built-in Shopify node cannot be run here: it speaks the REST Admin API (2024-07) only, which
 * Shopify has closed to new apps and the sandbox, being GraphQL, does not speak.
 */
describe("n8n's built-in QuickBooks Online node in n8n's engine", () => {
	let sandbox: QuickBooksSandbox;
	let credential: Credential;
	let leadBack: () => void;

	beforeEach(async () => {
		sandbox = await startQuickBooksSandbox({ limits: false });
		leadBack = leadIntuitTo(sandbox.url);
		credential = connectedCredential(sandbox);
	});

	afterEach(async () => {
		leadBack();
		await sandbox.close();
	});

	const run = async (parameters: INode['parameters']): Promise<IDataObject[]> =>
		itemsOf(await runBuiltIn(parameters, credential));

	const one = async (resource: string, operation: string, parameters: INode['parameters']) => {
		const [item] = await run({ resource, operation, ...parameters });
		return item;
	};

	const all = async (resource: string, filters: INode['parameters'] = {}) =>
		await run({ resource, operation: 'getAll', returnAll: true, filters });

	const customerNamed = async (displayName: string) =>
		await one('customer', 'create', {
			displayName,
			additionalFields: { PrimaryEmailAddr: 'ada@example.com' },
		});

	it('creates, gets, changes and lists customers', async () => {
		const made = await customerNamed("Ada O'Byron");
		expect(made).toMatchObject({ DisplayName: "Ada O'Byron", Active: true, SyncToken: '0' });
		expect(sandbox.company.read('Customer', String(made.Id))).toMatchObject({
			PrimaryEmailAddr: { Address: 'ada@example.com' },
		});
		expect(await one('customer', 'get', { customerId: made.Id as string })).toEqual(made);
		const changed = await one('customer', 'update', {
			customerId: made.Id as string,
			updateFields: { CompanyName: 'Engines' },
		});
		expect(changed).toMatchObject({ Id: made.Id, CompanyName: 'Engines', SyncToken: '1' });
		const names = (await all('customer')).map(({ DisplayName }) => DisplayName);
		expect(names).toHaveLength(sandbox.company.all('Customer').length);
		expect(names).toContain("Ada O'Byron");
		const filters = { query: "WHERE DisplayName LIKE 'Ada O%'" };
		expect(await run({ resource: 'customer', operation: 'getAll', limit: 5, filters })).toEqual([
			changed,
		]);
	});

	it('lists and gets items', async () => {
		const items = await all('item');
		expect(items.map(({ Id }) => Id).sort()).toEqual(
			sandbox.company
				.all('Item')
				.filter(({ Active }) => Active !== false)
				.map(({ Id }) => Id)
				.sort(),
		);
		const [first] = items;
		expect(await one('item', 'get', { itemId: first.Id as string })).toEqual(first);
	});

	it('makes an invoice and takes its payment', async () => {
		const { Id } = await customerNamed('Grace Hopper');
		const [item] = sandbox.company.all('Item').filter(({ Type }) => Type === 'Service');
		const line = {
			DetailType: 'SalesItemLineDetail',
			Description: 'Two hours',
			Amount: 47.9,
			itemId: item.Id,
			Qty: 2,
			TaxCodeRef: 'NON',
		};
		const invoice = await one('invoice', 'create', {
			CustomerRef: Id as string,
			Line: [line],
			additionalFields: { DueDate: '2026-12-31' },
		});
		expect(invoice).toMatchObject({ TotalAmt: 47.9, Balance: 47.9, DueDate: '2026-12-31' });
		const payment = await one('payment', 'create', {
			CustomerRef: Id as string,
			TotalAmt: 47.9,
			additionalFields: { TxnDate: '2026-11-05' },
		});
		expect(payment).toMatchObject({ TotalAmt: 47.9, CustomerRef: { value: Id } });
		expect(
			await one('invoice', 'get', { invoiceId: invoice.Id as string, download: false }),
		).toEqual(sandbox.company.read('Invoice', String(invoice.Id)));
		expect(await all('payment')).toContainEqual(payment);
		await one('payment', 'delete', { paymentId: payment.Id as string });
		expect(sandbox.company.all('Payment').map(({ Id: id }) => id)).not.toContain(payment.Id);
	});

	it('makes a vendor and its bill, and deletes the bill', async () => {
		const vendor = await one('vendor', 'create', {
			displayName: 'Parcel Service',
			additionalFields: {},
		});
		expect(await one('vendor', 'get', { vendorId: vendor.Id as string })).toEqual(vendor);
		expect(await all('vendor')).toContainEqual(vendor);
		const account = sandbox.company
			.all('Account')
			.find(({ AccountType }) => AccountType === 'Expense');
		const bill = await one('bill', 'create', {
			VendorRef: vendor.Id as string,
			Line: [
				{
					DetailType: 'AccountBasedExpenseLineDetail',
					Description: 'Parcels of October',
					Amount: 120.35,
					accountId: String(account?.Id),
				},
			],
			additionalFields: { DueDate: '2026-12-31' },
		});
		expect(bill).toMatchObject({ TotalAmt: 120.35, VendorRef: { value: vendor.Id } });
		expect(await one('bill', 'get', { billId: bill.Id as string })).toEqual(bill);
		await one('bill', 'delete', { billId: bill.Id as string });
		expect(sandbox.company.all('Bill').map(({ Id }) => Id)).not.toContain(bill.Id);
	});

	it("passes the sandbox's refusal on: a taken name", async () => {
		await customerNamed('Twice');
		const parameters = { resource: 'customer', operation: 'create', displayName: 'Twice' };
		const { status, error } = await runBuiltIn(parameters, credential);
		expect(status).toBe('error');
		expect(JSON.stringify([error?.message, error?.description, error])).toMatch(/6240|Duplicate/);
	});

	it('refreshes an expired token exactly once and keeps the new refresh token', async () => {
		sandbox.control.expireAccessTokens();
		const result = await runBuiltIn(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			credential,
		);
		expect(itemsOf(result).length).toBeGreaterThan(0);
		const tokenCalls = sandbox.control.log().filter(({ path }) => path.includes('/tokens/bearer'));
		expect(tokenCalls.map(({ status }) => status)).toEqual([200]);
		const before = credential.oauthTokenData as unknown as Record<string, string>;
		const after = result.credentials.quickBooksOAuth2Api.oauthTokenData as unknown as typeof before;
		expect(after.access_token).not.toBe(before.access_token);
		expect(after.refresh_token).not.toBe(before.refresh_token);
		expect(after.callbackQueryString).toEqual({ realmId: sandbox.realmId });
		credential = result.credentials.quickBooksOAuth2Api;
		expect((await all('item')).length).toBeGreaterThan(0);
	});
});
