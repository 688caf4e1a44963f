import { dateTime } from './calendar.mts';
import { discountsOf, netOf, taxesOn } from './charges.mts';
import type {
	AgreementDraft,
	DutyDraft,
	FeeDraft,
	LineDraft,
	OrderDraft,
	RefundDraft,
	ReturnDraft,
	SaleDraft,
	ShippingDraft,
} from './draft.mts';
import type { Node, Order, Refund, Sale, SalesAgreement } from './model.mts';
import { add, each, subtract, ZERO, type Amount } from './money.mts';
import type { LineProjector } from './projectLines.mts';
import { projectFee } from './projectRefunds.mts';
import { saleTypename } from './sales.mts';

export interface Projected {
	draft: OrderDraft;
	order: Order;
	lines: LineProjector;
	refunds: Map<RefundDraft, Refund>;
	returns: Map<ReturnDraft, Node>;
}

export function projectAgreement(projected: Projected, agreement: AgreementDraft): SalesAgreement {
	const { order, refunds, returns } = projected;
	return {
		__typename: agreement.typename,
		id: agreement.id,
		reason: agreement.reason,
		happenedAt: dateTime(agreement.happenedAt),
		app: null,
		user: null,
		...(agreement.typename === 'OrderAgreement' ? { order } : {}),
		...(agreement.refund ? { refund: refunds.get(agreement.refund)! } : {}),
		...(agreement.return ? { return: returns.get(agreement.return)! } : {}),
		sales: agreement.sales.map((sale) => projectSale(projected, sale, agreement)),
	};
}

function projectSale(projected: Projected, sale: SaleDraft, agreement: AgreementDraft): Sale {
	const { lines } = projected;
	const taxes = sale.taxes.map(({ amount }) => amount);
	const after = sale.discounts;
	return {
		__typename: saleTypename(sale.lineType),
		id: sale.id,
		actionType: sale.actionType,
		lineType: sale.lineType,
		quantity: sale.quantity,
		totalAmount: lines.money(sale.total),
		totalTaxAmount: lines.money(taxes.length === 0 ? ZERO : add(...taxes)),
		totalDiscountAmountAfterTaxes: lines.money(after),
		totalDiscountAmountBeforeTaxes: lines.money(withoutTax(projected.draft, sale, after)),
		taxes: sale.taxes.map(({ id, tax, amount }) => ({
			id,
			amount: lines.money(amount),
			taxLine: lines.tax(tax),
		})),
		...subject(projected, sale, agreement),
	};
}

/** A discount on a price with tax in it took its share of that tax off as well. */
function withoutTax(draft: OrderDraft, sale: SaleDraft, discount: Amount): Amount {
	if (!draft.taxesIncluded || sale.taxes.length === 0) return discount;
	const rates = sale.taxes.map(({ tax }) => tax);
	const taxes = taxesOn(discount, rates, true).map(({ amount }) => amount);
	return subtract(discount, add(...taxes));
}

function subject(
	{ lines }: Projected,
	sale: SaleDraft,
	agreement: AgreementDraft,
): Record<string, unknown> {
	switch (sale.lineType) {
		case 'PRODUCT':
		case 'GIFT_CARD':
		case 'TIP':
			return { lineItem: lines.line(sale.charge as LineDraft) };
		case 'SHIPPING':
			// Shopify does not say which shipping line was given back.
			return {
				shippingLine:
					sale.actionType === 'RETURN' ? null : lines.shipping(sale.charge as ShippingDraft),
			};
		case 'DUTY':
			return { duty: lines.duty(sale.charge as DutyDraft) };
		case 'ADDITIONAL_FEE':
			return { additionalFee: lines.fee(sale.charge as FeeDraft) };
		case 'FEE': {
			const fee = agreement.return?.restockingFee ?? null;
			return { fee: fee === null ? null : projectFee(fee, lines) };
		}
		default:
			return {};
	}
}

/** Discounts spread over the whole cart, of what is still there. */
export const cartDiscount = (draft: OrderDraft, left: boolean): Amount => {
	const parts = draft.lines.map((line) => {
		const discounts = line.discounts.filter(({ application }) => application.wholeCart);
		const total = discountsOf({ discounts });
		if (!left || line.returned === 0) return total;
		return each(total, (value) =>
			Math.floor((value * (line.quantity - line.returned)) / line.quantity),
		);
	});
	return parts.length === 0 ? ZERO : add(...parts);
};

export const sumOfNets = (draft: OrderDraft): Amount => {
	const nets = draft.lines.filter(({ kind }) => kind !== 'TIP').map(netOf);
	return nets.length === 0 ? ZERO : add(...nets);
};
