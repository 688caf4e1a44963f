import { Client, type Loose } from '../sandbox/quickbooks/server/client.mts';
import {
	intuitOAuth,
	nodeQuickBooks,
	type Method,
} from '../sandbox/quickbooks/server/publishedClients.mts';

/** The sandbox must satisfy clients that were written against the real service. */
describe('published clients talk to the QuickBooks sandbox', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start();
	});

	afterEach(async () => {
		await client.close();
	});

	describe('node-quickbooks', () => {
		let call: Method;

		beforeEach(() => {
			call = nodeQuickBooks(client.sandbox);
		});

		const amy = async () =>
			(await call('findCustomers', { DisplayName: "Amy's Bird Sanctuary" })).QueryResponse
				.Customer[0];

		test('customers: create, find by name with an apostrophe, update, deactivate', async () => {
			const made = await call('createCustomer', { DisplayName: "O'Neil & Sons 100%" });
			const found = await call('findCustomers', { DisplayName: "O'Neil & Sons 100%" });
			expect(found.QueryResponse.Customer).toEqual([made]);
			const { Id, SyncToken } = made;
			const changed = await call('updateCustomer', { Id, SyncToken, GivenName: 'Mickey' });
			expect(changed).toMatchObject({ Id, SyncToken: '1', GivenName: 'Mickey' });
			await call('updateCustomer', { Id, SyncToken: '1', Active: false });
			expect((await call('findCustomers', [{ field: 'Id', value: Id }])).QueryResponse).toEqual({});
		});

		test('a taken name is fault 6240', async () => {
			await expect(
				call('createCustomer', { DisplayName: "Amy's Bird Sanctuary" }),
			).rejects.toMatchObject({ Fault: { Error: [{ code: '6240' }], type: 'ValidationFault' } });
		});

		test('fetchAll pages through more than one page', async () => {
			for (let n = 0; n < 7; n += 1) await call('createCustomer', { DisplayName: `Fetch ${n}` });
			const all = await call('findCustomers', [
				{ field: 'DisplayName', value: 'Fetch %', operator: 'LIKE' },
				{ field: 'asc', value: 'Id' },
				{ field: 'limit', value: 3 },
				{ field: 'fetchAll', value: true },
			]);
			expect(all.QueryResponse.Customer).toHaveLength(7);
			const count = await call('findCustomers', [
				{ field: 'DisplayName', value: 'Fetch %', operator: 'LIKE' },
				{ count: true },
			]);
			expect(count.QueryResponse.totalCount).toBe(7);
		});

		test('items and sales receipts: create, read, void, delete', async () => {
			const account = (await call('findAccounts', { AccountType: 'Income' })).QueryResponse
				.Account[0];
			const item = await call('createItem', {
				Name: 'Contract Tea',
				Type: 'Service',
				IncomeAccountRef: { value: account.Id },
			});
			const receipt = {
				CustomerRef: { value: (await amy()).Id },
				Line: [
					{
						Amount: 12.5,
						DetailType: 'SalesItemLineDetail',
						SalesItemLineDetail: { ItemRef: { value: item.Id }, Qty: 5, UnitPrice: 2.5 },
					},
				],
			};
			const made = await call('createSalesReceipt', receipt);
			expect(made.TotalAmt).toBe(12.5);
			expect(await call('getSalesReceipt', made.Id)).toEqual(made);
			const { Id, SyncToken } = made;
			const voided = await call('updateSalesReceipt', { Id, SyncToken, void: true });
			expect(voided.TotalAmt).toBe(0);
			const deleted = await call('deleteSalesReceipt', Id);
			expect(deleted.SalesReceipt.status).toBe('Deleted');
		});

		test('an invoice is paid, deposited, and the next one is voided', async () => {
			const CustomerRef = { value: (await amy()).Id };
			const { Line } = await client.receipt(80);
			const invoice = await call('createInvoice', { CustomerRef, Line });
			expect(invoice.Balance).toBe(80);
			const LinkedTxn = [{ TxnId: invoice.Id, TxnType: 'Invoice' }];
			const payment = await call('createPayment', {
				CustomerRef,
				TotalAmt: 80,
				Line: [{ Amount: 80, LinkedTxn }],
			});
			expect((await call('getInvoice', invoice.Id)).Balance).toBe(0);
			const bank = (await call('findAccounts', { AccountType: 'Bank' })).QueryResponse.Account[0];
			const linked = { TxnId: payment.Id, TxnType: 'Payment', TxnLineId: '0' };
			const deposit = await call('createDeposit', {
				DepositToAccountRef: { value: bank.Id },
				Line: [{ Amount: 80, LinkedTxn: [linked] }],
			});
			expect(deposit.TotalAmt).toBe(80);
			const next = await call('createInvoice', { CustomerRef, Line });
			const voided = await call('voidInvoice', next.Id);
			expect(voided.Invoice).toMatchObject({ Balance: 0, TotalAmt: 0 });
		});

		test('requestId makes a repeat safe', async () => {
			const customer = () => ({ DisplayName: 'Only Once', requestId: 'contract-1' });
			const first = await call('createCustomer', customer());
			expect(await call('createCustomer', customer())).toEqual(first);
		});

		test('batch, change data capture, company, preferences, reports', async () => {
			const batch = await call('batch', [
				{ bId: '1', operation: 'create', Customer: { DisplayName: 'Batch Born' } },
				{ bId: '2', Query: "select * from Customer where DisplayName like 'Amy%'" },
			]);
			expect(batch.BatchItemResponse).toHaveLength(2);
			const since = new Date(Date.now() - 60_000);
			const changes = await call('changeDataCapture', ['Customer', 'Invoice'], since);
			const names = changes.CDCResponse[0].QueryResponse[0].Customer.map(
				({ DisplayName }: Loose) => DisplayName as string,
			);
			expect(names).toContain('Batch Born');
			expect((await call('getCompanyInfo', client.sandbox.realmId)).Country).toBe('US');
			expect((await call('getPreferences')).SalesFormsPrefs).toBeDefined();
			for (const report of ['TrialBalance', 'ProfitAndLoss', 'BalanceSheet']) {
				expect((await call(`report${report}`, {})).Header.ReportName).toBe(report);
			}
		});

		test('refreshAccessToken rotates', async () => {
			client.sandbox.control.expireAccessTokens();
			await expect(call('getPreferences')).rejects.toMatchObject({
				fault: { type: 'AUTHENTICATION' },
			});
			await call('refreshAccessToken');
			expect((await call('getPreferences')).SalesFormsPrefs).toBeDefined();
		});
	});

	describe('intuit-oauth', () => {
		const consented = async () => {
			const oauth = intuitOAuth(client.sandbox);
			const uri = oauth.authorizeUri({
				scope: ['com.intuit.quickbooks.accounting', 'openid'],
				state: 'state-1',
			});
			const page = await fetch(uri, { redirect: 'manual' });
			await oauth.createToken(page.headers.get('location') ?? '');
			return oauth;
		};
		const preferences = () =>
			`${client.sandbox.url}/v3/company/${client.sandbox.realmId}/preferences`;

		test('authorize, exchange, call, id token, user', async () => {
			const oauth = await consented();
			expect(oauth.getToken().realmId).toBe(client.sandbox.realmId);
			expect(oauth.isAccessTokenValid()).toBe(true);
			const answer = await oauth.makeApiCall({ url: preferences() });
			expect(answer.json).toHaveProperty('Preferences');
			expect(await oauth.validateIdToken()).toBe(true);
			expect((await oauth.getUserInfo()).json).toHaveProperty('email');
		});

		test('refresh twice, then the first refresh token is refused', async () => {
			const oauth = await consented();
			const first = oauth.getToken().refresh_token;
			await oauth.refresh();
			await oauth.refresh();
			expect(oauth.getToken().refresh_token).not.toBe(first);
			await expect(oauth.refreshUsingToken(first)).rejects.toThrow(/400|invalid_grant/);
		});

		test('revoke ends the connection', async () => {
			const oauth = await consented();
			const token = oauth.getToken().access_token;
			await oauth.revoke({});
			client.token = token;
			expect((await client.get('/preferences')).status).toBe(401);
		});

		test('a fault reaches the caller with its code', async () => {
			const oauth = await consented();
			const url = `${client.sandbox.url}/v3/company/${client.sandbox.realmId}/query`;
			await expect(
				oauth.makeApiCall({ url, params: { query: 'select * from Custmoer' } }),
			).rejects.toMatchObject({ code: '4001' });
		});
	});
});
