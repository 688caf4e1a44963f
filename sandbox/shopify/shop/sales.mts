import { shareOf } from './charges.mts';
import type {
	AgreementDraft,
	Charge,
	LineDraft,
	LineType,
	OrderDraft,
	SaleDraft,
	TaxDraft,
} from './draft.mts';
import type { Ids } from './ids.mts';
import { add, negate, ZERO, type Amount } from './money.mts';

const TYPENAMES: Record<LineType, string> = {
	PRODUCT: 'ProductSale',
	GIFT_CARD: 'GiftCardSale',
	TIP: 'TipSale',
	SHIPPING: 'ShippingLineSale',
	DUTY: 'DutySale',
	ADDITIONAL_FEE: 'AdditionalFeeSale',
	FEE: 'FeeSale',
	ADJUSTMENT: 'AdjustmentSale',
};

export const saleTypename = (lineType: LineType): string => TYPENAMES[lineType];

/** All units of a new line, shipping line, duty or fee. */
export function soldSale(
	ids: Ids,
	draft: OrderDraft,
	lineType: LineType,
	charge: Charge,
): SaleDraft {
	const share = shareOf(charge, 0, charge.quantity);
	return {
		id: ids.gid('Sale'),
		actionType: 'ORDER',
		lineType,
		quantity: charge.quantity,
		total: draft.taxesIncluded ? share.net : add(share.net, share.tax),
		discounts: share.discounts,
		taxes: share.taxes.map(({ tax, amount }) => ({ id: ids.gid('SaleTax'), tax, amount })),
		charge,
	};
}

/** The next `quantity` units given back. Quantity and every amount are negative. */
export function returnSale(
	ids: Ids,
	draft: OrderDraft,
	lineType: LineType,
	charge: Charge,
	quantity: number,
): SaleDraft {
	const share = shareOf(charge, charge.returned, charge.returned + quantity);
	return {
		id: ids.gid('Sale'),
		actionType: 'RETURN',
		lineType,
		quantity: -quantity,
		total: negate(draft.taxesIncluded ? share.net : add(share.net, share.tax)),
		discounts: negate(share.discounts),
		taxes: share.taxes.map(({ tax, amount }) => ({
			id: ids.gid('SaleTax'),
			tax,
			amount: negate(amount),
		})),
		charge,
	};
}

/** A sale of one amount: an adjustment, a fee, a part of the shipping given back. */
export function amountSale(
	ids: Ids,
	lineType: LineType,
	actionType: SaleDraft['actionType'],
	total: Amount,
	taxes: Array<{ tax: TaxDraft; amount: Amount }> = [],
	charge: Charge | null = null,
): SaleDraft {
	return {
		id: ids.gid('Sale'),
		actionType,
		lineType,
		quantity: null,
		total,
		discounts: ZERO,
		taxes: taxes.map((tax) => ({ id: ids.gid('SaleTax'), ...tax })),
		charge,
	};
}

/** Sales of a line with its duties. */
export function lineSales(ids: Ids, draft: OrderDraft, line: LineDraft): SaleDraft[] {
	return [
		soldSale(ids, draft, line.kind, line),
		...line.duties.map((duty) => soldSale(ids, draft, 'DUTY', duty)),
	];
}

/** The order is placed: everything in the cart becomes one OrderAgreement. */
export function place(ids: Ids, draft: OrderDraft): void {
	draft.agreements.push({
		id: ids.gid('SalesAgreement'),
		typename: 'OrderAgreement',
		reason: 'ORDER',
		happenedAt: draft.processedAt,
		sales: [
			...draft.lines.flatMap((line) => lineSales(ids, draft, line)),
			...draft.shipping.map((line) => soldSale(ids, draft, 'SHIPPING', line)),
			...draft.fees.map((fee) => soldSale(ids, draft, 'ADDITIONAL_FEE', fee)),
		],
	});
}

export const allSales = (draft: OrderDraft): SaleDraft[] =>
	draft.agreements.flatMap((agreement) => agreement.sales);

export const totalOf = (sales: readonly SaleDraft[]): Amount =>
	sales.length === 0 ? ZERO : add(...sales.map((sale) => sale.total));

export const taxOfSales = (sales: readonly SaleDraft[]): Amount => {
	const taxes = sales.flatMap((sale) => sale.taxes.map(({ amount }) => amount));
	return taxes.length === 0 ? ZERO : add(...taxes);
};

export function addAgreement(
	ids: Ids,
	draft: OrderDraft,
	agreement: Omit<AgreementDraft, 'id'>,
): void {
	draft.agreements.push({ id: ids.gid('SalesAgreement'), ...agreement });
}
