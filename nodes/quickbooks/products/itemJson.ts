import type { ItemValues, ProductAccounts } from '../../accounting/products';
import { sameDescription, unescapedOnce } from '../../accounting/products/text';
import { jsonNumber } from '../fromDocuments/amounts';
import { isRecord, type Json } from '../json';

export type AccountIds = Partial<Record<keyof ProductAccounts, string>>;

const ACCOUNT_FIELDS = {
	income: 'IncomeAccountRef',
	cost: 'ExpenseAccountRef',
	asset: 'AssetAccountRef',
} as const;

/**
 * A new item. The stock begins with nothing: what lies on the shelf is counted by an adjustment or a
 * bill, which know its value.
 */
export function newItem(values: ItemValues, name: string, accounts: AccountIds): Json {
	const stock =
		values.type === 'Inventory'
			? { TrackQtyOnHand: true, QtyOnHand: 0, InvStartDate: values.stockStart }
			: {};
	return { ...fieldsOf({ ...values, name }, accounts), ...stock };
}

/**
 * All fields that Intuit documents as writable, but two: a quantity that is sent is absolute and would
 * undo sales of the meantime, and a start date that is sent is the day of such an adjustment. What an
 * answer holds besides, an update refuses (2010) and cannot lose.
 */
const KEPT = [
	...['Id', 'SyncToken', 'Name', 'Sku', 'Type', 'Active', 'Description', 'PurchaseDesc'],
	...['UnitPrice', 'PurchaseCost', 'SalesTaxIncluded', 'PurchaseTaxIncluded', 'Taxable'],
	...['IncomeAccountRef', 'ExpenseAccountRef', 'AssetAccountRef', 'ClassRef', 'PrefVendorRef'],
	...['SalesTaxCodeRef', 'PurchaseTaxCodeRef', 'TaxClassificationRef', 'SubItem', 'ParentRef'],
	...['TrackQtyOnHand', 'ReorderPoint', 'ItemCategoryType', 'ServiceType', 'Source'],
	...['UQCId', 'UQCDisplayText', 'AbatementRate', 'ReverseChargeRate'],
];

/**
 * An item with changes. Intuit documents that an update names all fields, or loses them; that an item
 * may also be updated sparsely shows from the text of one field only. So the whole item is sent back,
 * marked as sparse: whichever way QuickBooks reads it, no field is lost and the stock is not touched.
 */
export function changedItem(row: Json, values: ItemValues, accounts: AccountIds): Json {
	const kept = KEPT.filter((field) => row[field] !== undefined && row[field] !== null).map(
		(field) => [field, asWritten(row[field])],
	);
	return { ...Object.fromEntries(kept), ...fieldsOf(values, accounts), sparse: true };
}

/** Texts come escaped, and would be escaped again. */
function asWritten(value: unknown): unknown {
	return typeof value === 'string' ? unescapedOnce(value) : value;
}

/** What is written, field by field; absent values are absent. */
export function fieldsOf(values: ItemValues, accounts: AccountIds): Json {
	const { name, sku, type, price, priceIncludesTax, cost, description, taxable } = values;
	const written: Json = {
		Name: name,
		Sku: sku,
		Type: type,
		UnitPrice: price === undefined ? undefined : jsonNumber(price),
		SalesTaxIncluded: priceIncludesTax,
		PurchaseCost: cost === undefined ? undefined : jsonNumber(cost),
		Description: description,
		Taxable: taxable,
	};
	for (const role of values.accounts ?? [])
		written[ACCOUNT_FIELDS[role]] = { value: accounts[role] };
	return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

/** Names of the fields in which the answer is not what was to be: `before` with the changes. */
export function fieldsLost(before: Json, changes: Json, answer: Json): string[] {
	const wanted = { ...before, ...changes };
	return KEPT.filter(
		(field) => field in wanted && field !== 'SyncToken' && !isSame(wanted[field], answer[field]),
	);
}

/** References are the same by their id, texts however QuickBooks has escaped them. */
function isSame(a: unknown, b: unknown): boolean {
	const [one, other] = [plain(a), plain(b)];
	return one === other || sameDescription(one, other);
}

function plain(value: unknown): string {
	if (typeof value === 'string') return value;
	if (isRecord(value) && 'value' in value) return String(value.value);
	return JSON.stringify(value ?? null);
}
