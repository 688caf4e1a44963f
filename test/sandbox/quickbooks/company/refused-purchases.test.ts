import { account, plan, type Case } from './fault-cases.mts';
import { bought, DAY, open, outOfBalance, ref, refused, spent } from './helpers.mts';

const CASES: Case[] = [
	[
		'6440',
		'a bill line without an account',
		(b) =>
			b.create('Bill', {
				VendorRef: ref(b, 'Vendor', 'Shopify'),
				Line: [
					{
						Amount: 1,
						DetailType: 'AccountBasedExpenseLineDetail',
						AccountBasedExpenseLineDetail: {},
					},
				],
			}),
	],
	[
		'6140',
		'a second bill of that number',
		(b) => {
			const bill = {
				VendorRef: ref(b, 'Vendor', 'Shopify'),
				DocNumber: 'A-1',
				Line: [spent(b, 'Travel', 1)],
			};
			return [b.create('Bill', bill), b.create('Bill', bill)];
		},
	],
	[
		'5030',
		'a bill on Simple Start',
		(b) => {
			plan(b, 'Simple Start');
			return b.create('Bill', {
				VendorRef: ref(b, 'Vendor', 'Shopify'),
				Line: [spent(b, 'Travel', 1)],
			});
		},
	],
	[
		'5030',
		'an item line of a bill on Essentials',
		(b) => {
			const Line = [bought(b, 'Enamel Mug', 1, 9)];
			plan(b, 'Essentials');
			return b.create('Bill', { VendorRef: ref(b, 'Vendor', 'Shopify'), Line });
		},
	],
	[
		'6430',
		'a check from a credit card',
		(b) =>
			b.create('Purchase', {
				PaymentType: 'Check',
				AccountRef: account(b, 'Visa'),
				Line: [spent(b, 'Travel', 1)],
			}),
	],
	[
		'6000',
		'a credit that is no card credit',
		(b) =>
			b.create('Purchase', {
				PaymentType: 'Cash',
				Credit: true,
				AccountRef: account(b, 'Checking'),
				Line: [spent(b, 'Travel', 1)],
			}),
	],
	[
		'6000',
		'the adjustment of an item without stock',
		(b) =>
			b.create('InventoryAdjustment', {
				TxnDate: DAY,
				AdjustAccountRef: account(b, 'Cost of Goods Sold'),
				Line: [
					{
						DetailType: 'ItemAdjustmentLineDetail',
						ItemAdjustmentLineDetail: { ItemRef: ref(b, 'Item', 'Sales'), QtyDiff: 1 },
					},
				],
			}),
	],
];

describe('QuickBooks refuses: purchases and stock', () => {
	it.each(CASES)('%s: %s', (code, _title, write) => {
		const books = open();

		expect(refused(() => write(books)).code).toBe(code);
		expect(outOfBalance(books)).toBe(0);
	});
});
