import fc from 'fast-check';

/** Orders for property tests, built from whole minor units so that the test owns the arithmetic. */
export interface GeneratedOrder {
	order: Record<string, unknown>;
	currency: string;
	/** What the order comes to, in minor units. */
	total: bigint;
	received: bigint;
}

const DIGITS: Record<string, number> = { JPY: 0, USD: 2, GBP: 2, KWD: 3 };

const TAXES = [
	[],
	[{ title: 'VAT', rate: 0.2 }],
	[
		{ title: 'State Tax', rate: 0.0625 },
		{ title: 'City Tax', rate: 0.01 },
	],
	[{ title: 'VAT', rate: 0 }],
];

const line = fc.record({
	quantity: fc.integer({ min: 1, max: 20 }),
	unit: fc.bigInt(0n, 500_000n),
	/** In thousandths of the line's total; several allocations may fall on one line. */
	discounts: fc.array(fc.bigInt(0n, 500n), { maxLength: 2 }),
	taxes: fc.constantFrom(...TAXES),
	channelLiable: fc.constantFrom(true, false, null),
	isGiftCard: fc.boolean(),
});

const plan = fc.record({
	currency: fc.constantFrom(...Object.keys(DIGITS)),
	taxesIncluded: fc.boolean(),
	lines: fc.array(line, { minLength: 1, maxLength: 8 }),
	shipping: fc.array(line, { maxLength: 2 }),
	tip: fc.bigInt(0n, 2_000n),
	fee: fc.bigInt(0n, 300n),
	duty: fc.bigInt(0n, 9_000n),
	/** In thousandths of the total. */
	giftCard: fc.bigInt(0n, 1_000n),
	rounding: fc.bigInt(-4n, 4n),
});

type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

export const generatedOrder: fc.Arbitrary<GeneratedOrder> = plan.map(orderOf);

function orderOf(wanted: Plan): GeneratedOrder {
	const { currency, taxesIncluded } = wanted;
	const bag = (units: bigint) => moneyBag(units, currency);
	const lines = wanted.lines.map((each) => figures(each, taxesIncluded));
	const shipping = wanted.shipping.map((each) => figures(each, taxesIncluded));
	const all = [...lines, ...shipping];
	const paid = all.reduce((sum, each) => sum + each.paid + (taxesIncluded ? 0n : each.tax), 0n);
	const total = paid + wanted.tip + wanted.fee + wanted.duty;
	const giftCard = (total * wanted.giftCard) / 1000n;
	const due = total - giftCard;
	const received = due + wanted.rounding < 0n ? due : due + wanted.rounding;
	const order = {
		...header(currency, taxesIncluded),
		totalPriceSet: bag(total),
		totalTipReceivedSet: bag(wanted.tip),
		originalTotalDutiesSet: bag(wanted.duty),
		originalTotalAdditionalFeesSet: bag(wanted.fee),
		totalCashRoundingAdjustment: { paymentSet: bag(received - due) },
		lineItems: lines.map((each, index) => lineItem(each, index, bag)),
		shippingLines: shipping.map((each) => ({
			title: 'Shipping',
			isRemoved: false,
			discountedPriceSet: bag(each.paid),
			taxLines: taxLines(each, bag),
		})),
		transactions: [
			payment('gift_card', giftCard, bag),
			payment('shopify_payments', received, bag),
			{ ...payment('shopify_payments', total, bag), kind: 'AUTHORIZATION' },
		],
	};
	return { order, currency, total, received };
}

interface Figures extends Line {
	list: bigint;
	discountUnits: bigint[];
	paid: bigint;
	taxUnits: bigint[];
	tax: bigint;
}

function figures(line: Line, taxesIncluded: boolean): Figures {
	const list = line.unit * BigInt(line.quantity);
	const discountUnits = line.discounts.map((thousandths) => (list * thousandths) / 1000n);
	const paid = list - discountUnits.reduce((sum, units) => sum + units, 0n);
	const taxUnits = line.taxes.map(({ rate }) => {
		const parts = BigInt(Math.round(rate * 10_000));
		return (paid * parts) / (taxesIncluded ? 10_000n + parts : 10_000n);
	});
	const tax = taxUnits.reduce((sum, units) => sum + units, 0n);
	return { ...line, list, discountUnits, paid, taxUnits, tax };
}

type Bag = (units: bigint) => unknown;

function lineItem(line: Figures, index: number, bag: Bag) {
	return {
		name: `Product ${index}`,
		sku: `SKU-${index}`,
		quantity: line.quantity,
		isGiftCard: line.isGiftCard,
		variant: { id: 'gid://shopify/ProductVariant/1' },
		product: { id: 'gid://shopify/Product/1' },
		originalTotalSet: bag(line.list),
		discountAllocations: line.discountUnits.map((units) => ({ allocatedAmountSet: bag(units) })),
		taxLines: taxLines(line, bag),
		duties: [],
	};
}

function taxLines(line: Figures, bag: Bag) {
	const { channelLiable } = line;
	return line.taxes.map(({ title, rate }, index) => ({
		title,
		rate,
		channelLiable,
		priceSet: bag(line.taxUnits[index]),
	}));
}

function payment(gateway: string, units: bigint, bag: Bag) {
	const amountSet = bag(units);
	return { kind: 'SALE', status: 'SUCCESS', gateway, test: false, amountSet };
}

function header(currencyCode: string, taxesIncluded: boolean) {
	return {
		id: 'gid://shopify/Order/1',
		legacyResourceId: '1',
		name: '#1',
		processedAt: '2026-10-05T15:04:00Z',
		test: false,
		displayFinancialStatus: 'PAID',
		currencyCode,
		presentmentCurrencyCode: currencyCode,
		taxesIncluded,
		shop: { myshopifyDomain: 'demo.myshopify.com', ianaTimezone: 'UTC' },
	};
}

/** As Shopify writes it: minimal digits, but always one after the point. */
function moneyBag(units: bigint, currencyCode: string) {
	const digits = DIGITS[currencyCode];
	const text = decimal(units, digits);
	const amount = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '.0') : `${text}.0`;
	const money = { amount, currencyCode };
	return { shopMoney: money, presentmentMoney: money };
}

/** Minor units as a decimal string with all digits, independent of the code under test. */
export function decimal(units: bigint, digits: number): string {
	const sign = units < 0n ? '-' : '';
	const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
	return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function inCurrency(units: bigint, currency: string): string {
	return decimal(units, DIGITS[currency]);
}
