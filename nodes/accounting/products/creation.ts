import { itemNames } from '../legalName';
import type { Problem } from '../problems';
import { costOf, priceOf } from './amounts';
import { RENAME, skuProblem, typeFor, type Changes, type Planning } from './changes';
import { plainDescription } from './text';
import type {
	FieldChange,
	ItemValues,
	LeftOut,
	ProductAccounts,
	ProductType,
	ShopVariant,
} from './types';
import { whereOf } from './where';

/** A new item: all its fields, and another name in case somebody takes the first one meanwhile. */
export interface Creation extends Changes {
	otherName: string | null;
}

/** All that a new item needs, or why there can be none. */
export function creationOf(variant: ShopVariant, planning: Planning): Creation | Problem {
	const { facts, policy, names } = planning;
	const type = typeFor(variant, policy);
	const barred =
		skuBars(variant) ?? (type === 'Inventory' ? stockProblem(variant, planning) : undefined);
	if (barred !== undefined) return barred;
	const amounts = amountsOf(variant, planning);
	const isBought = amounts.values.cost !== undefined || !facts.company.marksTaxable;
	const accounts = rolesFor(type, isBought);
	for (const role of accounts) {
		const choice = facts.accounts[role];
		if (choice.state === 'refused') return { ...choice.problem, where: whereOf(variant) };
	}
	const wanted = itemNames(variant.name, variant.sku);
	const name = names.takeFirst(wanted, '');
	if (name === undefined) return nameTaken(variant, wanted[0]);
	const { values, leftOut } = amounts;
	const complete: ItemValues = {
		name,
		type,
		...values,
		...(facts.company.marksTaxable ? { taxable: variant.taxable } : {}),
		...(type === 'Inventory' ? { stockStart: policy.stockStart } : {}),
		accounts,
	};
	const otherName = wanted.find((each) => each !== name) ?? null;
	return { values: complete, leftOut, fields: fieldsOf(complete, facts.accounts), otherName };
}

/** A product that the next run could not find again would be created once more. */
function skuBars(variant: ShopVariant): Problem | undefined {
	const tooLong = variant.sku === null ? undefined : skuProblem(variant.sku);
	if (tooLong === undefined) return undefined;
	const { code, what, fix } = tooLong;
	return { code, what, where: whereOf(variant), fix };
}

/** What a variant has of price, cost, SKU and description. */
function amountsOf(
	variant: ShopVariant,
	{ facts, policy }: Planning,
): Pick<Changes, 'values' | 'leftOut'> {
	const price = priceOf(variant, undefined, facts, policy);
	const cost = costOf(variant, facts);
	const description = plainDescription(variant.description);
	const leftOut: LeftOut[] = [price, cost].flatMap((copied) =>
		copied.state === 'leftOut' ? [copied.leftOut] : [],
	);
	const values: ItemValues = {
		...(variant.sku === null ? {} : { sku: variant.sku }),
		...(price.state === 'value' ? { price: price.value.amount } : {}),
		...(price.state === 'value' && price.value.includesTax ? { priceIncludesTax: true } : {}),
		...(cost.state === 'value' ? { cost: cost.value } : {}),
		...(description === '' ? {} : { description }),
	};
	return { values, leftOut };
}

/** QuickBooks keeps a cost only of items with a cost account; outside the US all have one. */
function rolesFor(type: ProductType, isBought: boolean): Array<keyof ProductAccounts> {
	if (type === 'Inventory') return ['income', 'cost', 'asset'];
	return isBought ? ['income', 'cost'] : ['income'];
}

function fieldsOf(values: ItemValues, accounts: ProductAccounts): FieldChange[] {
	const { price, priceIncludesTax, taxable } = values;
	const shown: Array<[string, string | undefined]> = [
		['Name', values.name],
		['SKU', values.sku],
		['Type', values.type],
		['Price', priceIncludesTax ? `${price} (with tax)` : price],
		['Cost', values.cost],
		['Description', values.description],
		['Taxable', taxable === undefined ? undefined : taxable ? 'Yes' : 'No'],
		['Stock Start', values.stockStart],
	];
	const LABELS = { income: 'Income Account', cost: 'Cost Account', asset: 'Asset Account' };
	const named = (values.accounts ?? []).flatMap((role): Array<[string, string]> => {
		const choice = accounts[role];
		return choice.state === 'refused' ? [] : [[LABELS[role], choice.name]];
	});
	return [...shown, ...named].flatMap(([field, after]) =>
		after === undefined ? [] : [{ field, before: null, after }],
	);
}

/** Why the product cannot become an item whose stock QuickBooks counts. */
function stockProblem(variant: ShopVariant, { facts, policy }: Planning): Problem | undefined {
	const where = whereOf(variant);
	const { stockOff } = facts.company;
	if (stockOff !== null) return { ...stockOff, where };
	if (!/^\d{4}-\d{2}-\d{2}$/.test(policy.stockStart)) return noStart(where);
	if (policy.stockStart > facts.today) return futureStart(where, policy.stockStart);
	return facts.costEntry === null ? undefined : costEntries(where, facts.costEntry);
}

function noStart(where: string): Problem {
	return {
		code: 'no-stock-start',
		what: 'A product is to be created as inventory, and no day is set on which its stock begins',
		where,
		fix: "Set 'Inventory Start Date' as YYYY-MM-DD, before the first order that is to be booked: QuickBooks refuses sales before it",
	};
}

function futureStart(where: string, start: string): Problem {
	return {
		code: 'future-stock-start',
		what: `The stock would begin on ${start}, which is still to come: QuickBooks would refuse every sale until then`,
		where,
		fix: "Set 'Inventory Start Date' before the first order that is to be booked",
	};
}

/** An inventory item moves its cost by itself: with an entry for the same sale it would count twice. */
function costEntries(where: string, date: string): Problem {
	return {
		code: 'cost-journals-exist',
		what: `The books hold cost-of-goods entries of this shop from ${date} on, and an item of type Inventory books its cost by itself: the cost of the same sales would count twice`,
		where,
		fix: "Stop the workflow with 'Order to Cost Entry' and set 'Inventory Start Date' after its last entry, or choose Non-Inventory as 'Product Type'",
	};
}

function nameTaken(variant: ShopVariant, name: string): Problem {
	return {
		code: 'name-taken',
		what: `QuickBooks has another item named "${name}"`,
		where: whereOf(variant),
		fix: RENAME,
	};
}
