import { Client, type Loose } from './client.mts';
import { rowsOf } from './reportRows.mts';

describe('reports', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start({ now: new Date('2026-10-06T18:00:00Z') });
	});

	afterEach(async () => {
		await client.close();
	});

	const report = async (name: string, to = '2026-10-31') =>
		(await client.get(`/reports/${name}?start_date=2026-01-01&end_date=${to}`)).json;
	const last = (table: Loose) => table.Rows.Row[(table.Rows.Row as Loose[]).length - 1];

	test('the trial balance has debit and credit columns of equal sum', async () => {
		await client.post('/salesreceipt', await client.receipt(120.5));
		const { Header, Columns, ...table } = await report('TrialBalance');
		expect(Header).toMatchObject({
			ReportName: 'TrialBalance',
			ReportBasis: 'Accrual',
			EndPeriod: '2026-10-31',
			Currency: 'USD',
		});
		expect(Columns.Column).toMatchObject([
			{ ColType: 'Account' },
			{ ColTitle: 'Debit' },
			{ ColTitle: 'Credit' },
		]);
		const { group, Summary } = last(table as Loose);
		expect(group).toBe('GrandTotal');
		expect(Summary.ColData[0].value).toBe('TOTAL');
		expect(Summary.ColData[1].value).toBe(Summary.ColData[2].value);
	});

	test('a sale moves net income by its amount', async () => {
		const netIncome = async () => {
			const table = await report('ProfitAndLoss');
			const { group, Summary } = last(table);
			expect(group).toBe('NetIncome');
			return Math.round(Number(Summary.ColData[1].value) * 100);
		};
		const before = await netIncome();
		await client.post('/salesreceipt', await client.receipt(120.5));
		expect(await netIncome()).toBe(before + 12050);
		const groups = (await report('ProfitAndLoss')).Rows.Row.map(
			({ group }: Loose) => group as string,
		);
		expect(groups.slice(0, 2)).toContain('Income');
		expect(groups).toEqual(expect.arrayContaining(['GrossProfit', 'NetOperatingIncome']));
	});

	test('the balance sheet balances, and its sections add up', async () => {
		await client.post('/salesreceipt', await client.receipt(120.5));
		const table = await report('BalanceSheet');
		const [assets, claims] = table.Rows.Row;
		expect([assets.group, claims.group]).toEqual(['TotalAssets', 'TotalLiabilitiesAndEquity']);
		const total = assets.Summary.ColData[1].value;
		expect(claims.Summary.ColData[1].value).toBe(total);
		const cents = rowsOf(assets).reduce((sum, { amount }) => sum + amount, 0);
		expect(cents).toBe(Math.round(Number(total) * 100));
	});

	test('rows name their account by id, so that a proof can find it', async () => {
		const account = await client.idOf('Account', "AccountSubType = 'UndepositedFunds'");
		await client.post('/salesreceipt', await client.receipt(120.5));
		const [assets] = (await report('BalanceSheet')).Rows.Row;
		const rows = rowsOf(assets).filter(({ id }: Loose) => id === account);
		expect(rows).toHaveLength(1);
		const earlier = rowsOf((await report('BalanceSheet', '2026-10-04')).Rows.Row[0]);
		const before = earlier.find(({ id }: Loose) => id === account)?.amount ?? 0;
		expect(rows[0].amount).toBe(before + 12050);
	});

	test('a malformed date and cash basis are refused', async () => {
		const date = await client.get('/reports/TrialBalance?end_date=31.10.2026');
		expect(date.json.Fault.Error[0].code).toBe('2060');
		const cash = await client.get('/reports/ProfitAndLoss?accounting_method=Cash');
		expect(cash.status).toBe(400);
	});
});
