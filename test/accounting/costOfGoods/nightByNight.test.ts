import type { CostSettings } from '../../../nodes/accounting/costOfGoods';
import type { AgreementOf, OrderOf, RefundOf, TransactionOf, Two } from '../shopOrder';
import { shopOrder } from '../shopOrder';
import { costsOf, documentsIn } from './costBooks';

/** What a night books stays in the books, so that what Shopify tells later must never move there. */

const SETTINGS: CostSettings = { firstDay: '2026-10-01', asOf: '2026-11-20T12:00:00Z' };
const at = (day: number, hour = 15) =>
	`2026-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;

type Json = Record<string, unknown>;

/** One product at 2.00 a piece, all of its lines of one order. */
function orderOf(of: OrderOf, returns: Record<string, string> = {}): Json {
	const order = shopOrder({ id: '7001', at: at(5), ...of });
	const inventoryItem = { id: 'x', unitCost: { amount: '2.0', currencyCode: 'USD' } };
	const variant = { id: 'gid://shopify/ProductVariant/41', inventoryItem };
	return {
		...order,
		lineItems: (order.lineItems as Json[]).map((line) => ({ ...line, variant })),
		refunds: (order.refunds as Json[]).map((refund) => ({
			...refund,
			return: returns[String(refund.legacyResourceId)]
				? { id: `gid://shopify/Return/${returns[String(refund.legacyResourceId)]}` }
				: null,
		})),
	};
}

const TEN: Two = ['10.0'];
const BACK: Two = ['-10.0'];

const placed = (quantity: number): AgreementOf => ({
	id: '1',
	at: at(5),
	sales: [{ quantity, total: [`${quantity * 10}.0`] }],
});
const changed = (id: string, day: number, reason: string, quantity: number): AgreementOf => ({
	id,
	at: at(day),
	reason,
	...(reason === 'RETURN' ? { return: '71' } : {}),
	sales: [{ quantity, total: [`${quantity * 10}.0`] }],
});
const refunded = (id: string, day: number, restock: string, quantity = 1): RefundOf => ({
	id,
	at: at(day),
	transactions: [],
	lines: [{ line: '1', quantity, subtotal: TEN, restock }],
});

/** "2026-10-05 4.00 out", one for each side of an entry. */
const booksOf = (orders: readonly Json[], settings: CostSettings = {}) =>
	documentsIn(costsOf(orders, { ...SETTINGS, ...settings })).flatMap(({ key, goods = [] }) =>
		goods.map(({ pieces }) => `${key.split('/Costs/')[1]} ${pieces}`),
	);

describe('goods of a return that a later refund puts on the shelf', () => {
	const sold: OrderOf = {
		total: TEN,
		lines: [{ id: '1', quantity: 1 }],
		agreements: [placed(1), changed('2', 8, 'RETURN', -1)],
	};

	it('are there on the day of the refund, since the day of the return may be in the books', () => {
		expect(booksOf([orderOf(sold)])).toEqual(['2026-10-05 1']);
		const later = orderOf({ ...sold, refunds: [refunded('31', 12, 'RETURN')] }, { 31: '71' });
		expect(booksOf([later])).toEqual(['2026-10-05 1', '2026-10-12 -1']);
	});

	it('never come back where the refund says so', () => {
		const later = orderOf({ ...sold, refunds: [refunded('31', 12, 'NO_RESTOCK')] }, { 31: '71' });
		expect(booksOf([later])).toEqual(['2026-10-05 1']);
	});

	it('come back each with its own refund', () => {
		const two: OrderOf = {
			total: ['20.0'],
			lines: [{ id: '1', quantity: 2 }],
			agreements: [placed(2), changed('2', 8, 'RETURN', -2)],
			refunds: [refunded('31', 12, 'RETURN'), refunded('32', 14, 'RETURN')],
		};
		const books = booksOf([orderOf(two, { 31: '71', 32: '71' })]);
		expect(books).toEqual(['2026-10-05 2', '2026-10-12 -1', '2026-10-14 -1']);
	});

	it('are not taken for those of an edit of the same line', () => {
		const both: OrderOf = {
			total: ['20.0'],
			lines: [{ id: '1', quantity: 2 }],
			agreements: [placed(2), changed('2', 6, 'ORDER_EDIT', -1), changed('3', 8, 'RETURN', -1)],
		};
		const before = ['2026-10-05 2', '2026-10-06 -1'];
		expect(booksOf([orderOf(both)])).toEqual(before);
		const later = orderOf({ ...both, refunds: [refunded('31', 12, 'RETURN')] }, { 31: '71' });
		expect(booksOf([later])).toEqual([...before, '2026-10-12 -1']);
	});
});

it('goods of an edit that a later refund calls lost are a cost from the day of that refund', () => {
	const edited: OrderOf = {
		total: TEN,
		lines: [{ id: '1', quantity: 1 }],
		agreements: [placed(1), changed('2', 6, 'ORDER_EDIT', -1)],
	};
	const before = ['2026-10-05 1', '2026-10-06 -1'];
	expect(booksOf([orderOf(edited)])).toEqual(before);
	const later = orderOf({ ...edited, refunds: [refunded('31', 9, 'NO_RESTOCK')] });
	expect(booksOf([later])).toEqual([...before, '2026-10-09 1']);
});

describe('per payout', () => {
	const payout = (id: string, day: number) => ({
		id: `gid://shopify/ShopifyPaymentsPayout/${id}`,
		legacyResourceId: id,
		issuedAt: at(day, 0),
		status: 'PAID',
	});
	const paid = (id: string, day: number, more: Partial<TransactionOf> = {}): TransactionOf => ({
		id,
		at: at(day),
		amount: TEN,
		payout: payout('501', 10),
		...more,
	});
	const PER_PAYOUT: CostSettings = { per: 'Payout' };
	/** Without it the first payout waits. */
	const earlier = orderOf({
		id: '7000',
		at: at(2),
		total: TEN,
		lines: [{ id: '1', quantity: 1 }],
		agreements: [{ ...placed(1), at: at(2) }],
		transactions: [paid('1', 2, { payout: payout('500', 4) })],
	});
	const books = (of: OrderOf, returns = {}) => booksOf([earlier, orderOf(of, returns)], PER_PAYOUT);

	const edited: OrderOf = {
		total: TEN,
		lines: [{ id: '1', quantity: 1 }],
		agreements: [placed(1), changed('2', 6, 'ORDER_EDIT', 1)],
		transactions: [paid('1', 5)],
	};

	it('goods of an edit wait until they are paid', () => {
		expect(books(edited)).toEqual(['Payout/501/2026-10 1']);
		const later = { ...edited, transactions: [paid('1', 5), paid('2', 8, { payout: null })] };
		expect(books(later)).toEqual(['Payout/501/2026-10 1']);
		const last = {
			...edited,
			transactions: [paid('1', 5), paid('2', 8, { payout: payout('502', 12) })],
		};
		expect(books(last)).toEqual(['Payout/501/2026-10 1', 'Payout/502/2026-10 1']);
	});

	it('goods of an edit that cash paid later are booked on the day of the cash', () => {
		const later = {
			...edited,
			transactions: [paid('1', 5), { id: '2', at: at(8), amount: TEN, gateway: 'cash' }],
		};
		expect(books(later).sort()).toEqual(['2026-10-08 1', 'Payout/501/2026-10 1']);
	});

	it('goods that were swapped for others stay on their day when a later edit is paid', () => {
		const swapped: OrderOf = {
			...edited,
			lines: [
				{ id: '1', quantity: 1 },
				{ id: '2', quantity: 1 },
			],
			agreements: [
				placed(1),
				{
					id: '2',
					at: at(6),
					reason: 'ORDER_EDIT',
					sales: [
						{ quantity: -1, total: BACK },
						{ quantity: 1, total: TEN, line: '2' },
					],
				},
			],
		};
		const before = ['2026-10-06 1', '2026-10-06 -1', 'Payout/501/2026-10 1'];
		expect(books(swapped).sort()).toEqual([...before].sort());
		const again = {
			...swapped,
			agreements: [...(swapped.agreements ?? []), changed('3', 8, 'ORDER_EDIT', 1)],
			transactions: [paid('1', 5), paid('2', 8, { payout: payout('502', 12) })],
		};
		expect(books(again).sort()).toEqual([...before, 'Payout/502/2026-10 1'].sort());
	});

	it('goods that came back wait while their refund is under way', () => {
		const of = (transaction: Partial<TransactionOf>): OrderOf => ({
			...edited,
			agreements: [
				placed(1),
				{
					id: '2',
					at: at(9),
					reason: 'REFUND',
					refund: '31',
					sales: [{ quantity: -1, total: BACK }],
				},
			],
			refunds: [
				{
					...refunded('31', 9, 'RETURN'),
					transactions: [{ ...paid('3', 9), kind: 'REFUND', ...transaction }],
				},
			],
		});
		expect(books(of({ status: 'PENDING', payout: null }))).toEqual(['Payout/501/2026-10 1']);
		expect(books(of({ payout: payout('502', 12) }))).toEqual([
			'Payout/501/2026-10 1',
			'Payout/502/2026-10 -1',
		]);
		expect(books(of({ status: 'FAILURE', payout: null })).sort()).toEqual([
			'2026-10-09 -1',
			'Payout/501/2026-10 1',
		]);
	});
});
