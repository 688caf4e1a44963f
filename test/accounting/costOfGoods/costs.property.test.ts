import fc from 'fast-check';

import { costEntries, costPolicy, type CostSettings } from '../../../nodes/accounting/costOfGoods';
import { minorDigits } from '../../../nodes/accounting/currencies';
import { documentTotals } from '../../../nodes/accounting/documentTotals';
import type { JournalEntryDocument } from '../../../nodes/accounting/documents';
import { anyShop, variedShop, type Item, type KnownShop } from '../sandboxShop.mts';
import { shopOrder, type OrderOf, type Two } from '../shopOrder';
import { costsOf, documentsIn } from './costBooks';

/** Every run makes a shop of about 90 orders; the seed keeps a failure from coming and going. */
const RUNS = { seed: 2027, numRuns: 10, endOnFailure: true };
const SETTINGS: CostSettings = { firstDay: '2020-01-01', asOf: '2027-06-01T00:00:00Z' };

jest.setTimeout(120_000);

/** In minor units; known by the variant alone, so that it can be told again. */
const costOf = (variantId: string) => BigInt(Number(/\d+$/.exec(variantId)?.[0] ?? 0) % 997) * 7n;

function minor(text: string, currency: string): bigint {
	const digits = minorDigits(currency) ?? 2;
	const [whole, rest = ''] = text.split('.');
	return BigInt(whole + rest.padEnd(digits, '0'));
}

function decimal(units: bigint, currency: string): string {
	const digits = minorDigits(currency) ?? 2;
	const text = units.toString().padStart(digits + 1, '0');
	return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** As Shopify Records adds it. */
function withCosts(order: Item): Item {
	const currencyCode = String(order.currencyCode);
	return {
		...order,
		lineItems: (order.lineItems as Item[]).map((line) => {
			const variant = line.variant as { id: string } | null;
			const amount = variant && decimal(costOf(variant.id), currencyCode);
			const inventoryItem = { id: 'x', unitCost: { amount, currencyCode } };
			return variant ? { ...line, variant: { ...variant, inventoryItem } } : line;
		}),
	};
}

/** What the goods of an order have cost in the end, told from its present state alone. */
function truthOf(order: Item): bigint {
	if (order.test) return 0n;
	const rows = (order.refunds as Item[]).flatMap((refund) => refund.refundLineItems as Item[]);
	const lost = (id: unknown) =>
		rows
			.filter(({ lineItem, restockType }) => {
				return (lineItem as Item).id === id && restockType === 'NO_RESTOCK';
			})
			.reduce((sum, { quantity }) => sum + Number(quantity), 0);
	return (order.lineItems as Item[]).reduce((sum, line) => {
		const variant = line.variant as { id: string } | null;
		if (variant === null || line.isGiftCard === true) return sum;
		return sum + costOf(variant.id) * BigInt(Number(line.currentQuantity) + lost(line.id));
	}, 0n);
}

/** Debits less credits of the account of costs. */
function netCost(documents: readonly JournalEntryDocument[]): bigint {
	return documents
		.flatMap(({ lines, currency }) => lines.map((line) => ({ ...line, currency })))
		.filter(({ account: { account } }) => account === 'Cost of Goods Sold')
		.reduce((sum, { posting, amount, currency }) => {
			const units = minor(amount, currency);
			return posting === 'Debit' ? sum + units : sum - units;
		}, 0n);
}

const ordersOf = ({ orders }: KnownShop) => orders.map(({ order }) => withCosts(order));
const LEAVE_OUT = { ...SETTINGS, missingCosts: 'Leave Out and List' } as const;

describe('a shop where everything happens', () => {
	it('is booked without a refusal, and comes to what its customers have and what was lost', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				const orders = ordersOf(variedShop(choice));
				const result = costsOf(orders, LEAVE_OUT);
				expect(result.refused).toEqual([]);
				expect(result.entries.filter(({ outcome }) => !outcome.ok)).toEqual([]);
				const truth = orders.reduce((sum, order) => sum + truthOf(order), 0n);
				expect(netCost(documentsIn(result))).toBe(truth);
			}),
			RUNS,
		);
	});

	it('has entries whose debits, credits and goods are one sum', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				for (const document of documentsIn(costsOf(ordersOf(variedShop(choice)), LEAVE_OUT))) {
					const { currency, lines, goods = [], total } = document;
					const side = (wanted: string) =>
						lines
							.filter(({ posting }) => posting === wanted)
							.reduce((sum, { amount }) => sum + minor(amount, currency), 0n);
					const costs = goods.map(({ cost }) => minor(cost.replace('-', ''), currency));
					expect([side('Debit'), side('Credit')]).toEqual([side('Credit'), minor(total, currency)]);
					expect(costs.reduce((sum, cost) => sum + cost, 0n)).toBe(minor(total, currency));
					expect(documentTotals(document).ok).toBe(true);
				}
			}),
			RUNS,
		);
	});

	it('is booked the same whatever the order of its orders', () => {
		const shuffled = anyShop.chain((choice) => {
			const orders = ordersOf(variedShop(choice));
			const all = fc.shuffledSubarray(orders, {
				minLength: orders.length,
				maxLength: orders.length,
			});
			return fc.tuple(fc.constant(orders), all);
		});
		fc.assert(
			fc.property(shuffled, ([orders, turned]) => {
				const documents = documentsIn(costsOf(orders, LEAVE_OUT));
				expect(documentsIn(costsOf(turned, LEAVE_OUT))).toEqual(documents);
			}),
			RUNS,
		);
	});

	it('comes to the same booked night by night as booked at the end, and no day changes later', () => {
		fc.assert(
			fc.property(anyShop, (choice) => {
				const shop = variedShop(choice);
				const atOnce = new Map(
					documentsIn(costsOf(ordersOf(shop), LEAVE_OUT)).map((each) => [each.key, each]),
				);
				const nightly = new Map<string, JournalEntryDocument>();
				for (const moment of nightsOf(shop)) {
					const orders = shop.orders.flatMap(({ at }): Item[] => {
						const order = at(moment);
						return order ? [withCosts(order)] : [];
					});
					const asOf = new Date(moment).toISOString();
					for (const document of documentsIn(costsOf(orders, { ...LEAVE_OUT, asOf }))) {
						const { key } = document;
						if (nightly.has(key)) expect(document).toEqual(nightly.get(key));
						else nightly.set(key, document);
					}
				}
				expect([...nightly].sort()).toEqual([...atOnce].sort());
			}),
			{ ...RUNS, numRuns: 2 },
		);
	});
});

const DAY = 86_400_000;

/** Once a day, until nothing happens any more. */
function nightsOf({ orders }: KnownShop): number[] {
	const moments = orders.flatMap((order) => order.moments);
	const [first, last] = [Math.min(...moments), Math.max(...moments)];
	return Array.from(
		{ length: Math.ceil((last - first) / DAY) + 3 },
		(_, index) => first + index * DAY,
	);
}

const UNIT: Two = ['1.0'];

/** An order of one product, all of which comes back on the shelf, in one or several refunds. */
const allBack = fc
	.record({
		id: fc.integer({ min: 5001, max: 5999 }),
		day: fc.integer({ min: 1, max: 20 }),
		parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
		cost: fc.bigInt(0n, 99_999n),
		restock: fc.constantFrom('RETURN', 'CANCEL'),
	})
	.map(({ id, day, parts, cost, restock }): Item => {
		const at = (later: number) => `2026-10-${String(day + later).padStart(2, '0')}T15:00:00Z`;
		const quantity = parts.reduce((sum, part) => sum + part, 0);
		const refundId = (index: number) => String(id * 10 + index);
		const of: OrderOf = {
			id: String(id),
			at: at(0),
			total: UNIT,
			lines: [{ id: '1', quantity }],
			agreements: [
				{ id: String(id), at: at(0), sales: [{ quantity, total: UNIT }] },
				...parts.map((part, index) => ({
					id: `${id}${index}`,
					at: at(index),
					reason: 'REFUND',
					refund: refundId(index),
					sales: [{ quantity: -part, total: ['-0.1'] as Two }],
				})),
			],
			refunds: parts.map((part, index) => ({
				id: refundId(index),
				at: at(index),
				transactions: [],
				lines: [{ line: '1', quantity: part, subtotal: ['0.1'] as Two, restock }],
			})),
		};
		const order = shopOrder(of);
		const [line] = order.lineItems as Item[];
		const unitCost = { amount: decimal(cost, 'USD'), currencyCode: 'USD' };
		const variant = { id: `gid://shopify/ProductVariant/${id}`, inventoryItem: { unitCost } };
		return { ...order, lineItems: [{ ...line, variant }] };
	});

it('where everything comes back on the shelf, nothing has cost anything', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(allBack, { selector: ({ id }: Item) => id, maxLength: 12 }),
			(orders) => {
				const result = costsOf(orders, SETTINGS);
				expect(result.refused).toEqual([]);
				expect(netCost(documentsIn(result))).toBe(0n);
			},
		),
		{ seed: 7, numRuns: 200 },
	);
});

it('a month is the sum of its days', () => {
	fc.assert(
		fc.property(anyShop, (choice) => {
			const orders = ordersOf(variedShop(choice));
			const month = documentsIn(costsOf(orders, LEAVE_OUT));
			const days = [...new Set(month.map(({ date }) => date))];
			const dayByDay = days.flatMap((day) => {
				const policy = costPolicy({ ...LEAVE_OUT, lastDay: day });
				return documentsIn(costEntries(orders.map((item) => ({ item, policy })))).filter(
					({ date }) => date === day,
				);
			});
			expect(netCost(dayByDay)).toBe(netCost(month));
			expect(dayByDay.map(({ key }) => key).sort()).toEqual(month.map(({ key }) => key).sort());
		}),
		{ ...RUNS, numRuns: 2 },
	);
});
