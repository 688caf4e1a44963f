import { bought, DAY, open, outOfBalance, posted, ref, sold, spent } from './helpers.mts';

type Books = ReturnType<typeof open>;
type Json = Record<string, unknown>;
interface Case {
	entity: string;
	title: string;
	body: (books: Books) => Json;
	before?: (books: Books) => void;
	expected: string[];
}

const customer = (books: Books) => ({ CustomerRef: ref(books, 'Customer', 'Northwind Retail') });
const vendor = (books: Books) => ({ VendorRef: ref(books, 'Vendor', 'Shopify') });
const account = (books: Books, name: string) => ref(books, 'Account', name);
const NON = { TaxCodeRef: { value: 'NON' } };

const CASES: Case[] = [
	{
		entity: 'SalesReceipt',
		title: 'goes to Undeposited Funds unless it names an account',
		body: (books) => ({ ...customer(books), Line: [sold(books, 'Sales', 10, NON)] }),
		expected: ['Undeposited Funds 10.00', 'Sales of Product Income -10.00'],
	},
	{
		entity: 'SalesReceipt',
		title: 'credits income and the agency, debits the discount, and moves stock at cost',
		body: (books) => ({
			...customer(books),
			DepositToAccountRef: account(books, 'Checking'),
			ShipAddr: { CountrySubDivisionCode: 'NY' },
			Line: [
				sold(books, 'Enamel Mug', 48, { Qty: 2, UnitPrice: 24, TaxCodeRef: { value: 'TAX' } }),
				sold(books, 'Shipping', 6, NON),
				{ Amount: 4, DetailType: 'DiscountLineDetail', DiscountLineDetail: {} },
			],
			TxnTaxDetail: { TotalTax: 4.26 },
		}),
		expected: [
			'Checking 54.26',
			'Sales of Product Income -48.00',
			'Shipping Income -6.00',
			'Discounts given 4.00',
			'New York State Department of Taxation and Finance Payable -1.92',
			'New York State Department of Taxation and Finance Payable -2.16',
			'New York State Department of Taxation and Finance Payable -0.18',
			'Inventory Asset -19.00',
			'Cost of Goods Sold 19.00',
		],
	},
	{
		entity: 'RefundReceipt',
		title: 'mirrors a sale and takes the goods back',
		body: (books) => ({
			...customer(books),
			DepositToAccountRef: account(books, 'Checking'),
			Line: [sold(books, 'Enamel Mug', 24, { Qty: 1, ...NON })],
		}),
		expected: [
			'Checking -24.00',
			'Sales of Product Income 24.00',
			'Inventory Asset 9.50',
			'Cost of Goods Sold -9.50',
		],
	},
	{
		entity: 'Invoice',
		title: 'debits receivables',
		body: (books) => ({ ...customer(books), Line: [sold(books, 'Services', 75, NON)] }),
		expected: ['Accounts Receivable (A/R) 75.00', 'Services -75.00'],
	},
	{
		entity: 'CreditMemo',
		title: 'credits receivables',
		body: (books) => ({ ...customer(books), Line: [sold(books, 'Services', 5, NON)] }),
		expected: ['Accounts Receivable (A/R) -5.00', 'Services 5.00'],
	},
	{
		entity: 'Payment',
		title: 'moves receivables to the account of deposit',
		before: (books) =>
			books.create('Invoice', { ...customer(books), Line: [sold(books, 'Services', 75, NON)] }),
		body: (books) => ({
			...customer(books),
			TotalAmt: 80,
			Line: [{ Amount: 75, LinkedTxn: [{ TxnId: '1', TxnType: 'Invoice' }] }],
		}),
		expected: [
			'Undeposited Funds 80.00',
			'Accounts Receivable (A/R) -75.00',
			'Accounts Receivable (A/R) -5.00',
		],
	},
	{
		entity: 'Deposit',
		title: 'empties Undeposited Funds for what it links and books its direct lines',
		before: (books) => {
			const receipt = { ...customer(books), Line: [sold(books, 'Sales', 100, NON)] };
			books.create('SalesReceipt', receipt);
			books.create('RefundReceipt', {
				...receipt,
				Line: [sold(books, 'Sales', 20, NON)],
				DepositToAccountRef: account(books, 'Undeposited Funds'),
			});
		},
		body: (books) => ({
			DepositToAccountRef: account(books, 'Checking'),
			Line: [
				{ LinkedTxn: [{ TxnId: '1', TxnType: 'SalesReceipt', TxnLineId: '0' }] },
				{ LinkedTxn: [{ TxnId: '1', TxnType: 'RefundReceipt', TxnLineId: '0' }] },
				{
					Amount: -3.2,
					DetailType: 'DepositLineDetail',
					DepositLineDetail: { AccountRef: account(books, 'Merchant Account Fees') },
				},
			],
			CashBack: { AccountRef: account(books, 'Savings'), Amount: 6.8 },
		}),
		expected: [
			'Checking 70.00',
			'Undeposited Funds -100.00',
			'Undeposited Funds 20.00',
			'Merchant Account Fees 3.20',
			'Savings 6.80',
		],
	},
	{
		entity: 'Transfer',
		title: 'debits To and credits From',
		body: (books) => ({
			FromAccountRef: account(books, 'Checking'),
			ToAccountRef: account(books, 'Savings'),
			Amount: '120.00',
		}),
		expected: ['Savings 120.00', 'Checking -120.00'],
	},
	{
		entity: 'JournalEntry',
		title: 'posts its lines as they are',
		body: (books) => ({
			Line: [
				['Debit', 'Bank Charges & Fees'],
				['Credit', 'Checking'],
			].map(([PostingType, name]) => ({
				Amount: 12.5,
				DetailType: 'JournalEntryLineDetail',
				JournalEntryLineDetail: { PostingType, AccountRef: account(books, name) },
			})),
		}),
		expected: ['Bank Charges & Fees 12.50', 'Checking -12.50'],
	},
	{
		entity: 'Bill',
		title: 'credits payables; goods go into stock',
		body: (books) => ({
			...vendor(books),
			Line: [spent(books, 'Merchant Account Fees', 8), bought(books, 'Enamel Mug', 10, 9)],
		}),
		expected: [
			'Accounts Payable (A/P) -98.00',
			'Merchant Account Fees 8.00',
			'Inventory Asset 90.00',
		],
	},
	{
		entity: 'VendorCredit',
		title: 'debits payables; goods leave at their cost',
		body: (books) => ({ ...vendor(books), Line: [bought(books, 'Enamel Mug', 1, 9)] }),
		expected: [
			'Accounts Payable (A/P) 9.00',
			'Cost of Goods Sold -9.00',
			'Inventory Asset -9.50',
			'Cost of Goods Sold 9.50',
		],
	},
	{
		entity: 'BillPayment',
		title: 'moves payables to the bank',
		before: (books) =>
			books.create('Bill', { ...vendor(books), Line: [spent(books, 'Merchant Account Fees', 8)] }),
		body: (books) => ({
			...vendor(books),
			TotalAmt: 8,
			PayType: 'Check',
			CheckPayment: { BankAccountRef: account(books, 'Checking') },
			Line: [{ Amount: 8, LinkedTxn: [{ TxnId: '1', TxnType: 'Bill' }] }],
		}),
		expected: ['Checking -8.00', 'Accounts Payable (A/P) 8.00'],
	},
	{
		entity: 'Purchase',
		title: 'credits the account it is paid from',
		body: (books) => ({
			PaymentType: 'Cash',
			AccountRef: account(books, 'Checking'),
			EntityRef: { ...ref(books, 'Vendor', 'Shopify'), type: 'Vendor' },
			Line: [spent(books, 'Merchant Account Fees', 8)],
		}),
		expected: ['Checking -8.00', 'Merchant Account Fees 8.00'],
	},
	{
		entity: 'Purchase',
		title: 'is reversed when it is a credit of a card',
		body: (books) => ({
			PaymentType: 'CreditCard',
			Credit: true,
			AccountRef: account(books, 'Visa'),
			Line: [spent(books, 'Travel', 8)],
		}),
		expected: ['Visa 8.00', 'Travel -8.00'],
	},
	{
		entity: 'InventoryAdjustment',
		title: 'moves the cost of the quantity to its account',
		body: (books) => ({
			TxnDate: DAY,
			AdjustAccountRef: account(books, 'Cost of Goods Sold'),
			Line: [
				{
					DetailType: 'ItemAdjustmentLineDetail',
					ItemAdjustmentLineDetail: { ItemRef: ref(books, 'Item', 'Enamel Mug'), QtyDiff: -2 },
				},
			],
		}),
		expected: ['Inventory Asset -19.00', 'Cost of Goods Sold 19.00'],
	},
];

describe('double entry', () => {
	it.each(CASES)('$entity $title', ({ entity, body, before, expected }) => {
		const books = open();
		before?.(books);
		const row = books.create(entity, { TxnDate: DAY, ...body(books) });

		expect(posted(books, entity, row.Id)).toEqual(expected);
		expect(outOfBalance(books)).toBe(0);
	});

	it('seeds books in balance, with the stock against Opening Balance Equity', () => {
		const books = open();

		expect(posted(books, 'Item', '5')).toEqual([
			'Inventory Asset 950.00',
			'Opening Balance Equity -950.00',
		]);
		expect(outOfBalance(books)).toBe(0);
	});

	it('carries the natural sign of an account in its current balance', () => {
		const books = open();
		books.create('SalesReceipt', { Line: [sold(books, 'Sales', 10, NON)] });

		const income = books.read('Account', account(books, 'Sales of Product Income').value);
		expect(income).toMatchObject({ CurrentBalance: 10 });
	});
});
