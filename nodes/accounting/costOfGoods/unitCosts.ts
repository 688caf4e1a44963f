import { isRecord } from '../facts/fields';
import type { OrderFacts } from '../facts/order';
import { Money } from '../money';
import type { Outcome, Problem } from '../problems';

/** What one piece of a line costs. */
export type UnitCost =
	/** Shopify's own decimal text; it may have digits below the currency's minor unit. */
	| { kind: 'known'; amount: string; variantId: string }
	/** Goods whose cost nobody entered, that was not shown to the app, or whose product is gone. */
	| { kind: 'missing' }
	/** Custom items are no products of the shop and have no cost there. */
	| { kind: 'custom' }
	/** The user says that its cost is booked by other means, mostly by QuickBooks itself. */
	| { kind: 'elsewhere' };

/**
 * The unit cost of each line item, in the order's own order, as Shopify Records adds it to the variant.
 *
 * @param item the order's n8n item, of which `order` was read
 */
export function unitCosts(
	item: unknown,
	order: OrderFacts,
	bookedElsewhere: readonly string[],
): Outcome<UnitCost[]> {
	const lines: unknown[] = isRecord(item) && Array.isArray(item.lineItems) ? item.lineItems : [];
	const costs: UnitCost[] = [];
	for (const [index, line] of lines.entries()) {
		const isElsewhere = named(order.lineItems[index].sku, bookedElsewhere);
		const cost: Outcome<UnitCost> = isElsewhere
			? found({ kind: 'elsewhere' })
			: unitCostOf(line, order, index);
		if (!cost.ok) return cost;
		costs.push(cost.value);
	}
	return { ok: true, value: costs };
}

/** In any case, as QuickBooks finds items. */
function named(sku: string | null, patterns: readonly string[]): boolean {
	if (sku === null) return false;
	const own = sku.trim().toLowerCase();
	return patterns
		.map((pattern) => pattern.trim().toLowerCase())
		.some((pattern) =>
			pattern.endsWith('*') ? own.startsWith(pattern.slice(0, -1)) : own === pattern,
		);
}

function unitCostOf(line: unknown, order: OrderFacts, index: number): Outcome<UnitCost> {
	const { name, sku, isCustom, isGiftCard } = order.lineItems[index];
	const variant = isRecord(line) ? line.variant : undefined;
	// Shopify takes the product off the line of an order when it is deleted, but leaves the SKU
	if (isGiftCard || (isCustom && sku === null)) return found({ kind: 'custom' });
	if (!isRecord(variant)) return found({ kind: 'missing' });
	const { id, inventoryItem } = variant;
	if (inventoryItem === undefined) return refused(notRead(order));
	const unitCost = isRecord(inventoryItem) ? inventoryItem.unitCost : null;
	if (!isRecord(unitCost)) return found({ kind: 'missing' });
	const { amount, currencyCode } = unitCost;
	if (currencyCode !== order.currency) return refused(otherCurrency(order, name, currencyCode));
	const parsed =
		typeof amount === 'string' ? Money.pieces(1, amount, order.currency, 'halfUp') : undefined;
	if (typeof amount !== 'string' || !parsed?.ok || parsed.value.isNegative()) {
		return refused(unreadable(order, name, amount));
	}
	return found({ kind: 'known', amount, variantId: String(id) });
}

function found(value: UnitCost): Outcome<UnitCost> {
	return { ok: true, value };
}

function refused(problem: Problem): Outcome<never> {
	return { ok: false, problem };
}

function notRead({ name }: OrderFacts): Problem {
	return {
		code: 'costs-not-read',
		what: 'The order comes without the unit costs of its products',
		where: `Order ${name}`,
		fix: "Turn on the option 'Include Unit Costs' in the Shopify Records node that reads the orders.",
	};
}

function otherCurrency({ name, currency }: OrderFacts, product: string, code: unknown): Problem {
	return {
		code: 'cost-currency',
		what: `The unit cost of '${product}' is in ${String(code)}, and the shop's currency is ${currency}`,
		where: `Order ${name}`,
		fix: "Enter the product's 'Cost per item' in Shopify anew, in the shop's currency; or leave this order out with a Filter node and enter its cost by hand.",
	};
}

function unreadable({ name }: OrderFacts, product: string, amount: unknown): Problem {
	return {
		code: 'malformed-cost',
		what: `The unit cost of '${product}' is no amount: '${String(amount).slice(0, 40)}'`,
		where: `Order ${name}`,
		fix: "Correct the product's 'Cost per item' in Shopify, and let no step between Shopify Records and this node change it.",
	};
}
