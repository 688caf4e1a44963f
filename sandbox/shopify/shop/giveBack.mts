import { discountsOf, netOf, taxOf } from './charges.mts';
import type { Context } from './context.mts';
import type { DutyDraft, OrderDraft, RefundDraft, SaleDraft, ShippingDraft } from './draft.mts';
import { add, divideRounded, isZero, negate, subtract, ZERO, type Amount } from './money.mts';
import { amountSale, returnSale } from './sales.mts';

/** All that is left of a shipping line, or a part of it with its share of the tax. */
export function giveBackShipping(
	context: Context,
	draft: OrderDraft,
	record: RefundDraft,
	line: ShippingDraft,
	net?: number,
): SaleDraft {
	const before = line.givenBack ?? { net: ZERO, taxes: line.taxes.map(() => ZERO) };
	const price = netOf(line);
	const share = net === undefined ? subtract(price, before.net) : partOf(price, net);
	const taxes = line.taxes.map((tax, index) => ({
		tax,
		amount:
			net === undefined
				? subtract(tax.amount, before.taxes[index])
				: {
						shop: proportion(tax.amount.shop, share.shop, price.shop),
						presentment: proportion(tax.amount.presentment, share.presentment, price.presentment),
					},
	}));
	const tax = taxes.length === 0 ? ZERO : add(...taxes.map(({ amount }) => amount));
	line.givenBack = {
		net: add(before.net, share),
		taxes: before.taxes.map((given, index) => add(given, taxes[index].amount)),
	};
	record.shipping.push({ id: context.ids.gid('RefundShippingLine'), line, subtotal: share, tax });
	const sale = amountSale(
		context.ids,
		'SHIPPING',
		'RETURN',
		negate(draft.taxesIncluded ? share : add(share, tax)),
		taxes.map(({ tax: taxDraft, amount }) => ({ tax: taxDraft, amount: negate(amount) })),
		line,
	);
	if (net === undefined && isZero(before.net)) sale.discounts = negate(discountsOf(line));
	return sale;
}

const proportion = (whole: number, part: number, of: number): number =>
	of === 0 ? 0 : divideRounded(whole * part, of);

const partOf = (price: Amount, net: number): Amount => ({
	shop: net,
	presentment: proportion(price.presentment, net, price.shop),
});

export function giveBackDuty(
	context: Context,
	draft: OrderDraft,
	record: RefundDraft,
	duty: DutyDraft,
): SaleDraft {
	const sale = returnSale(context.ids, draft, 'DUTY', duty, duty.quantity - duty.returned);
	duty.returned = duty.quantity;
	record.duties.push({ duty, amount: subtract(negate(sale.total), taxOf(duty)), tax: taxOf(duty) });
	return sale;
}
