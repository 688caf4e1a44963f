import { Client, type Loose } from './client.mts';

describe('change data capture', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start({ now: new Date('2026-10-06T18:00:00Z'), frozenClock: true });
		// What the company was born with is older than what the tests look at.
		client.sandbox.control.advanceClock(600);
		client.token = client.sandbox.issueTokens().access_token;
	});

	afterEach(async () => {
		await client.close();
	});

	const since = '2026-10-06T11:10:00-07:00';
	const cdc = async (entities: string, changedSince = since) =>
		await client.get(`/cdc?${new URLSearchParams({ entities, changedSince }).toString()}`);

	test('one answer per entity; deleted rows follow the living ones', async () => {
		const gone = (await client.post('/salesreceipt', await client.receipt(10))).json.SalesReceipt;
		const kept = (await client.post('/salesreceipt', await client.receipt(20))).json.SalesReceipt;
		await client.post('/salesreceipt?operation=delete', { Id: gone.Id, SyncToken: '0' });
		const { json } = await cdc('SalesReceipt,Bill');
		const [receipts, bills] = json.CDCResponse[0].QueryResponse;
		expect(receipts).toMatchObject({ startPosition: 1, maxResults: 2 });
		expect(receipts.SalesReceipt[0]).toEqual(kept);
		expect(receipts.SalesReceipt[1]).toMatchObject({
			domain: 'QBO',
			status: 'Deleted',
			Id: gone.Id,
		});
		expect(bills).toEqual({});
		expect(json.time).toBeDefined();
	});

	test('a later window leaves out what is older', async () => {
		await client.post('/customer', { DisplayName: 'Older' });
		client.sandbox.control.advanceClock(60);
		await client.post('/customer', { DisplayName: 'Newer' });
		const { json } = await cdc('customer', '2026-10-06T18:10:30Z');
		const rows = json.CDCResponse[0].QueryResponse[0].Customer;
		expect(rows.map(({ DisplayName }: Loose) => DisplayName as string)).toEqual(['Newer']);
	});

	test.each([
		['', since, '2020'],
		['TaxCode', since, '4001'],
		['Spaceship', since, '4001'],
		['Bill', '', '2020'],
		['Bill', 'yesterday', '2060'],
		['Bill', '2026-09-01T00:00:00Z', '2070'],
	])('entities "%s" since "%s" are refused with %s', async (entities, changedSince, code) => {
		const { status, json } = await cdc(entities, changedSince);
		expect([status, json.Fault.Error[0].code]).toEqual([400, code]);
	});
});
