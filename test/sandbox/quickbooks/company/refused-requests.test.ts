import { sell, type Case } from './fault-cases.mts';
import { open, outOfBalance, refused, sold } from './helpers.mts';

type Json = Record<string, unknown>;

const CASES: Case[] = [
	['500', 'an entity it does not have', (b) => b.create('Gizmo', {})],
	['500', 'a tax code written directly', (b) => b.create('TaxCode', { Name: 'x' })],
	['500', 'the deletion of a list row', (b) => b.remove('Customer', { Id: '1', SyncToken: '0' })],
	['500', 'the void of a bill', (b) => b.void('Bill', { Id: '1', SyncToken: '0' })],
	['2010', 'an unknown property', (b) => sell(b, { OrderNumber: '1' })],
	[
		'2010',
		'an unknown property of a line',
		(b) => sell(b, { Line: [{ ...sold(b, 'Sales', 10), Quantity: 1 }] }),
	],
	['2020', 'no lines at all', (b) => sell(b, { Line: undefined })],
	['2250', 'an empty list of lines', (b) => sell(b, { Line: [] })],
	[
		'2250',
		'lines that say something but sell nothing',
		(b) => sell(b, { Line: [{ Description: 'Thanks', DetailType: 'DescriptionOnly' }] }),
	],
	['2050', 'a document number of 22 characters', (b) => sell(b, { DocNumber: 'x'.repeat(22) })],
	['2050', 'a private note of 4001 characters', (b) => sell(b, { PrivateNote: 'x'.repeat(4001) })],
	['2060', 'a date that does not exist', (b) => sell(b, { TxnDate: '2026-02-30' })],
	[
		'2090',
		'an amount that is no number',
		(b) => sell(b, { Line: [{ ...sold(b, 'Sales', 10), Amount: 'ten' }] }),
	],
	['2170', 'a value that is not in the list', (b) => sell(b, { GlobalTaxCalculation: 'Maybe' })],
	['2500', 'a customer that does not exist', (b) => sell(b, { CustomerRef: { value: '999' } })],
	[
		'2500',
		'an item that does not exist',
		(b) =>
			sell(b, {
				Line: [
					{
						Amount: 1,
						DetailType: 'SalesItemLineDetail',
						SalesItemLineDetail: { ItemRef: { value: '99' } },
					},
				],
			}),
	],
	[
		'610',
		'an inactive customer',
		(b) => {
			b.update('Customer', { Id: '3', SyncToken: '0', sparse: true, Active: false });
			return sell(b, { CustomerRef: { value: '3' } });
		},
	],
	['610', 'a row that is not there', (b) => b.read('Invoice', '7')],
	[
		'5010',
		'an old SyncToken',
		(b) => {
			sell(b);
			b.update('SalesReceipt', { Id: '1', SyncToken: '0', sparse: true, PrivateNote: 'a' });
			return b.update('SalesReceipt', { Id: '1', SyncToken: '0', sparse: true, PrivateNote: 'b' });
		},
	],
	[
		'2020',
		'an update without SyncToken',
		(b) => {
			sell(b);
			return b.update('SalesReceipt', { Id: '1', sparse: true });
		},
	],
];

describe('QuickBooks refuses: the form of a request', () => {
	it.each(CASES)('%s: %s', (code, _title, write) => {
		const books = open();

		expect(refused(() => write(books)).code).toBe(code);
		expect(outOfBalance(books)).toBe(0);
	});
});

describe('faults', () => {
	it('name the field and list the known properties', () => {
		const books = open();
		const unknown = refused(() => sell(books, { BadJson: true }));

		expect(unknown.detail).toContain('Unrecognized field "BadJson"');
		expect(unknown.detail).toContain('"DocNumber"');
		expect(refused(() => sell(books, { DocNumber: 'x'.repeat(22) }))).toMatchObject({
			element: 'DocNumber',
			detail: 'Length of the field exceeds 21 chars',
			status: 400,
			type: 'ValidationFault',
		});
	});

	it('use the internal names of tables for references', () => {
		const books = open();
		const detail = (more: Json) => refused(() => sell(books, more)).detail;

		expect(detail({ ClassRef: { value: '9' } })).toContain('Klasses element id 9 not found');
		expect(detail({ DepartmentRef: { value: '9' } })).toContain('Depts element id 9 not found');
		expect(detail({ DepositToAccountRef: { value: '900' } })).toContain('Accounts element id 900');
	});

	it('leave nothing behind', () => {
		const books = open();
		const before = JSON.stringify(books);
		refused(() => sell(books, { Line: [sold(books, 'Sales', -10)] }));
		refused(() => books.create('Customer', { DisplayName: 'Shopify' }));

		expect(JSON.stringify(books)).toBe(before);
	});
});
