import { Client } from './client.mts';
import { temporaryFile } from './temporaryFile.mts';

test('kept books and connections survive a restart', async () => {
	const file = temporaryFile('books.json');
	const first = await Client.start();
	const { Id } = (await first.post('/salesreceipt', await first.receipt(31.4))).json.SalesReceipt;
	const { token } = first;
	first.sandbox.save(file.path);
	await first.close();
	const second = await Client.start({ load: file.path });
	second.token = token;
	const read = await second.get(`/salesreceipt/${Id}`);
	expect(read.json.SalesReceipt.TotalAmt).toBe(31.4);
	const next = await second.post('/salesreceipt', await second.receipt(1));
	expect(next.json.SalesReceipt.Id).not.toBe(Id);
	await second.close();
	file.remove();
});

test('the control endpoint serves other processes', async () => {
	const client = await Client.start();
	await client.post('/salesreceipt', await client.receipt(5));
	const balances = (await client.send('POST', '//_control/trial-balance', {})).json as unknown as {
		balance: number;
	}[];
	expect(balances.reduce((sum, { balance }) => sum + balance, 0)).toBe(0);
	expect((await client.send('GET', '//_control/metering')).json.core).toBe(1);
	await client.send('POST', '//_control/expire-tokens');
	expect((await client.get('/preferences')).status).toBe(401);
	const wrong = await client.send('POST', '//_control/consent', { decision: 'maybe' });
	expect(wrong.status).toBe(400);
	expect((await client.send('GET', '//_control/company')).status).toBe(200);
	await client.close();
});
