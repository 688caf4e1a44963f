import type { DocumentSource, JournalEntryDocument, JournalLine } from '../documents';
import { groupBy } from '../groupBy';
import { LONGEST_NUMBER } from '../orderToSalesReceipt/number';
import type { Outcome, Problem } from '../problems';
import { costsOf, goodsCheck, type Costs, type CostSide } from './goods';
import type { Placed } from './placed';
import type { CostPolicy } from './policy';

/** What one entry is about. */
export interface CostGroup {
	/** After the shop's domain: "Costs/2026-10-03". */
	key: string;
	/** "2026-10-03", "payout 501, 2026-10", "order #1001, 2026-10-03". */
	name: string;
	/** Shopify's id, or the day. */
	id: string;
	/** Middle of the number: "20261003". */
	number: string;
	date: string;
	movements: Placed[];
}

export function groupsOf(placed: readonly Placed[]): CostGroup[] {
	return groupBy(placed, (one) => `${one.order.shop.domain} ${placeKey(one)}`)
		.map(groupOf)
		.sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function sortKey({ date, key, movements: [{ order }] }: CostGroup): string {
	return `${date} ${order.shop.domain} ${key}`;
}

function placeKey({ place, day, order }: Placed): string {
	switch (place.kind) {
		case 'Day':
			return `Costs/${day}`;
		case 'Payout':
			return `Costs/Payout/${place.payout.legacyId}/${day.slice(0, 7)}`;
		case 'Order':
			return `Costs/Order/${order.legacyId}/${day}`;
	}
}

function groupOf(movements: Placed[]): CostGroup {
	const [first] = movements;
	const { place, order } = first;
	const date = movements.reduce((last, { day }) => (day > last ? day : last), '');
	const common = { key: placeKey(first), date, movements };
	const digits = date.replaceAll('-', '');
	if (place.kind === 'Day') return { ...common, name: date, id: date, number: digits };
	if (place.kind === 'Order') {
		const name = `order ${order.name}, ${date}`;
		return { ...common, name, id: order.id, number: `${order.legacyId}-${digits.slice(2)}` };
	}
	const { id, legacyId } = place.payout;
	const month = date.slice(0, 7);
	const number = `P${legacyId}-${month.replace('-', '').slice(2)}`;
	return { ...common, name: `payout ${legacyId}, ${month}`, id, number };
}

/**
 * The entry of a group: what was sold leaves the shelf (debit cost, credit inventory), what came back
 * returns to it the other way round. Undefined where all of it costs nothing.
 */
export function costEntry(
	group: CostGroup,
	policy: CostPolicy,
): Outcome<JournalEntryDocument | undefined> {
	const missing = group.movements.filter(({ cost }) => cost.kind === 'missing');
	if (missing.length > 0 && policy.missingCosts === 'Hold') {
		return { ok: false, problem: noUnitCost(group, missing) };
	}
	const [{ order }] = group.movements;
	const { currency, shop } = order;
	const costs = costsOf(currency, group.movements);
	const total = costs.sold.cost.add(costs.back.cost).toDecimalString();
	const lines = [
		...sideLines(costs.sold, policy, 'sold'),
		...sideLines(costs.back, policy, 'back'),
	];
	if (lines.length === 0) return { ok: true, value: undefined };
	const number = numberOf(group, policy);
	return {
		ok: true,
		value: {
			document: 'Journal Entry',
			key: `${shop.domain}/${group.key}`,
			...(number.length <= LONGEST_NUMBER ? { number } : {}),
			date: group.date,
			currency,
			total,
			memo: memoOf(group, costs, missing),
			source: sourceOf(group, total),
			...policy.dimensions,
			lines,
			goods: costs.goods,
		},
	};
}

function numberOf({ number }: CostGroup, { numberPrefix }: CostPolicy): string {
	return `${numberPrefix}${number}`;
}

function sideLines(
	side: CostSide,
	{ cost, inventory }: CostPolicy,
	kind: 'sold' | 'back',
): JournalLine[] {
	if (side.cost.isZero()) return [];
	const common = {
		category: 'Cost of Goods Sold' as const,
		amount: side.cost.toDecimalString(),
		description: sideText(side, kind),
	};
	const [debit, credit] = kind === 'sold' ? [cost, inventory] : [inventory, cost];
	return [
		{ ...common, account: { ...debit }, posting: 'Debit' },
		{ ...common, account: { ...credit }, posting: 'Credit' },
	];
}

function sideText({ pieces, orders }: CostSide, kind: 'sold' | 'back'): string {
	const what = `${counted(pieces, 'piece')} of ${counted(orders, 'order')}`;
	return kind === 'sold' ? `Cost of ${what}` : `${what} back on the shelf`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Says what an accountant asks first, and holds the goods check, by which posting compares goods. */
function memoOf(
	group: CostGroup,
	{ sold, back, goods }: Costs,
	missing: readonly Placed[],
): string {
	const custom = group.movements.filter(({ cost }) => cost.kind === 'custom');
	const parts = [
		...(sold.pieces > 0
			? [`${counted(sold.pieces, 'piece')} of ${counted(sold.orders, 'order')}`]
			: []),
		...(back.pieces > 0 ? [sideText(back, 'back')] : []),
		...(missing.length > 0 ? [`${pieceCount(missing)} without unit cost left out`] : []),
		...(custom.length > 0 ? [`${pieceCount(custom)} of custom items without cost`] : []),
		`goods check ${goodsCheck(goods)}`,
	];
	return `Cost of goods sold, ${group.name}: ${parts.join('; ')}`;
}

function pieceCount(movements: readonly Placed[]): string {
	return counted(
		movements.reduce((sum, { pieces }) => sum + Math.abs(pieces), 0),
		'piece',
	);
}

function sourceOf({ id, name, movements }: CostGroup, total: string): DocumentSource {
	const orders = new Map(movements.map(({ order }) => [order.id, order.name]));
	const [{ order }] = movements;
	return {
		type: 'Costs',
		id,
		name: `Costs of ${name}`,
		shop: order.shop.domain,
		total,
		orders: [...orders]
			.map(([orderId, orderName]) => ({ id: orderId, name: orderName }))
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
	};
}

const SHOWN = 5;

function noUnitCost({ name }: CostGroup, missing: readonly Placed[]): Problem {
	const names = [...new Set(missing.map(({ line }) => productName(line)))].sort();
	const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
	return {
		code: 'no-unit-cost',
		what: `Shopify has no unit cost for ${names.slice(0, SHOWN).join(', ')}${more}`,
		where: `Costs of ${name}`,
		fix: "Enter 'Cost per item' of these products in Shopify (0 if they cost nothing) and run again, or set 'Missing Unit Costs' to Leave Out and List, also for products that were deleted. If Shopify shows costs there, whoever installed the app lacks the permission 'View product costs'.",
	};
}

export function productName({ name, sku }: { name: string; sku: string | null }): string {
	return sku === null ? `'${name}'` : `'${name}' (SKU ${sku})`;
}
