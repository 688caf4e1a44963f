import { account, plan, type Case } from './fault-cases.mts';
import { open, outOfBalance, refused } from './helpers.mts';

const CASES: Case[] = [
	[
		'6240',
		'a customer called like a vendor',
		(b) => b.create('Customer', { DisplayName: 'shopify' }),
	],
	[
		'6240',
		'a second account of that name',
		(b) => b.create('Account', { Name: 'Checking', AccountType: 'Bank' }),
	],
	[
		'6240',
		'a second item of that name',
		(b) =>
			b.create('Item', { Name: 'Sales', Type: 'Service', IncomeAccountRef: account(b, 'Sales') }),
	],
	['6080', 'a customer without any name', (b) => b.create('Customer', { Notes: 'nobody' })],
	['2040', 'a colon in a customer name', (b) => b.create('Customer', { DisplayName: 'A:B' })],
	[
		'2040',
		'a double quote in an account name',
		(b) => b.create('Account', { Name: '12" vinyl', AccountType: 'Income' }),
	],
	[
		'2040',
		'an e-mail address without @',
		(b) =>
			b.create('Customer', { DisplayName: 'X', PrimaryEmailAddr: { Address: 'x.example.com' } }),
	],
	['2020', 'an account without a type', (b) => b.create('Account', { Name: 'New' })],
	[
		'2170',
		'a sub-type of another type',
		(b) => b.create('Account', { Name: 'New', AccountType: 'Bank', AccountSubType: 'Inventory' }),
	],
	[
		'2050',
		'an account number of eight characters',
		(b) => b.create('Account', { Name: 'New', AccountType: 'Bank', AcctNum: '12345678' }),
	],
	[
		'6010',
		'an item whose income account is a bank',
		(b) =>
			b.create('Item', { Name: 'New', Type: 'Service', IncomeAccountRef: account(b, 'Checking') }),
	],
	[
		'2020',
		'a service item without an account',
		(b) => b.create('Item', { Name: 'New', Type: 'Service' }),
	],
	[
		'6000',
		'an inventory item without its start date',
		(b) => b.create('Item', { Name: 'New', Type: 'Inventory', TrackQtyOnHand: true, QtyOnHand: 1 }),
	],
	[
		'6000',
		'a quantity sent with an update but without a start date',
		(b) => b.update('Item', { Id: '5', SyncToken: '0', sparse: true, QtyOnHand: 5 }),
	],
	[
		'6000',
		'an inventory item that becomes a service',
		(b) => b.update('Item', { Id: '5', SyncToken: '0', sparse: true, Type: 'Service' }),
	],
	[
		'6180',
		'a sixth level of classes',
		(b) => {
			let parent: unknown;
			for (let level = 1; level <= 6; level++) {
				const more = parent === undefined ? {} : { ParentRef: { value: parent } };
				parent = b.create('Class', { Name: `Level ${level}`, ...more }).Id;
			}
			return parent;
		},
	],
	[
		'2050',
		'a payment method of 32 characters',
		(b) => b.create('PaymentMethod', { Name: 'x'.repeat(32) }),
	],
	[
		'6240',
		'a tax rate that exists',
		(b) =>
			b.create('TaxService', {
				TaxCode: 'Again',
				TaxRateDetails: [{ TaxRateName: 'Texas State', RateValue: '6', TaxAgencyId: '1' }],
			}),
	],
	[
		'5030',
		'an inventory item on Essentials',
		(b) => {
			plan(b, 'Essentials');
			return b.create('Item', { Name: 'New', Type: 'Inventory' });
		},
	],
	[
		'5030',
		'a class on Simple Start',
		(b) => {
			plan(b, 'Simple Start');
			return b.create('Class', { Name: 'Web' });
		},
	],
	[
		'5030',
		'the 251st account below Advanced',
		(b) => {
			for (let n = 1; ; n++) b.create('Account', { Name: `Account ${n}`, AccountType: 'Expense' });
		},
	],
];

describe('QuickBooks refuses: names and lists', () => {
	it.each(CASES)('%s: %s', (code, _title, write) => {
		const books = open();

		expect(refused(() => write(books)).code).toBe(code);
		expect(outOfBalance(books)).toBe(0);
	});
});
