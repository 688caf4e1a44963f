import { SandboxGap } from './gap.mts';
import { isObject, parseGid, valueAt } from './model.mts';

export type SortValue = string | number;

/** What a sort key reads, as a dotted path; ID is the same everywhere. */
const PATHS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	Order: {
		CREATED_AT: 'createdAt',
		UPDATED_AT: 'updatedAt',
		PROCESSED_AT: 'processedAt',
		ORDER_NUMBER: 'number',
		FINANCIAL_STATUS: 'displayFinancialStatus',
		FULFILLMENT_STATUS: 'displayFulfillmentStatus',
		TOTAL_PRICE: 'totalPriceSet.shopMoney.amount',
		CURRENT_TOTAL_PRICE: 'currentTotalPriceSet.shopMoney.amount',
		CUSTOMER_NAME: 'customer.displayName',
		PO_NUMBER: 'poNumber',
	},
	ShopifyPaymentsBalanceTransaction: {
		PROCESSED_AT: 'transactionDate',
		AMOUNT: 'amount.amount',
		FEE: 'fee.amount',
		NET: 'net.amount',
		ORDER_NAME: 'associatedOrder.name',
		PAYOUT_DATE: 'associatedPayout.id',
		PAYOUT_STATUS: 'associatedPayout.status',
		TRANSACTION_TYPE: 'type',
	},
	ShopifyPaymentsPayout: {
		ISSUED_AT: 'issuedAt',
		AMOUNT: 'net.amount',
		STATUS: 'status',
		CHARGE_GROSS: 'summary.chargesGross.amount',
		REFUND_GROSS: 'summary.refundsFeeGross.amount',
		ADJUSTMENT_GROSS: 'summary.adjustmentsGross.amount',
		FEE_AMOUNT: 'summary.chargesFee.amount',
	},
	Customer: { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt', NAME: 'displayName' },
	Product: { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt', TITLE: 'title', VENDOR: 'vendor' },
	ProductVariant: {
		TITLE: 'title',
		NAME: 'title',
		FULL_TITLE: 'displayName',
		SKU: 'sku',
		POSITION: 'position',
		INVENTORY_QUANTITY: 'inventoryQuantity',
	},
	Location: { NAME: 'name' },
	GiftCard: { CREATED_AT: 'createdAt', UPDATED_AT: 'updatedAt', EXPIRES_ON: 'expiresOn' },
	BulkOperation: { CREATED_AT: 'createdAt', COMPLETED_AT: 'completedAt' },
};

export interface Sorted {
	item: unknown;
	id: number;
	value: SortValue;
}

/**
 * Puts the objects in the order of the key, then of their id.
 * @throws SandboxGap for a key that the sandbox does not know: another order would look like this one.
 */
export function sorted(items: readonly unknown[], type: string, key: string): Sorted[] {
	const read = reader(type, key);
	return items
		.map((item) => ({ item, id: idOf(item), value: read(item) }))
		.sort((a, b) => compareKeys(a, b));
}

export function compareKeys(
	a: { id: number; value: SortValue },
	b: { id: number; value: SortValue },
): number {
	if (a.value === b.value) return a.id - b.id;
	return a.value < b.value ? -1 : 1;
}

export function idOf(item: unknown): number {
	return Number(parseGid(isObject(item) ? item.id : undefined)?.number ?? 0);
}

function reader(type: string, key: string): (item: unknown) => SortValue {
	if (key === 'ID' || key === 'RELEVANCE') return idOf;
	const path = PATHS[type]?.[key];
	if (!path) throw new SandboxGap(`The sandbox does not know the sort key ${key} of ${type} yet`);
	return (item) => {
		const value = valueAt(item, path);
		if (typeof value === 'number') return value;
		if (path.endsWith('.amount')) return Number(value ?? 0);
		return typeof value === 'string' ? value : '';
	};
}
