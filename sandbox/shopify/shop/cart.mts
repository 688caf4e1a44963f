import { netOf, ratesFor, taxesOn } from './charges.mts';
import type { Context } from './context.mts';
import type { FeeDraft, LineDraft, OrderDraft, ShippingDraft } from './draft.mts';
import { convert } from './exchange.mts';
import type { ProductVariant } from './model.mts';
import { divideRounded, each, times, type Amount } from './money.mts';

/** A price in minor units of the shop's currency, and what the customer sees for it. */
export function priced(draft: OrderDraft, cents: number): Amount {
	const { shop, presentment } = draft.currencies;
	return { shop: cents, presentment: convert(cents, shop, presentment) };
}

/** An empty line to be filled in: custom items, tips and products alike. */
function newLine(context: Context, draft: OrderDraft, unit: Amount, quantity: number): LineDraft {
	const line: LineDraft = {
		id: context.ids.gid('LineItem'),
		kind: 'PRODUCT',
		unit,
		quantity,
		list: times(unit, quantity),
		discounts: [],
		taxes: [],
		returned: 0,
		refunded: 0,
		title: '',
		variantTitle: null,
		sku: null,
		vendor: null,
		taxable: true,
		requiresShipping: true,
		product: null,
		variant: null,
		sellingPlan: null,
		duties: [],
	};
	draft.lines.push(line);
	return line;
}

/** Puts a variant into the cart; `gone` keeps the snapshot but not the deleted product. */
export function addProduct(
	context: Context,
	draft: OrderDraft,
	variant: ProductVariant,
	quantity: number,
	gone = false,
): LineDraft {
	const unit = priced(draft, context.catalogue.price.get(variant)!);
	const { product } = variant;
	return Object.assign(newLine(context, draft, unit, quantity), {
		kind: product.isGiftCard ? 'GIFT_CARD' : 'PRODUCT',
		title: product.title,
		variantTitle: product.variants.length === 1 ? null : variant.title,
		sku: variant.sku,
		vendor: product.vendor,
		taxable: variant.taxable,
		requiresShipping: variant.inventoryItem.requiresShipping as boolean,
		product: gone ? null : product,
		variant: gone ? null : variant,
	} satisfies Partial<LineDraft>);
}

/** A line without a product, as draft orders and the POS allow. */
export function addCustomItem(
	context: Context,
	draft: OrderDraft,
	title: string,
	cents: number,
	quantity = 1,
): LineDraft {
	return Object.assign(newLine(context, draft, priced(draft, cents), quantity), { title });
}

/** A tip is a line item of its own kind, outside the subtotal and never taxed. */
export function addTip(context: Context, draft: OrderDraft, cents: number): LineDraft {
	const tip = newLine(context, draft, priced(draft, cents), 1);
	return Object.assign(tip, {
		kind: 'TIP',
		title: 'Tip',
		taxable: false,
		requiresShipping: false,
	} satisfies Partial<LineDraft>);
}

export function addShipping(
	context: Context,
	draft: OrderDraft,
	title: string,
	cents: number,
): ShippingDraft {
	const line: ShippingDraft = {
		id: context.ids.gid('ShippingLine'),
		title,
		code: title,
		quantity: 1,
		list: priced(draft, cents),
		discounts: [],
		taxes: [],
		returned: 0,
		removed: false,
		givenBack: null,
	};
	draft.shipping.push(line);
	return line;
}

export function addFee(context: Context, draft: OrderDraft, name: string, cents: number): FeeDraft {
	const fee: FeeDraft = {
		id: context.ids.gid('AdditionalFee'),
		name,
		quantity: 1,
		list: priced(draft, cents),
		discounts: [],
		taxes: [],
		returned: 0,
	};
	draft.fees.push(fee);
	return fee;
}

export function addDuty(
	context: Context,
	draft: OrderDraft,
	line: LineDraft,
	percent: number,
): void {
	line.duties.push({
		id: context.ids.gid('Duty'),
		quantity: line.quantity,
		list: each(netOf(line), (value) => divideRounded(value * percent, 100)),
		discounts: [],
		taxes: [],
		returned: 0,
		countryCodeOfOrigin: 'PT',
		harmonizedSystemCode: '620520',
	});
	draft.dutiesIncluded = false;
}

/** Taxes every line and the shipping for the destination, after all discounts. */
export function taxCart(draft: OrderDraft, channelLiable: boolean | null = false): void {
	const { destination, taxesIncluded } = draft;
	for (const line of draft.lines) {
		if (line.kind !== 'PRODUCT' || line.taxes.length > 0) continue;
		const rates = ratesFor(destination, line.taxable, taxesIncluded);
		line.taxes = taxesOn(netOf(line), rates, taxesIncluded, channelLiable);
	}
	const shippingRates = destination.taxShipping ? destination.taxes : [];
	for (const line of draft.shipping) {
		if (line.taxes.length > 0) continue;
		line.taxes = taxesOn(netOf(line), shippingRates, taxesIncluded, channelLiable);
	}
}
