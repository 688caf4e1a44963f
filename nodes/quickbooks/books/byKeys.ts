import type { Answer } from '../client';
import type { Entity } from '../entities';
import type { BookedDocument } from './bookedDocument';
import type { BooksWindow } from './booksWindow';

/** All kinds of documents that posting writes. */
export const ALL_ENTITIES: readonly Entity[] = [
	'SalesReceipt',
	'Invoice',
	'Payment',
	'RefundReceipt',
	'CreditMemo',
	'Purchase',
	'Deposit',
	'Transfer',
	'Bill',
	'BillPayment',
	'JournalEntry',
];

const SALES: readonly Entity[] = ['SalesReceipt', 'Invoice'];
const LEDGER: readonly Entity[] = ['Deposit', 'Transfer', 'Purchase', 'JournalEntry', 'Bill'];

/** What a key may be the key of, so that no other kinds need to be read. */
export function entitiesOfKey(key: string): readonly Entity[] {
	const [, source, ...rest] = key.split('/');
	const isEdit = source === 'Order' && rest.includes('Edit');
	if (rest.includes('Applied')) return ['Payment'];
	if (rest.at(-1) === 'Payment') return ['BillPayment'];
	switch (source) {
		case 'Order':
			return isEdit ? [...SALES, 'RefundReceipt', 'CreditMemo'] : SALES;
		case 'Refund':
			return ['RefundReceipt', 'CreditMemo'];
		case 'OrderTransaction':
			return ['Payment', 'Purchase'];
		case 'Payout':
		case 'Fees':
		case 'BalanceTransaction':
		case 'BalanceExport':
		case 'Dispute':
			return LEDGER;
		default:
			return ALL_ENTITIES;
	}
}

/**
 * Which documents of these days book what the keys stand for. More than one is a double. A key
 * without documents is not in the map.
 */
export async function booksByKeys(
	books: BooksWindow,
	keys: Iterable<string>,
): Promise<Answer<Map<string, BookedDocument[]>>> {
	const wanted = new Set(keys);
	const read = await books.read([...wanted].flatMap(entitiesOfKey));
	if (read.kind !== 'done') return read;
	const byKey = new Map<string, BookedDocument[]>();
	for (const document of read.value) {
		for (const key of document.keys.filter((each) => wanted.has(each))) {
			byKey.set(key, [...(byKey.get(key) ?? []), document]);
		}
	}
	return { kind: 'done', value: byKey };
}

/** Whether the key is one of a Shopify shop's, or of this shop's. */
export function isOfShop(key: string, shop: string): boolean {
	return shop === '' ? /^[^/\s]+\.myshopify\.com\/\w/.test(key) : key.startsWith(`${shop}/`);
}

/** All documents of these days that carry a key of the shop ('' for any shop), oldest first. */
export async function booksOfShop(
	books: BooksWindow,
	shop: string,
	entities: readonly Entity[] = ALL_ENTITIES,
): Promise<Answer<BookedDocument[]>> {
	const read = await books.read(entities);
	if (read.kind !== 'done') return read;
	const ours = read.value.filter(({ keys }) => keys.some((key) => isOfShop(key, shop)));
	return { kind: 'done', value: ours };
}
