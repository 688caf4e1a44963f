import type { AccountingDocument, LineCategory } from '../../../nodes/accounting/documents';
import { Money } from '../../../nodes/accounting/money';
import { rollForward, type AccountBalances } from '../../../nodes/accounting/rollForward';
import { creditMemo, invoice, payment, refundReceipt } from '../../quickbooks/allKinds';
import { productLine, receipt } from '../../quickbooks/documents';
import {
	bill,
	billPayment,
	CLEARING,
	deposit,
	expense,
	journalEntry,
	transfer,
} from '../../quickbooks/ledgerKinds';

const usd = (amount: string) => Money.parse(amount, 'USD');

function rolled(
	documents: readonly AccountingDocument[],
	{ opening = '0', closing, ...more }: Partial<Record<'opening' | 'closing', string>> & Given = {},
) {
	const accounts = more.accounts ?? ['Gift Card Liability'];
	const holds = more.holds ?? 'One Account';
	const first = rollForward(
		{ accounts, holds, opening: usd(opening), closing: usd('0') },
		documents,
	);
	// What the movements lead to, unless the case says what the books hold.
	const end = closing === undefined ? first.expected : usd(closing);
	return rollForward({ accounts, holds, opening: usd(opening), closing: end }, documents);
}

type Given = Partial<Pick<AccountBalances, 'accounts' | 'holds'>>;

const movesOf = ({ movements }: ReturnType<typeof rollForward>) =>
	movements.map(({ what, amount, documents }) => [what, amount.toDecimalString(), documents]);

/** A line of a gift card sold, tip, or whatever the item's account holds. */
function line(category: LineCategory, account: string, amount: string) {
	return productLine({
		category,
		item: {
			name: category,
			type: 'Service',
			income: { account, type: 'Other Current Liability' },
		},
		amount,
		quantity: undefined,
		unitPrice: undefined,
		taxes: [],
	});
}

const LIABILITIES: Array<[LineCategory, string]> = [
	['Gift Card Sold', 'Gift Card Liability'],
	['Store Credit Redeemed', 'Store Credit Liability'],
	['Tip', 'Tips Payable'],
	['Duty', 'Duties Payable'],
	['Marketplace Tax', 'Marketplace Tax Payable'],
	['Customer Credit', 'Customer Credits'],
];

describe('each kind of liability', () => {
	it.each(LIABILITIES)('%s: a sale raises it, which is a credit', (category, account) => {
		const sale = receipt(1, { lines: [line(category, account, '25.00')], taxes: [] });
		const proof = rolled([sale], { accounts: [account], opening: '-10', closing: '-35' });
		expect(movesOf(proof)).toEqual([[category, '-25.00', 1]]);
		expect(proof.expected.toDecimalString()).toBe('-35.00');
		expect(proof.isProved).toBe(true);
	});

	it.each(LIABILITIES)('%s: what is used or given back lowers it', (category, account) => {
		const used = receipt(1, { lines: [line(category, account, '-25.00')], taxes: [] });
		const back = { ...refundReceipt(2), lines: [line(category, account, '5.00')], taxes: [] };
		const memo = { ...creditMemo(3), lines: [line(category, account, '3.00')], taxes: [] };
		const proof = rolled([used, back, memo], { accounts: [account], closing: '33' });
		expect(movesOf(proof)).toEqual([[category, '33.00', 3]]);
		expect(proof.isProved).toBe(true);
	});

	it('an invoice raises it like a receipt, its payment does not', () => {
		const sale = { ...invoice(1), lines: [line('Gift Card Sold', 'Gift Card Liability', '40.00')] };
		const proof = rolled([{ ...sale, taxes: [] }, payment(1)], { closing: '-40' });
		expect(movesOf(proof)).toEqual([['Gift Card Sold', '-40.00', 1]]);
		expect(proof.isProved).toBe(true);
	});

	it('names each kind of movement on one account by itself', () => {
		const sale = receipt(1, {
			lines: [
				line('Gift Card Sold', 'Gift Card Liability', '50.00'),
				line('Gift Card Redeemed', 'Gift Card Liability', '-20.00'),
			],
			taxes: [],
		});
		const proof = rolled([sale], { closing: '-30' });
		expect(movesOf(proof)).toEqual([
			['Gift Card Redeemed', '20.00', 1],
			['Gift Card Sold', '-50.00', 1],
		]);
	});
});

describe('documents of the ledger', () => {
	const RESERVE = { account: 'Shopify Reserve', type: 'Other Current Asset' } as const;
	const reserve = (n: number, amount: string, isHeld: boolean) => {
		const side = { category: 'Reserve' as const, amount, description: '' };
		const [up, down] = isHeld ? [RESERVE, CLEARING] : [CLEARING, RESERVE];
		return journalEntry(n, {
			lines: [
				{ ...side, account: up, posting: 'Debit' },
				{ ...side, account: down, posting: 'Credit' },
			],
			total: amount,
		});
	};

	it('move reserves by their category', () => {
		const documents = [reserve(1, '120.00', true), reserve(2, '70.00', false)];
		const proof = rolled(documents, { accounts: ['Shopify Reserve'], closing: '50' });
		expect(movesOf(proof)).toEqual([['Reserve', '50.00', 2]]);
		expect(proof.isProved).toBe(true);
	});

	it.each([
		['Deposit', deposit(1), [['Payout', '-100.00', 1]]],
		['Transfer', transfer(1), [['Transfer', '-50.00', 1]]],
		['Bill', bill(1), []],
		['Bill Payment', billPayment(1), [['Bill Payment', '-13.00', 1]]],
		['Expense', expense(1), [['Expense', '-8.25', 1]]],
		['Journal Entry', journalEntry(1), [['Dispute', '-55.00', 1]]],
	])('%s moves clearing by its own side', (_kind, document, moves) => {
		expect(movesOf(rolled([document], { accounts: [CLEARING.account] }))).toEqual(moves);
	});
});

describe('sales tax', () => {
	it('of all titles is proved together, and is no part of any other account', () => {
		const taxes = [
			{ title: 'California State Tax', rate: '0.06', amount: '2.40' },
			{ title: 'Gift Card Liability', rate: '0.01', amount: '0.40' },
		];
		const documents = [receipt(1, { taxes }), { ...refundReceipt(2), taxes: [taxes[0]] }];
		const taxed = { accounts: ['Board', 'Agency'], holds: 'Sales Tax' as const };
		const proof = rolled(documents, { ...taxed, closing: '-0.40' });
		expect(movesOf(proof)).toEqual([
			['California State Tax', '0.00', 2],
			['Gift Card Liability', '-0.40', 1],
		]);
		expect(proof.isProved).toBe(true);
		expect(movesOf(rolled(documents))).toEqual([]);
	});
});

describe('what is left out, or is not ours', () => {
	const sale = receipt(1, {
		lines: [line('Gift Card Sold', 'Gift Card Liability', '25.00')],
		taxes: [],
	});

	it('documents in another currency are counted, not added', () => {
		const foreign = { ...sale, key: 'other', currency: 'EUR' };
		const elsewhere = receipt(2, { currency: 'EUR' });
		const proof = rolled([sale, foreign, elsewhere], { closing: '-25' });
		expect(proof).toMatchObject({ isProved: true, notCounted: 1 });
	});

	it('a document that comes twice counts once', () => {
		const proof = rolled([sale, { ...sale }], { closing: '-25' });
		expect(movesOf(proof)).toEqual([['Gift Card Sold', '-25.00', 1]]);
	});

	it('what strangers booked is the difference', () => {
		const proof = rolled([sale], { opening: '-10', closing: '-36' });
		expect(proof.difference.toDecimalString()).toBe('-1.00');
		expect(proof.isProved).toBe(false);
	});

	it('a missing document is the difference', () => {
		const proof = rolled([], { opening: '-10', closing: '-35' });
		expect(proof).toMatchObject({ isProved: false, movements: [] });
		expect(proof.difference.toDecimalString()).toBe('-25.00');
	});

	it('names do not differ by case', () => {
		const proof = rolled([sale], { accounts: ['gift card liability '], closing: '-25' });
		expect(proof.isProved).toBe(true);
	});

	it('nothing at all leaves the opening balance', () => {
		expect(rolled([], { opening: '-10', closing: '-10' }).isProved).toBe(true);
	});
});
