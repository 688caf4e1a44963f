import { Client, type Loose } from './client.mts';

describe('batch', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start();
	});

	afterEach(async () => {
		await client.close();
	});

	test('items stand alone: faults, rows and queries side by side in HTTP 200', async () => {
		const receipt = await client.receipt(337.5);
		const { Id } = (await client.post('/salesreceipt', receipt)).json.SalesReceipt;
		const { status, json } = await client.post('/batch', {
			BatchItemRequest: [
				{ bId: 'bid1', operation: 'create', Vendor: { DisplayName: 'Boraski Family Store' } },
				{ bId: 'bid2', operation: 'delete', Invoice: { Id: '99129', SyncToken: '0' } },
				{ bId: 'bid3', operation: 'update', SalesReceipt: { Id, SyncToken: '9', sparse: true } },
				{ bId: 'bid4', Query: `select * from SalesReceipt where Id = '${Id}'` },
				{ bId: 'bid5', Query: 'select * from Custmoer' },
			],
		});
		expect(status).toBe(200);
		const answers = new Map<string, Loose>(
			json.BatchItemResponse.map((item: Loose) => [item.bId, item]),
		);
		expect(answers.get('bid1')?.Vendor.DisplayName).toBe('Boraski Family Store');
		expect(answers.get('bid2')?.Fault.Error[0].code).toBe('610');
		expect(answers.get('bid3')?.Fault.Error[0].code).toBe('5010');
		expect(answers.get('bid4')?.QueryResponse.SalesReceipt[0].TotalAmt).toBe(337.5);
		expect(answers.get('bid5')?.Fault).toMatchObject({ Error: [{ code: '4001' }] });
	});

	test('optionsData void voids', async () => {
		const { Id } = (await client.post('/salesreceipt', await client.receipt(10))).json.SalesReceipt;
		const { json } = await client.post('/batch', {
			BatchItemRequest: [
				{
					bId: '1',
					operation: 'update',
					optionsData: 'void',
					SalesReceipt: { Id, SyncToken: '0', sparse: true },
				},
			],
		});
		expect(json.BatchItemResponse[0].SalesReceipt.TotalAmt).toBe(0);
	});

	test('31 items are one too many', async () => {
		const BatchItemRequest = Array.from({ length: 31 }, (_, n) => ({
			bId: String(n),
			operation: 'create',
			Customer: { DisplayName: `Many ${n}` },
		}));
		const { status, json } = await client.post('/batch', { BatchItemRequest });
		expect(status).toBe(400);
		expect(json.Fault.Error[0].code).toBe('1040');
		expect(
			await client.query("select count(*) from Customer where DisplayName like 'Many %'"),
		).toEqual({ totalCount: 0 });
		const thirty = await client.post('/batch', { BatchItemRequest: BatchItemRequest.slice(1) });
		expect(thirty.json.BatchItemResponse).toHaveLength(30);
	});
});
