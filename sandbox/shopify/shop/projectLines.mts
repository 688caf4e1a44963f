import { discountsOf, netOf, remaining, taxOf } from './charges.mts';
import type {
	ApplicationDraft,
	Charge,
	LineDraft,
	OrderDraft,
	ShippingDraft,
	TaxDraft,
} from './draft.mts';
import { gid } from './ids.mts';
import type {
	DiscountAllocation,
	LineItem,
	MoneyBag,
	Node,
	ShippingLine,
	TaxLine,
} from './model.mts';
import { add, bag, divideRounded, each, moneyV2, subtract, ZERO, type Amount } from './money.mts';

/** Drafts to API objects, for one order. The same draft always gives the same object. */
export class LineProjector {
	private readonly known = new Map<object, unknown>();

	constructor(private readonly draft: OrderDraft) {}

	money(amount: Amount): MoneyBag {
		return bag(amount, this.draft.currencies);
	}

	tax(tax: TaxDraft): TaxLine {
		return this.once(tax, () => ({
			title: tax.title,
			rate: tax.rate / 1_000_000,
			ratePercentage: tax.rate / 10_000,
			channelLiable: tax.channelLiable,
			source: 'Shopify',
			priceSet: this.money(tax.amount),
		}));
	}

	application(application: ApplicationDraft): DiscountAllocation['discountApplication'] {
		return this.once(application, () => ({
			__typename: application.typename,
			index: this.draft.applications.indexOf(application),
			targetType: application.targetType,
			targetSelection: application.wholeCart ? 'ALL' : 'ENTITLED',
			allocationMethod: application.wholeCart ? 'ACROSS' : 'EACH',
			value:
				'percentage' in application.value
					? {
							__typename: 'PricingPercentageValue',
							percentage: application.value.percentage,
						}
					: {
							__typename: 'MoneyV2',
							...moneyV2(application.value.amount, this.draft.currencies.shop),
						},
			...(application.typename === 'DiscountCodeApplication'
				? { code: application.label }
				: { title: application.label }),
			...(application.typename === 'ManualDiscountApplication' ? { description: null } : {}),
		}));
	}

	line(line: LineDraft): LineItem {
		return this.once(line, () => this.createLine(line));
	}

	shipping(line: ShippingDraft): ShippingLine {
		return this.once(line, () => {
			const discounted = netOf(line);
			const gone = line.givenBack?.net ?? ZERO;
			return {
				id: line.id,
				title: line.title,
				code: line.code,
				source: 'shopify',
				carrierIdentifier: null,
				custom: false,
				deliveryCategory: null,
				phone: null,
				isRemoved: line.removed,
				originalPriceSet: this.money(line.list),
				discountedPriceSet: this.money(discounted),
				currentDiscountedPriceSet: this.money(subtract(discounted, gone)),
				...this.discountsAndTaxes(line),
			};
		});
	}

	duty(duty: LineDraft['duties'][number]): Node & { price: MoneyBag; taxLines: TaxLine[] } {
		return this.once(duty, () => ({
			id: duty.id,
			countryCodeOfOrigin: duty.countryCodeOfOrigin,
			harmonizedSystemCode: duty.harmonizedSystemCode,
			price: this.money(duty.list),
			taxLines: duty.taxes.map((tax) => this.tax(tax)),
		}));
	}

	fee(fee: OrderDraft['fees'][number]): Node {
		return this.once(fee, () => ({
			id: fee.id,
			name: fee.name,
			price: this.money(fee.list),
			taxLines: fee.taxes.map((tax) => this.tax(tax)),
		}));
	}

	private createLine(line: LineDraft): LineItem {
		const { draft } = this;
		const left = line.quantity - line.returned;
		const lineDiscounts = line.discounts.filter(({ application }) => !application.wholeCart);
		const lineLevel = discountsOf({ discounts: lineDiscounts });
		const all = netOf(line);
		const perUnit = (total: Amount) => each(total, (value) => divideRounded(value, line.quantity));
		const beforeTaxes = subtract(
			remaining(line, all),
			draft.taxesIncluded ? remaining(line, taxOf(line)) : ZERO,
		);
		const open = draft.fulfilled ? 0 : left;
		return {
			id: line.id,
			title: line.title,
			name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
			variantTitle: line.variantTitle,
			sku: line.sku,
			vendor: line.vendor,
			quantity: line.quantity,
			currentQuantity: left,
			refundableQuantity: left,
			unfulfilledQuantity: open,
			nonFulfillableQuantity: line.returned,
			isGiftCard: line.kind === 'GIFT_CARD',
			taxable: line.taxable,
			requiresShipping: line.requiresShipping,
			restockable: line.variant !== null,
			merchantEditable: true,
			customAttributes: [],
			lineItemGroup: line.group ?? null,
			staffMember: null,
			product: line.product,
			variant: line.variant,
			sellingPlan:
				line.sellingPlan === null
					? null
					: { name: line.sellingPlan, sellingPlanId: gid('SellingPlan', '4100000017') },
			originalUnitPriceSet: this.money(line.unit),
			originalTotalSet: this.money(line.list),
			totalDiscountSet: this.money(lineLevel),
			discountedTotalSet: this.money(subtract(line.list, lineLevel)),
			discountedUnitPriceSet: this.money(perUnit(subtract(line.list, lineLevel))),
			discountedUnitPriceAfterAllDiscountsSet: this.money(perUnit(all)),
			priceAfterAllDiscountsBeforeTaxesSet: this.money(beforeTaxes),
			unfulfilledOriginalTotalSet: this.money(open === 0 ? ZERO : remaining(line, line.list)),
			unfulfilledDiscountedTotalSet: this.money(
				open === 0 ? ZERO : remaining(line, subtract(line.list, lineLevel)),
			),
			duties: line.duties.map((duty) => this.duty(duty)),
			...this.discountsAndTaxes(line),
		};
	}

	private discountsAndTaxes(charge: Charge): {
		discountAllocations: DiscountAllocation[];
		taxLines: TaxLine[];
	} {
		return {
			discountAllocations: charge.discounts.map(({ application, amount }) => ({
				allocatedAmountSet: this.money(amount),
				discountApplication: this.application(application),
			})),
			taxLines: charge.taxes.map((tax) => this.tax(tax)),
		};
	}

	private once<T>(key: object, create: () => T): T {
		const known = this.known.get(key);
		if (known !== undefined) return known as T;
		const made = create();
		this.known.set(key, made);
		return made;
	}
}

/** Taxes of many charges added up by title and rate, as `Order.taxLines` shows them. */
export function groupTaxes(taxes: Array<{ tax: TaxDraft; amount: Amount }>): TaxDraft[] {
	const groups = new Map<string, TaxDraft>();
	for (const { tax, amount } of taxes) {
		const key = `${tax.title}|${tax.rate}|${tax.channelLiable}`;
		const group = groups.get(key);
		if (group) group.amount = add(group.amount, amount);
		else groups.set(key, { ...tax, amount });
	}
	return [...groups.values()];
}
