import { itemNames } from '../legalName';
import { type Copied, costOf, priceOf, sameAmount } from './amounts';
import { isNamedSo, type NamesInUse } from './names';
import { plainDescription, sameDescription } from './text';
import type {
	AccountChoice,
	BooksProduct,
	FieldChange,
	ItemAccount,
	ItemValues,
	LeftOut,
	ProductFacts,
	ProductPolicy,
	ProductField,
	ProductType,
	ShopVariant,
} from './types';

/** A product and the item that is it. */
export interface Pair {
	variant: ShopVariant;
	item: BooksProduct;
}

export interface Changes {
	fields: FieldChange[];
	leftOut: LeftOut[];
	values: ItemValues;
}

export interface Planning {
	facts: ProductFacts;
	policy: ProductPolicy;
	names: NamesInUse;
	/** SKUs of active items in lower case, each with the id of its item. */
	skus: ReadonlyMap<string, string>;
}

type Step = (pair: Pair, planning: Planning) => Partial<Changes>;

const STEPS: ReadonlyArray<readonly [ProductField, Step]> = [
	['name', renamed],
	['sku', withSku],
	['type', retyped],
	['price', priced],
	['cost', costed],
	['description', described],
	['accounts', inAccounts],
];

/** What of an item changes: nothing but the fields that were chosen, and of those what differs. */
export function changesOf(pair: Pair, planning: Planning): Changes {
	const chosen = STEPS.filter(([field]) => planning.policy.fields.has(field));
	const parts = chosen.map(([, step]) => step(pair, planning));
	return {
		fields: parts.flatMap(({ fields = [] }) => fields),
		leftOut: parts.flatMap(({ leftOut: out = [] }) => out),
		values: together(parts.map(({ values = {} }) => values)),
	};
}

/** A cost may need an account that another field changes, too. */
function together(parts: readonly ItemValues[]): ItemValues {
	const accounts = [...new Set(parts.flatMap(({ accounts: roles = [] }) => roles))];
	const values = Object.assign({}, ...parts) as ItemValues;
	return accounts.length > 0 ? { ...values, accounts } : values;
}

/** The type that a product gets: stock that Shopify does not count cannot be kept in step. */
export function typeFor({ tracked }: ShopVariant, { type }: ProductPolicy): ProductType {
	return type === 'Inventory' && !tracked ? 'NonInventory' : type;
}

function renamed({ variant, item }: Pair, { names }: Planning): Partial<Changes> {
	const wanted = itemNames(variant.name, variant.sku);
	if (isNamedSo(item, wanted)) return {};
	const name = names.takeFirst(wanted, item.parent);
	if (name === undefined) {
		return out('Name', 'name-taken', `Another item is named "${wanted[0]}"`, RENAME);
	}
	return one('Name', item.name, name, { name });
}

const SKU_LENGTH = 100;

/** @returns undefined where QuickBooks takes it. */
export function skuProblem(sku: string): LeftOut | undefined {
	if (sku.length <= SKU_LENGTH) return undefined;
	return {
		field: 'SKU',
		code: 'sku-too-long',
		what: `The SKU "${sku.slice(0, 20)}…" has ${sku.length} characters, and QuickBooks takes ${SKU_LENGTH}`,
		fix: 'Shorten the SKU in Shopify',
	};
}

export const RENAME = 'Rename the other item in QuickBooks, or the product in Shopify';

function withSku({ variant, item }: Pair, { skus }: Planning): Partial<Changes> {
	const { sku } = variant;
	if (sku === null || sku === item.sku) return {};
	const tooLong = skuProblem(sku);
	if (tooLong !== undefined) return { leftOut: [tooLong] };
	const owner = skus.get(sku.toLowerCase());
	if (owner !== undefined && owner !== item.id) {
		return out(
			'SKU',
			'sku-taken',
			`Another item has the SKU "${sku}"`,
			'Give one of both another SKU',
		);
	}
	return one('SKU', item.sku, sku, { sku });
}

/** Stock begins and ends with a count, which nobody but a person can do. */
function retyped({ variant, item }: Pair, { policy }: Planning): Partial<Changes> {
	const type = typeFor(variant, policy);
	if (type === item.type) return {};
	if (type === 'Inventory' || item.type === 'Inventory') {
		const what = `The item is of type ${item.type} in QuickBooks, and ${type} is wanted: its stock would begin or end`;
		const fix =
			item.type === 'Inventory'
				? 'QuickBooks never makes another type of an inventory item. Make it inactive and let a new one be created, or keep it'
				: "Change the type in QuickBooks ('Change type' at the item), with what lies on the shelf and its value";
		return out('Type', 'type-differs', what, fix);
	}
	return one('Type', item.type, type, { type });
}

function priced({ variant, item }: Pair, { facts, policy }: Planning): Partial<Changes> {
	const price = priceOf(variant, item, facts, policy);
	if (price.state !== 'value') return withoutValue(price);
	const { amount, includesTax } = price.value;
	const isMarked = includesTax === undefined || includesTax === item.priceIncludesTax;
	if (isMarked && sameAmount(item.price, amount, facts.company.homeCurrency)) return {};
	const values = {
		price: amount,
		...(includesTax === undefined ? {} : { priceIncludesTax: includesTax }),
	};
	return one('Price', item.price, isMarked ? amount : `${amount} (with tax)`, values);
}

function costed({ variant, item }: Pair, { facts }: Planning): Partial<Changes> {
	const cost = costOf(variant, facts);
	if (cost.state !== 'value') return withoutValue(cost);
	if (sameAmount(item.cost, cost.value, facts.company.homeCurrency)) return {};
	const change = one('Cost', item.cost, cost.value, { cost: cost.value });
	if (item.expense !== null) return change;
	// QuickBooks keeps a cost only of items that are bought, and those have a cost account
	const account = inAccount('Cost Account', null, facts.accounts.cost);
	if (account.leftOut !== undefined) return { leftOut: [{ ...account.leftOut[0], field: 'Cost' }] };
	return {
		fields: [...(change.fields ?? []), ...(account.fields ?? [])],
		values: { ...change.values, accounts: ['cost'] },
	};
}

function described({ variant, item }: Pair): Partial<Changes> {
	const description = plainDescription(variant.description);
	if (description === '' || sameDescription(item.description, description)) return {};
	return one('Description', item.description || null, description, { description });
}

/** The asset account stays: it holds the value of what lies on the shelf. */
function inAccounts({ item }: Pair, { facts }: Planning): Partial<Changes> {
	const { income, cost } = facts.accounts;
	const roles: ReadonlyArray<readonly ['income' | 'cost', Partial<Changes>]> = [
		['income', inAccount('Income Account', item.income, income)],
		['cost', item.expense === null ? {} : inAccount('Cost Account', item.expense, cost)],
	];
	const changed = roles.flatMap(([role, { fields = [] }]) => (fields.length > 0 ? [role] : []));
	return {
		fields: roles.flatMap(([, { fields = [] }]) => fields),
		leftOut: roles.flatMap(([, { leftOut: parts = [] }]) => parts),
		...(changed.length > 0 ? { values: { accounts: changed } } : {}),
	};
}

function inAccount(
	field: string,
	before: ItemAccount | null,
	choice: AccountChoice,
): Partial<Changes> {
	if (choice.state === 'refused') {
		const { code, what, fix } = choice.problem;
		return out(field, code, what, fix);
	}
	if (choice.state === 'found' && before?.id === choice.id) return {};
	return { fields: [{ field, before: before?.name ?? null, after: choice.name }] };
}

function one(
	field: string,
	before: string | null,
	after: string,
	values: ItemValues,
): Partial<Changes> {
	return { fields: [{ field, before, after }], values };
}

function out(field: string, code: string, what: string, fix: string): Partial<Changes> {
	return { leftOut: [{ field, code, what, fix }] };
}

function withoutValue(copied: Exclude<Copied<unknown>, { state: 'value' }>): Partial<Changes> {
	return copied.state === 'leftOut' ? { leftOut: [copied.leftOut] } : {};
}
