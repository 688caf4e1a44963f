import { Client } from './client.mts';

describe('requestid', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start();
	});

	afterEach(async () => {
		await client.close();
	});

	const receipts = async () =>
		(await client.query("select count(*) from SalesReceipt where TotalAmt = '77.11'")).totalCount;

	test('a repeat answers the first response and leaves one document', async () => {
		const body = await client.receipt(77.11);
		const first = await client.post('/salesreceipt?requestid=abc-1', body);
		const second = await client.post('/salesreceipt?requestid=abc-1', body);
		expect(second.json.SalesReceipt).toEqual(first.json.SalesReceipt);
		expect(await receipts()).toBe(1);
	});

	test('an answer that was lost after the effect is found by the repeat', async () => {
		const body = await client.receipt(77.11);
		client.sandbox.control.fail({ kind: 'droppedAfter', times: 1, match: 'salesreceipt' });
		await expect(client.post('/salesreceipt?requestid=abc-2', body)).rejects.toThrow();
		expect(await receipts()).toBe(1);
		const repeat = await client.post('/salesreceipt?requestid=abc-2', body);
		expect(repeat.json.SalesReceipt.TotalAmt).toBe(77.11);
		expect(await receipts()).toBe(1);
	});

	test('a request that was lost before the effect is executed by the repeat', async () => {
		const body = await client.receipt(77.11);
		client.sandbox.control.fail({ kind: 'droppedBefore', times: 1, match: 'salesreceipt' });
		await expect(client.post('/salesreceipt?requestid=abc-3', body)).rejects.toThrow();
		expect(await receipts()).toBe(0);
		await client.post('/salesreceipt?requestid=abc-3', body);
		expect(await receipts()).toBe(1);
	});

	test('two requests at the same time are executed once', async () => {
		const body = await client.receipt(77.11);
		const [left, right] = await Promise.all([
			client.post('/salesreceipt?requestid=abc-4', body),
			client.post('/salesreceipt?requestid=abc-4', body),
		]);
		expect(left.json.SalesReceipt.Id).toBe(right.json.SalesReceipt.Id);
		expect(await receipts()).toBe(1);
	});

	test('the same id for another request is 600', async () => {
		await client.post('/salesreceipt?requestid=abc-5', await client.receipt(77.11));
		const other = await client.post('/salesreceipt?requestid=abc-5', await client.receipt(5));
		expect(other.status).toBe(400);
		expect(other.json.Fault.Error[0].code).toBe('600');
	});

	test('without an id two equal requests are two documents', async () => {
		const body = await client.receipt(77.11);
		await client.post('/salesreceipt', body);
		await client.post('/salesreceipt', body);
		expect(await receipts()).toBe(2);
	});

	test('the id has its length: 50, in a batch 36 and bIds of 10', async () => {
		const code = async (path: string, bId = '1') => {
			const body = path.startsWith('/batch')
				? {
						BatchItemRequest: [
							{
								bId,
								operation: 'create',
								Customer: { DisplayName: `C ${path}${bId}`.slice(0, 80) },
							},
						],
					}
				: { DisplayName: path.slice(0, 80) };
			const { json } = await client.post(path, body);
			return json.Fault?.Error[0].code;
		};
		expect(await code(`/customer?requestid=${'x'.repeat(50)}`)).toBeUndefined();
		expect(await code(`/customer?requestid=${'x'.repeat(51)}`)).toBe('2130');
		expect(await code(`/batch?requestid=${'y'.repeat(36)}`)).toBeUndefined();
		expect(await code(`/batch?requestid=${'y'.repeat(37)}`)).toBe('2130');
		expect(await code('/batch?requestid=z', 'b'.repeat(10))).toBeUndefined();
		expect(await code('/batch?requestid=zz', 'b'.repeat(11))).toBe('2130');
		expect(await code('/batch', 'b'.repeat(11))).toBeUndefined();
	});

	test('a batch that was lost after its effect is answered again, item by item', async () => {
		const body = {
			BatchItemRequest: [
				{ bId: '1', operation: 'create', SalesReceipt: await client.receipt(77.11) },
				{ bId: '2', operation: 'create', Customer: {} },
			],
		};
		client.sandbox.control.fail({ kind: 'droppedAfter', times: 1, match: 'batch' });
		await expect(client.post('/batch?requestid=batch-1', body)).rejects.toThrow();
		const { json } = await client.post('/batch?requestid=batch-1', body);
		expect(json.BatchItemResponse[0].SalesReceipt.TotalAmt).toBe(77.11);
		expect(json.BatchItemResponse[1].Fault).toBeDefined();
		expect(await receipts()).toBe(1);
		// The repeat must carry the same bIds.
		const renamed = body.BatchItemRequest.map((item) => ({ ...item, bId: `${item.bId}b` }));
		const other = await client.post('/batch?requestid=batch-1', { BatchItemRequest: renamed });
		expect(other.json.Fault.Error[0].code).toBe('600');
	});

	test('a refused request leaves its id free', async () => {
		const refused = await client.post('/customer?requestid=abc-6', {});
		expect(refused.json.Fault).toBeDefined();
		const mended = await client.post('/customer?requestid=abc-6', { DisplayName: 'Mended' });
		expect(mended.json.Customer.DisplayName).toBe('Mended');
	});
});
