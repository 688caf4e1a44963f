import { Client, type Loose } from './client.mts';

describe('QuickBooks API of the sandbox', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start({ now: new Date('2026-10-06T18:00:00Z') });
	});

	afterEach(async () => {
		await client.close();
	});

	test('create answers the row, read and query answer the same', async () => {
		const created = await client.post('/salesreceipt', await client.receipt(47.9));
		expect(created.status).toBe(200);
		expect(created.headers.get('intuit_tid')).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/);
		expect(created.json.time).toMatch(/^2026-10-06T11:0\d:\d\d\.\d{3}-07:00$/);
		const { Id, TotalAmt } = created.json.SalesReceipt;
		expect(TotalAmt).toBe(47.9);
		const read = await client.get(`/salesreceipt/${Id}`);
		expect(read.json.SalesReceipt).toEqual(created.json.SalesReceipt);
		const found = await client.query(`select * from SalesReceipt where Id = '${Id}'`);
		expect(found).toEqual({
			SalesReceipt: [created.json.SalesReceipt],
			startPosition: 1,
			maxResults: 1,
		});
	});

	test('a body with Id and SyncToken updates; an old SyncToken is stale', async () => {
		const { Id, SyncToken } = (await client.post('/salesreceipt', await client.receipt(10))).json
			.SalesReceipt;
		const change = { Id, SyncToken, sparse: true, PrivateNote: 'A private note.' };
		const updated = await client.post('/salesreceipt', change);
		expect(updated.json.SalesReceipt).toMatchObject({ Id, SyncToken: '1', TotalAmt: 10 });
		const stale = await client.post('/salesreceipt?operation=update', change);
		expect(stale.status).toBe(400);
		expect(stale.json.Fault.Error[0].code).toBe('5010');
	});

	test('delete answers a receipt of the deletion', async () => {
		const { Id, SyncToken } = (await client.post('/salesreceipt', await client.receipt(10))).json
			.SalesReceipt;
		const deleted = await client.post('/salesreceipt?operation=delete', { Id, SyncToken });
		expect(deleted.json.SalesReceipt).toEqual({ domain: 'QBO', status: 'Deleted', Id });
		const gone = await client.get(`/salesreceipt/${Id}`);
		expect(gone.json.Fault.Error[0].code).toBe('610');
	});

	test('void of a sales receipt is an update that includes it', async () => {
		const { Id, SyncToken } = (await client.post('/salesreceipt', await client.receipt(10))).json
			.SalesReceipt;
		const body = { Id, SyncToken, sparse: true };
		const refused = await client.post('/salesreceipt?operation=void', body);
		expect(refused.json.Fault.Error[0].code).toBe('500');
		const voided = await client.post('/salesreceipt?operation=update&include=void', body);
		expect(voided.json.SalesReceipt).toMatchObject({ Id, TotalAmt: 0 });
	});

	test.each([
		['/customer/1/5', 400, '500', 'Unsupported Operation'],
		['/spaceship/1', 400, '500', 'Unsupported Operation'],
		['/reports/Horoscope', 400, '500', 'Unsupported Operation'],
		['/customer/1.5', 400, '2030', 'Invalid ID'],
		['/query?query=SELECT%20*%20FROM%20Custmoer', 400, '4001', 'Invalid query'],
	])('GET %s is refused as recorded', async (path, status, code, message) => {
		const answer = await client.get(path);
		expect(answer.status).toBe(status);
		expect(answer.json.Fault).toMatchObject({
			Error: [{ code, Message: message }],
			type: 'ValidationFault',
		});
	});

	test('an unknown property and a broken body are refused with 2010', async () => {
		const unknown = await client.post('/customer', { DisplayName: 'Bo', BadJson: true });
		expect(unknown.json.Fault.Error[0]).toMatchObject({ code: '2010' });
		const broken = await client.send('POST', '/customer', '{"DisplayName": ');
		expect(broken.json.Fault.Error[0]).toMatchObject({ code: '2010' });
	});

	test('a client that does not ask for JSON gets XML, faults included', async () => {
		const id = await client.idOf('Customer', "DisplayName = 'Amy\\'s Bird Sanctuary'");
		const read = await client.send('GET', `/customer/${id}`, undefined, { accept: '*/*' });
		expect(read.headers.get('content-type')).toMatch(/^application\/xml/);
		expect(read.text).toMatch(/<IntuitResponse .*<DisplayName>Amy's Bird Sanctuary</);
		const fault = await client.send('GET', '/customer/1/5', undefined, { accept: 'text/html' });
		expect(fault.text).toMatch(/<Fault type="ValidationFault"><Error code="500">/);
	});

	test('POST /query takes the bare statement as application/text', async () => {
		const statement = "select count(*) from Customer where DisplayName like 'Amy%'";
		const answer = await client.send('POST', '/query', statement, {
			'content-type': 'application/text',
		});
		expect(answer.json.QueryResponse).toEqual({ totalCount: 1 });
		const asJson = await client.send('POST', '/query', statement);
		expect(asJson.status).toBe(400);
	});

	test('company, preferences and exchange rate have their own paths', async () => {
		const info = await client.get(`/companyinfo/${client.sandbox.realmId}`);
		expect(info.json.CompanyInfo.Country).toBe('US');
		expect((await client.query('select * from CompanyInfo')).CompanyInfo).toHaveLength(1);
		const preferences = await client.get('/preferences');
		expect(preferences.json.Preferences.SalesFormsPrefs).toBeDefined();
		const without = await client.get('/exchangerate');
		expect(without.json.Fault.Error[0].code).toBe('2020');
	});

	test('deactivating a customer hides it from queries and frees its name', async () => {
		const { Id, SyncToken } = (await client.post('/customer', { DisplayName: 'Gone Soon' })).json
			.Customer;
		await client.post('/customer', { Id, SyncToken, sparse: true, Active: false });
		expect(await client.query(`select * from Customer where Id = '${Id}'`)).toEqual({});
		const all = await client.query(
			`select * from Customer where Id = '${Id}' and Active in (true, false)`,
		);
		expect(all.Customer[0].DisplayName).toBe('Gone Soon (deleted)');
		const again = await client.post('/customer', { DisplayName: 'Gone Soon' });
		expect(again.status).toBe(200);
	});

	test('pages join to the whole, without a gap or a double', async () => {
		for (let n = 0; n < 25; n += 1) await client.post('/customer', { DisplayName: `Page ${n}` });
		const seen: string[] = [];
		for (let start = 1; ; start += 10) {
			const page = await client.query(
				`select * from Customer where DisplayName like 'Page %' orderby Id startposition ${start} maxresults 10`,
			);
			if (!page.Customer) break;
			seen.push(...page.Customer.map(({ Id }: Loose) => Id as string));
		}
		expect(seen).toHaveLength(25);
		expect(new Set(seen).size).toBe(25);
	});

	test('writes are core calls, reads are metered, errors count for nothing', async () => {
		client.sandbox.control.reset();
		await client.post('/customer', { DisplayName: 'Core' });
		await client.query('select * from Customer');
		await client.get('/preferences');
		await client.get('/customer/999999');
		expect(client.sandbox.control.metering()).toEqual({ core: 1, corePlus: 2 });
	});

	test('a manual tax code is made by the tax service', async () => {
		const agency = await client.post('/taxagency', { DisplayName: 'Sandbox Agency' });
		const made = await client.post('/taxservice/taxcode', {
			TaxCode: 'Shopify 8',
			TaxRateDetails: [
				{
					TaxRateName: 'Shopify 8 R',
					RateValue: '8',
					TaxAgencyId: agency.json.TaxAgency.Id,
					TaxApplicableOn: 'Sales',
				},
			],
		});
		expect(made.json).toMatchObject({ TaxCode: 'Shopify 8' });
		expect(made.json.TaxCodeId).toBeDefined();
	});
});
