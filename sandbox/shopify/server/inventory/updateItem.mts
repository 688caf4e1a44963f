import type { ServerContext } from '../context.mts';
import { isObject, valueAt, type ShopObject } from '../model.mts';

interface UserError {
	field: string[] | null;
	message: string;
}

/** Fields of InventoryItemInput that are copied as they are. */
const COPIED = ['countryCodeOfOrigin', 'harmonizedSystemCode', 'provinceCodeOfOrigin'].concat([
	'requiresShipping',
	'sku',
	'tracked',
]);
const DECIMAL = /^\d+(\.\d+)?$/;

/** `inventoryItemUpdate(id, input)`: cost, SKU and what else a merchant enters. */
export function updateItem(
	{ id, input }: Record<string, unknown>,
	context: ServerContext,
): { inventoryItem: ShopObject | null; userErrors: UserError[] } {
	const item = context.index.get(String(id));
	const refused = (field: string[], message: string) => ({
		inventoryItem: null,
		userErrors: [{ field, message }],
	});
	if (!item || !String(id).includes('/InventoryItem/')) {
		return refused(['id'], "The product couldn't be updated because it does not exist.");
	}
	const wish = input as ShopObject;
	const { cost } = wish;
	if (typeof cost === 'string' && !DECIMAL.test(cost)) {
		return refused(['input', 'cost'], 'Cost must be greater than or equal to 0');
	}
	if (cost !== undefined) {
		const currencyCode = valueAt(context.shop.shop, 'currencyCode');
		item.unitCost = typeof cost === 'string' ? { amount: moneyText(cost), currencyCode } : null;
	}
	for (const field of COPIED) if (wish[field] !== undefined) item[field] = wish[field];
	if (wish.sku !== undefined && isObject(item.variant)) item.variant.sku = wish.sku;
	item.updatedAt = context.now.toISOString().replace(/\.\d+Z$/, 'Z');
	return { inventoryItem: item, userErrors: [] };
}

/** "4.50" as the Admin API writes it: "4.5". */
function moneyText(decimal: string): string {
	const [whole, fraction = ''] = decimal.split('.');
	return `${Number(whole)}.${fraction.replace(/0+$/, '') || '0'}`;
}
