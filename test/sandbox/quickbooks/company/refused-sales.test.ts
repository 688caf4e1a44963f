import { NON, account, receipt, sell, prefer, type Case } from './fault-cases.mts';
import { DAY, open, outOfBalance, refused, sold } from './helpers.mts';

const CASES: Case[] = [
	[
		'6070',
		'an amount that is not price times quantity',
		(b) => sell(b, { Line: [sold(b, 'Sales', 10, { Qty: 3, UnitPrice: 3.33 })] }),
	],
	[
		'6100',
		'a numeric tax code on a US line',
		(b) => sell(b, { Line: [sold(b, 'Sales', 10, { TaxCodeRef: { value: '2' } })] }),
	],
	[
		'6140',
		'a number that is used already',
		(b) => [sell(b, { DocNumber: '1' }), sell(b, { DocNumber: '1' })],
	],
	[
		'6200',
		'a day on the closing date',
		(b) => {
			prefer(b, 'AccountingInfoPrefs', { BookCloseDate: DAY });
			return sell(b);
		},
	],
	[
		'6200',
		'the change of a document in a closed period',
		(b) => {
			sell(b);
			prefer(b, 'AccountingInfoPrefs', { BookCloseDate: DAY });
			return b.update('SalesReceipt', {
				Id: '1',
				SyncToken: '0',
				sparse: true,
				TxnDate: '2026-10-20',
			});
		},
	],
	[
		'6430',
		'a deposit to an expense account',
		(b) => sell(b, { DepositToAccountRef: account(b, 'Travel') }),
	],
	[
		'6520',
		'a tracked item without quantity',
		(b) => sell(b, { Line: [sold(b, 'Enamel Mug', 24, NON)] }),
	],
	[
		'6270',
		'a sale before the stock began',
		(b) => sell(b, { TxnDate: '2023-12-31', Line: [sold(b, 'Enamel Mug', 24, { Qty: 1 })] }),
	],
	[
		'6090',
		'two discount lines',
		(b) => {
			const discount = { Amount: 1, DetailType: 'DiscountLineDetail', DiscountLineDetail: {} };
			return sell(b, { Line: [sold(b, 'Sales', 10), discount, discount] });
		},
	],
	[
		'2290',
		'a negative discount line',
		(b) =>
			sell(b, {
				Line: [
					sold(b, 'Sales', 10),
					{ Amount: -1, DetailType: 'DiscountLineDetail', DiscountLineDetail: {} },
				],
			}),
	],
	['6000', 'a negative total', (b) => sell(b, { Line: [sold(b, 'Sales', -10)] })],
	[
		'6000',
		'the shipping field while it is off',
		(b) =>
			sell(b, {
				Line: [
					{
						Amount: 5,
						DetailType: 'SalesItemLineDetail',
						SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' } },
					},
				],
			}),
	],
	['6000', 'prices with tax in the US', (b) => sell(b, { GlobalTaxCalculation: 'TaxInclusive' })],
	['2220', 'a currency it does not keep', (b) => sell(b, { CurrencyRef: { value: 'EUR' } })],
	['2020', 'a refund that comes from nowhere', (b) => b.create('RefundReceipt', receipt(b))],
	[
		'2020',
		'an invoice without a customer',
		(b) => b.create('Invoice', { Line: [sold(b, 'Sales', 10)] }),
	],
];

describe('QuickBooks refuses: sales forms', () => {
	it.each(CASES)('%s: %s', (code, _title, write) => {
		const books = open();

		expect(refused(() => write(books)).code).toBe(code);
		expect(outOfBalance(books)).toBe(0);
	});
});
