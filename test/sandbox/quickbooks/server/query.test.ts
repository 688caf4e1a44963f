import { caught } from './caught.mts';
import { parseQuery } from '../../../../sandbox/quickbooks/server/query/parse.mts';
import { runQuery } from '../../../../sandbox/quickbooks/server/query/run.mts';

const MetaData = (time: string) => ({ CreateTime: time, LastUpdatedTime: time });

const TABLES: Record<string, Record<string, unknown>[]> = {
	Customer: [
		{
			Id: '1',
			DisplayName: "Amy's Bird Sanctuary",
			GivenName: 'Amy',
			Active: true,
			PrimaryEmailAddr: { Address: 'Birds@Intuit.com' },
			MetaData: MetaData('2026-10-01T09:00:00-07:00'),
		},
		{
			Id: '2',
			DisplayName: 'Robertson & Associates',
			Active: true,
			MetaData: MetaData('2026-10-03T09:00:00-07:00'),
		},
		{
			Id: '10',
			DisplayName: '50% Off (deleted)',
			Active: false,
			MetaData: MetaData('2026-10-02T09:00:00-07:00'),
		},
	],
	SalesReceipt: [
		{
			Id: '11',
			DocNumber: '1003',
			TxnDate: '2026-10-04',
			TotalAmt: 337.5,
			CustomerRef: { value: '1' },
			PrivateNote: 'A note',
			MetaData: MetaData('2026-10-05T05:03:26-07:00'),
		},
		{
			Id: '17',
			DocNumber: '#1001',
			TxnDate: '2026-10-05',
			TotalAmt: 90,
			CustomerRef: { value: '2' },
			MetaData: MetaData('2026-10-06T05:03:26-07:00'),
		},
		{
			Id: '9',
			TxnDate: '2026-10-06',
			TotalAmt: 1000.1,
			MetaData: MetaData('2026-10-04T05:03:26-07:00'),
		},
	],
};
const source = {
	where: (entity: string, wanted: (row: Record<string, unknown>) => boolean) =>
		(TABLES[entity] ?? []).filter(wanted),
	today: () => '2026-10-06',
};

function ids(statement: string): string[] {
	const [rows] = Object.values(runQuery(statement, source)).filter(Array.isArray);
	return ((rows ?? []) as { Id: string }[]).map(({ Id }) => Id);
}

describe('statements that QuickBooks answers', () => {
	test.each([
		// Every one of these forms was seen in recorded traffic.
		["SELECT * FROM Customer WHERE DisplayName = 'Amy\\'s Bird Sanctuary'", ['1']],
		["SELECT * FROM Customer WHERE DisplayName = 'Robertson & Associates'", ['2']],
		["select * from SalesReceipt where TotalAmt > '300.00' Order By Id", ['9', '11']],
		["SELECT * FROM SalesReceipt WHERE DocNumber = '#1001' STARTPOSITION 1 MAXRESULTS 20", ['17']],
		["SELECT * FROM SalesReceipt WHERE DocNumber = ''", []],
		[
			"Select * from Customer Where Metadata.LastUpdatedTime>'2026-10-01T16:00:00Z' Order By Metadata.LastUpdatedTime",
			['2'],
		],
		[
			"SELECT * FROM Customer WHERE Id IN ('1', '2', '10') AND Active IN ( true, false ) ORDERBY Id MAXRESULTS 2 STARTPOSITION 2",
			['2', '10'],
		],
		// Case does not matter, nor do quotes around numbers and booleans.
		["sElEcT * fRoM salesreceipt wHeRe totalamt >= 337.5 aNd totalamt <= '337.50'", ['11']],
		["select * from customer where displayname = 'AMY\\'S bird sanctuary'", ['1']],
		["select * from Customer where Active = 'false'", ['10']],
		['select * from Customer where Active = false', ['10']],
		['select * from Customer orderby Id', ['1', '2']],
		["select * from Customer where DisplayName like '%bird%'", ['1']],
		["select * from Customer where Active in (true,false) and DisplayName like '50% off%'", ['10']],
		["select * from Customer where PrimaryEmailAddr = 'birds@intuit.com'", ['1']],
		["select * from SalesReceipt where CustomerRef = '2'", ['17']],
		[
			"select * from SalesReceipt where CustomerRef in ('1','2') orderby TxnDate desc",
			['17', '11'],
		],
		["select * from SalesReceipt where DocNumber = ' '", ['9']],
		['select * from SalesReceipt where TxnDate = CURRENT_DATE', ['9']],
		[
			"select * from SalesReceipt where TxnDate >= '2026-10-04' and TxnDate < '2026-10-06' orderby Id",
			['11', '17'],
		],
		['select * from SalesReceipt orderby Id asc', ['9', '11', '17']],
		['select * from SalesReceipt order by TotalAmt desc, Id', ['9', '11', '17']],
		['select * from SalesReceipt startposition 4', []],
	])('%s', (statement, expected) => {
		expect(ids(statement)).toEqual(expected);
	});

	test('without ORDERBY the order is not that of the ids', () => {
		expect(ids('select * from SalesReceipt')).toEqual(['17', '11', '9']);
	});

	test('the answer names its window, and is empty without rows', () => {
		expect(runQuery('select * from SalesReceipt maxresults 2', source)).toMatchObject({
			startPosition: 1,
			maxResults: 2,
		});
		expect(runQuery("select * from SalesReceipt where Id = '99'", source)).toEqual({});
		expect(runQuery('select COUNT(*) from Customer', source)).toEqual({ totalCount: 2 });
	});

	test('a projection answers sparse rows, as recorded', () => {
		const answer = runQuery(
			"select DocNumber, MetaData.CreateTime from SalesReceipt where Id = '11'",
			source,
		);
		expect(answer.SalesReceipt).toEqual([
			{ Id: '11', DocNumber: '1003', MetaData: TABLES.SalesReceipt[0].MetaData, sparse: true },
		]);
	});

	test('a page holds 100 rows unless told otherwise', () => {
		expect(parseQuery('select * from Item')).toMatchObject({ startPosition: 1, maxResults: 100 });
	});
});

describe('statements that QuickBooks refuses', () => {
	test.each([
		["select * from SalesReceipt where Id = '1' or Id = '2'", '4000', /Encountered .*or/],
		["select * from SalesReceipt where not Id = '1'", '4000', /QueryParserError/],
		["select * from SalesReceipt where (Id = '1')", '4000', /QueryParserError/],
		["select * from SalesReceipt where Id != '1'", '4000', /Lexical error/],
		["select * from SalesReceipt where Id = '1", '4000', /Lexical error/],
		["select * from Customer where DisplayName = 'Amy's'", '4000', /QueryParserError/],
		["select * from Customer where DisplayName = 'ends in \\'", '4000', /Lexical error/],
		['select * from Customer where DisplayName = Amy', '4000', /QueryParserError/],
		['select * from Customer group by Id', '4000', /QueryParserError/],
		['select * from Customer;', '4000', /Lexical error/],
		['delete from Customer', '4000', /QueryParserError/],
		['', '4000', /QueryParserError/],
		[
			'SELECT * FROM Custmoer',
			'4001',
			/^QueryValidationError: invalid context declaration: Custmoer$/,
		],
		['select * from Item startposition 0', '4001', /value 0 is too small. Min allowed value is 1$/],
		['select * from Item maxresults 1001', '4001', /too large/],
		[
			"select * from Deposit where PrivateNote like '%po_1%'",
			'4001',
			/'PrivateNote' is not queryable/,
		],
		["select * from SalesReceipt where PrivateNote = 'x'", '4001', /not queryable/],
		["select * from Transfer where DocNumber = '1'", '4001', /not queryable/],
		["select * from SalesReceipt where Id > '5'", '4001', /operator > is not supported/],
		["select * from SalesReceipt where TotalAmt like '1%'", '4001', /operator LIKE/],
		["select * from SalesReceipt where TotalAmt > 'much'", '4001', /Invalid value/],
		// An offset whose + was not URL-encoded arrives as a space.
		[
			"select * from SalesReceipt where MetaData.CreateTime > '2026-10-04T00:00:00 02:00'",
			'4001',
			/Invalid value/,
		],
		['select * from SalesReceipt orderby PrivateNote', '4001', /not queryable/],
	])('%s', (statement, code, detail) => {
		const fault = caught(() => runQuery(statement, source));
		expect(fault).toMatchObject({ code, type: 'ValidationFault', status: 400 });
		expect(fault?.detail).toMatch(detail);
	});
});
