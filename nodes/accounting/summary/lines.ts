import type { DocumentLine } from '../documents';
import { groupBy } from '../groupBy';
import { Money } from '../money';
import { taxTreatment } from '../orderToSalesReceipt/taxes';

/** Lines of the same item and taxes as one, in an order that does not depend on that of the orders. */
export function mergedLines(currency: string, lines: readonly DocumentLine[]): DocumentLine[] {
	const keyed = lines.map((line) => ({ line, key: lineKey(line) }));
	const groups = groupBy(keyed, ({ key }) => key);
	return groups
		.sort(([a], [b]) => rankOf(a.line) - rankOf(b.line) || (a.key < b.key ? -1 : 1))
		.map((alike) =>
			mergedLine(
				currency,
				alike.map(({ line }) => line),
			),
		)
		.filter((line) => line.quantity !== undefined || !isNothing(line));
}

function isNothing({ amount, taxes }: DocumentLine): boolean {
	return [amount, ...taxes.map((tax) => tax.amount)].every((text) => /^-?0(\.0+)?$/.test(text));
}

/** The fields of the item one by one: two that are equal may have been made in another order. */
function lineKey({ category, item, description, taxes, quantity }: DocumentLine): string {
	const isGoods = category === 'Product' || category === 'Gift Card Sold';
	return JSON.stringify([
		category,
		item.sku ?? '',
		item.name,
		item.type,
		item.income.account,
		isGoods ? description : '',
		quantity === undefined,
		taxTreatment(taxes),
	]);
}

const ORDER = ['Product', 'Gift Card Sold', 'Discount', 'Shipping'];

function rankOf({ category }: DocumentLine): number {
	const place = ORDER.indexOf(category);
	return place < 0 ? ORDER.length : place;
}

function mergedLine(currency: string, alike: readonly DocumentLine[]): DocumentLine {
	const [first] = alike;
	const sum = (texts: readonly string[]) =>
		Money.sum(
			currency,
			texts.map((text) => Money.parse(text, currency)),
		);
	const amount = sum(alike.map((line) => line.amount));
	const isCounted = alike.every(({ quantity }) => quantity !== undefined);
	const quantity = alike.reduce((count, line) => count + (line.quantity ?? 0), 0);
	const unitPrice = isCounted ? amount.dividedExactlyBy(quantity) : undefined;
	const isSameText = alike.every(({ description }) => description === first.description);
	return {
		category: first.category,
		item: first.item,
		description: isSameText ? first.description : first.category,
		...(isCounted ? { quantity } : {}),
		...(unitPrice === undefined ? {} : { unitPrice: unitPrice.toDecimalString() }),
		amount: amount.toDecimalString(),
		taxes: first.taxes.map((tax, index) => ({
			...tax,
			amount: sum(alike.map((line) => line.taxes[index].amount)).toDecimalString(),
		})),
	};
}
