import {
	account,
	sell,
	journalLine,
	link,
	receipt,
	intoBank,
	direct,
	type Case,
} from './fault-cases.mts';
import { open, outOfBalance, ref, refused } from './helpers.mts';

const CASES: Case[] = [
	[
		'2300',
		'a journal entry out of balance',
		(b) =>
			b.create('JournalEntry', {
				Line: [journalLine(b, 'Debit', 'Travel', 10), journalLine(b, 'Credit', 'Checking', 9.99)],
			}),
	],
	[
		'2250',
		'a journal entry with one side',
		(b) => b.create('JournalEntry', { Line: [journalLine(b, 'Debit', 'Travel', 10)] }),
	],
	[
		'6000',
		'receivables without a customer',
		(b) =>
			b.create('JournalEntry', {
				Line: [
					journalLine(b, 'Debit', 'Accounts Receivable (A/R)', 10),
					journalLine(b, 'Credit', 'Checking', 10),
				],
			}),
	],
	[
		'2020',
		'a linked deposit line with a DetailType',
		(b) => {
			const { Id } = sell(b);
			return intoBank(b, [
				{ ...link(Id, 'SalesReceipt'), DetailType: 'DepositLineDetail', DepositLineDetail: {} },
			]);
		},
	],
	[
		'2020',
		'a linked deposit line without TxnLineId',
		(b) => {
			const { Id } = sell(b);
			return intoBank(b, [{ LinkedTxn: [{ TxnId: Id, TxnType: 'SalesReceipt' }] }]);
		},
	],
	[
		'620',
		'a link to a receipt that is not in Undeposited Funds',
		(b) => {
			const { Id } = sell(b, { DepositToAccountRef: account(b, 'Savings') });
			return intoBank(b, [link(Id, 'SalesReceipt')]);
		},
	],
	[
		'620',
		'a receipt that is deposited already',
		(b) => {
			const { Id } = sell(b);
			intoBank(b, [link(Id, 'SalesReceipt')]);
			return intoBank(b, [link(Id, 'SalesReceipt')]);
		},
	],
	[
		'6540',
		'the change of a deposited receipt',
		(b) => {
			const { Id } = sell(b);
			intoBank(b, [link(Id, 'SalesReceipt')]);
			return b.update('SalesReceipt', { Id, SyncToken: '0', sparse: true, PrivateNote: 'x' });
		},
	],
	[
		'6540',
		'the void of a deposited receipt',
		(b) => {
			const { Id } = sell(b);
			intoBank(b, [link(Id, 'SalesReceipt')]);
			return b.void('SalesReceipt', { Id, SyncToken: '0' });
		},
	],
	['6000', 'a negative deposit', (b) => intoBank(b, [direct(b, 'Merchant Account Fees', -1)])],
	['6430', 'a deposit from payables', (b) => intoBank(b, [direct(b, 'Accounts Payable (A/P)', 1)])],
	[
		'2020',
		'the deletion of a deposit by its id alone',
		(b) => {
			intoBank(b, [direct(b, 'Savings', 1)]);
			return b.remove('Deposit', { Id: '1', SyncToken: '0' });
		},
	],
	[
		'6430',
		'a transfer from a liability',
		(b) =>
			b.create('Transfer', {
				FromAccountRef: account(b, 'Loan Payable'),
				ToAccountRef: account(b, 'Checking'),
				Amount: 1,
			}),
	],
	[
		'2290',
		'a negative transfer',
		(b) =>
			b.create('Transfer', {
				FromAccountRef: account(b, 'Savings'),
				ToAccountRef: account(b, 'Checking'),
				Amount: -1,
			}),
	],
	[
		'620',
		"a payment of somebody else's invoice",
		(b) => {
			const { Id } = b.create('Invoice', receipt(b));
			return b.create('Payment', {
				CustomerRef: ref(b, 'Customer', 'Northwind Retail'),
				TotalAmt: 10,
				Line: [{ Amount: 10, ...link(Id, 'Invoice') }],
			});
		},
	],
	[
		'6000',
		'a payment smaller than what it settles',
		(b) => {
			const { Id } = b.create('Invoice', receipt(b));
			return b.create('Payment', {
				CustomerRef: ref(b, 'Customer', 'Walk-in Customer'),
				TotalAmt: 9,
				Line: [{ Amount: 10, ...link(Id, 'Invoice') }],
			});
		},
	],
];

describe('QuickBooks refuses: deposits, transfers, journal entries, payments', () => {
	it.each(CASES)('%s: %s', (code, _title, write) => {
		const books = open();

		expect(refused(() => write(books)).code).toBe(code);
		expect(outOfBalance(books)).toBe(0);
	});
});
