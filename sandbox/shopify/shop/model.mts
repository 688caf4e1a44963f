import type { SearchKnowledge } from '../server/model.mts';
import type { PaymentsAccount, Dispute } from './modelPayments.mts';
import type { Truth } from './truthModel.mts';

/**
 * The shop as the Admin GraphQL API (2026-10) shows it. Property names are the schema's, values are
 * GraphQL's own JSON, connections are plain arrays of their nodes, references are the objects.
 */
export interface Shop {
	shop: Node;
	businessEntities: Node[];
	orders: Order[];
	customers: Customer[];
	products: Product[];
	productVariants: ProductVariant[];
	inventoryItems: InventoryItem[];
	locations: Location[];
	giftCards: GiftCard[];
	disputes: Dispute[];
	shopifyPaymentsAccount: PaymentsAccount;
	/** The merchant's own books, kept apart from the objects above. */
	truth: Truth;
	/** What a search knows of the shop; set by a till. */
	searchIndex?: SearchKnowledge;
}

export interface MoneyV2 {
	amount: string;
	currencyCode: string;
}

export interface MoneyBag {
	shopMoney: MoneyV2;
	presentmentMoney: MoneyV2;
}

/** Any object of the API: what a test does not read by name it reads by index. */
export interface Node {
	id: string;
	[field: string]: unknown;
}

export interface Location extends Node {
	name: string;
}

export interface Customer extends Node {
	displayName: string;
	defaultEmailAddress: { emailAddress: string; [field: string]: unknown } | null;
	orders: Order[];
}

export interface Product extends Node {
	title: string;
	vendor: string;
	isGiftCard: boolean;
	variants: ProductVariant[];
}

export interface ProductVariant extends Node {
	title: string;
	sku: string | null;
	price: string;
	taxable: boolean;
	product: Product;
	inventoryItem: InventoryItem;
}

export interface InventoryItem extends Node {
	sku: string | null;
	tracked: boolean;
	unitCost: MoneyV2 | null;
	inventoryLevels: InventoryLevel[];
}

export interface InventoryLevel extends Node {
	location: Location;
	item: InventoryItem;
	quantities: Array<{ id: string; name: string; quantity: number; updatedAt: string }>;
}

export interface TaxLine {
	title: string;
	rate: number;
	ratePercentage: number;
	channelLiable: boolean | null;
	source: string | null;
	priceSet: MoneyBag;
}

export interface DiscountAllocation {
	allocatedAmountSet: MoneyBag;
	discountApplication: { __typename: string; index: number; [field: string]: unknown };
}

export interface LineItem extends Node {
	title: string;
	sku: string | null;
	quantity: number;
	currentQuantity: number;
	isGiftCard: boolean;
	originalUnitPriceSet: MoneyBag;
	originalTotalSet: MoneyBag;
	discountAllocations: DiscountAllocation[];
	taxLines: TaxLine[];
	duties: Array<Node & { price: MoneyBag; taxLines: TaxLine[] }>;
	product: Product | null;
	variant: ProductVariant | null;
}

export interface ShippingLine extends Node {
	title: string;
	isRemoved: boolean;
	originalPriceSet: MoneyBag;
	discountedPriceSet: MoneyBag;
	currentDiscountedPriceSet: MoneyBag;
	discountAllocations: DiscountAllocation[];
	taxLines: TaxLine[];
}

export interface OrderTransaction extends Node {
	kind: string;
	status: string;
	gateway: string;
	test: boolean;
	processedAt: string;
	amountSet: MoneyBag;
	amountRoundingSet: MoneyBag | null;
	parentTransaction: OrderTransaction | null;
}

export interface Sale extends Node {
	__typename: string;
	actionType: string;
	lineType: string;
	quantity: number | null;
	totalAmount: MoneyBag;
	totalTaxAmount: MoneyBag;
	taxes: Array<{ id: string; amount: MoneyBag; taxLine: TaxLine }>;
}

export interface SalesAgreement extends Node {
	__typename: string;
	reason: string;
	happenedAt: string;
	sales: Sale[];
}

export interface Refund extends Node {
	processedAt: string;
	totalRefundedSet: MoneyBag;
	refundLineItems: Array<Record<string, unknown>>;
	refundShippingLines: Node[];
	orderAdjustments: Node[];
	transactions: OrderTransaction[];
}

export interface Order extends Node {
	name: string;
	legacyResourceId: string;
	createdAt: string;
	processedAt: string;
	test: boolean;
	taxesIncluded: boolean;
	displayFinancialStatus: string | null;
	customer: Customer | null;
	lineItems: LineItem[];
	shippingLines: ShippingLine[];
	transactions: OrderTransaction[];
	refunds: Refund[];
	agreements: SalesAgreement[];
	totalPriceSet: MoneyBag;
	originalTotalPriceSet: MoneyBag;
	currentTotalPriceSet: MoneyBag;
}

export interface GiftCard extends Node {
	balance: MoneyV2;
	initialValue: MoneyV2;
	order: Order | null;
	transactions: Array<Node & { amount: MoneyV2 }>;
}
