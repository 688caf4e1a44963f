import { isObject, parseGid, type ShopObject } from '../server/model.mts';

/** Objects of the whole shop, which an order refers to and does not own. */
const SHARED = new Set(
	['Customer', 'Product', 'ProductVariant', 'InventoryItem', 'Location', 'GiftCard'].concat([
		'BusinessEntity',
		'Company',
		'CompanyLocation',
		'App',
	]),
);

/**
 * Brings an order that was projected anew into the objects that the shop already shows: whoever
 * found an order, a line or a refund by its id sees what has become of it.
 */
export class Kept {
	private readonly known = new Map<string, ShopObject>();

	settle<T extends object>(fresh: T): T {
		return this.walk(fresh, new Map()) as T;
	}

	private walk(value: unknown, met: Map<object, unknown>): unknown {
		if (typeof value !== 'object' || value === null) return value;
		if (met.has(value)) return met.get(value);
		if (Array.isArray(value)) {
			const list: unknown[] = [];
			met.set(value, list);
			for (const item of value as unknown[]) list.push(this.walk(item, met));
			return list;
		}
		return isObject(value) ? this.object(value, met) : value;
	}

	private object(value: ShopObject, met: Map<object, unknown>): unknown {
		const id = typeof value.id === 'string' ? value.id : undefined;
		if (id !== undefined && SHARED.has(parseGid(id)?.type ?? '')) return value;
		const known = id === undefined ? undefined : this.known.get(id);
		if (known === value) return value;
		const target = known ?? value;
		met.set(value, target);
		if (id !== undefined) this.known.set(id, target);
		for (const [name, part] of Object.entries(value)) target[name] = this.walk(part, met);
		return target;
	}
}
