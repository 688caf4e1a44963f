import { DAY, open, sold } from './helpers.mts';

type Json = Record<string, unknown>;
type Books = ReturnType<typeof open>;

const NON = { TaxCodeRef: { value: 'NON' } };
const sell = (books: Books, more: Json = {}) =>
	books.create('SalesReceipt', { TxnDate: DAY, Line: [sold(books, 'Sales', 10, NON)], ...more });
const custom = (books: Books, on: boolean) =>
	Object.assign(books.preferences.SalesFormsPrefs as Json, { CustomTxnNumbers: on });

describe('a stored transaction', () => {
	it('has the shape of a recorded one', () => {
		const books = open();
		const row = sell(books, {
			TotalAmt: '173.70',
			Line: [
				{ Description: 'Thanks', DetailType: 'DescriptionOnly' },
				sold(books, 'Sales', 10, NON),
			],
		});

		expect(row).toEqual({
			domain: 'QBO',
			sparse: false,
			Id: '1',
			SyncToken: '0',
			MetaData: {
				CreateTime: '2026-11-01T12:00:00-08:00',
				LastUpdatedTime: '2026-11-01T12:00:00-08:00',
			},
			TxnDate: DAY,
			CurrencyRef: { value: 'USD', name: 'United States Dollar' },
			Line: [
				{
					Id: '1',
					LineNum: 1,
					Amount: 10,
					DetailType: 'SalesItemLineDetail',
					SalesItemLineDetail: {
						ItemRef: { value: '2', name: 'Sales' },
						TaxCodeRef: { value: 'NON' },
					},
				},
				{
					Id: '2',
					LineNum: 2,
					Description: 'Thanks',
					DetailType: 'DescriptionOnly',
					DescriptionLineDetail: {},
				},
				{ Amount: 10, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
			],
			TxnTaxDetail: expect.objectContaining({ TotalTax: 0 }) as Json,
			TotalAmt: 10,
			ApplyTaxAfterDiscount: false,
			PrintStatus: 'NeedToPrint',
			EmailStatus: 'NotSet',
			Balance: 0,
			DepositToAccountRef: { value: '3', name: 'Undeposited Funds' },
		});
	});

	it('can be sent back as it was read', () => {
		const books = open();
		const row = sell(books, { DocNumber: '7', PrivateNote: 'x' });
		const again = books.update('SalesReceipt', row);

		expect({ ...again, SyncToken: '0' }).toEqual(row);
	});

	it('keeps what a sparse update leaves out and loses what a full one leaves out', () => {
		const books = open();
		const { Id } = sell(books, { PrivateNote: 'x', PaymentRefNum: 'p1', DocNumber: '7' });
		const sparse = books.update('SalesReceipt', {
			Id,
			SyncToken: '0',
			sparse: true,
			PrivateNote: 'y',
		});
		expect(sparse).toMatchObject({
			PrivateNote: 'y',
			PaymentRefNum: 'p1',
			DocNumber: '7',
			SyncToken: '1',
		});

		const full = books.update('SalesReceipt', {
			Id,
			SyncToken: '1',
			Line: [sold(books, 'Sales', 4, NON)],
		});
		expect(full).toMatchObject({ TotalAmt: 4, SyncToken: '2' });
		expect(full).not.toHaveProperty('PrivateNote');
		expect(full).not.toHaveProperty('PaymentRefNum');
	});

	it('gives new lines new ids and keeps the ids of known ones', () => {
		const books = open();
		const { Id, Line } = sell(books);
		const update = (lines: Json[], SyncToken: string) =>
			(
				books.update('SalesReceipt', { Id, SyncToken, sparse: true, Line: lines }).Line as Json[]
			).map((line) => line.Id);

		expect(update([(Line as Json[])[0], sold(books, 'Sales', 1, NON)], '0')).toEqual([
			'1',
			'2',
			undefined,
		]);
		expect(update([sold(books, 'Sales', 1, NON)], '1')).toEqual(['3', undefined]);
	});

	it('derives a missing unit price from amount and quantity', () => {
		const books = open();
		const row = sell(books, { Line: [sold(books, 'Sales', 10, { Qty: 3, ...NON })] });

		expect((row.Line as Json[])[0]).toMatchObject({
			SalesItemLineDetail: { Qty: 3, UnitPrice: 3.3333333 },
		});
	});

	it('ignores the amount of a line without an item', () => {
		const books = open();
		const line = { Amount: 99, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: {} };

		expect(sell(books, { Line: [line, sold(books, 'Sales', 10, NON)] }).TotalAmt).toBe(10);
	});
});

describe('document numbers', () => {
	it('are the ones sent, or none, with own numbers on', () => {
		const books = open();

		expect(sell(books, { DocNumber: '#1001' }).DocNumber).toBe('#1001');
		expect(sell(books).DocNumber).toBeUndefined();
	});

	it('are counted by QuickBooks with own numbers off; one sent all the same is kept and may repeat', () => {
		const books = open();
		custom(books, false);

		expect([sell(books).DocNumber, sell(books).DocNumber]).toEqual(['1001', '1002']);
		expect(sell(books, { DocNumber: '1001' }).DocNumber).toBe('1001');
		expect(sell(books).DocNumber).toBe('1003');
	});

	it('may repeat when the request says so', () => {
		const books = open();
		const body = { DocNumber: '7', Line: [sold(books, 'Sales', 10, NON)] };
		books.create('SalesReceipt', body);

		expect(books.create('SalesReceipt', body, { include: ['allowduplicatedocnum'] }).Id).toBe('2');
	});
});
