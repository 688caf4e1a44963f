import { dateTime } from '../calendar.mts';
import type { OrderDraft, TransactionDraft } from '../draft.mts';
import { legacyId, type Ids } from '../ids.mts';
import type { Order } from '../model.mts';
import type { BalanceTransaction } from '../modelPayments.mts';
import { divideRounded, moneyV2, type Amount } from '../money.mts';
import { feeTotal } from '../tenders.mts';

/** One movement of the Shopify Payments balance, in minor units: net = amount - fee. */
export interface Row {
	type: string;
	sourceType: string | null;
	amount: number;
	fee: number;
	at: number;
	order: Order | null;
	sourceId: string | null;
	orderTransactionId: string | null;
	reason: string | null;
	test: boolean;
	payout: PayoutDraft | null;
	/** Set when the API object exists. */
	object?: BalanceTransaction;
}

export interface PayoutDraft {
	id: string;
	at: number;
	status: 'PAID' | 'SCHEDULED' | 'FAILED' | 'CANCELED';
	net: number;
	/** Everything the payout pays, without its own TRANSFER row. */
	rows: Row[];
}

export const netOfRow = (row: Row): number => row.amount - row.fee;

export const newRow = (ids: Ids, row: Pick<Row, 'type' | 'amount' | 'at'> & Partial<Row>): Row => ({
	sourceType: 'ADJUSTMENT',
	fee: 0,
	order: null,
	sourceId: ids.number('PaymentsSource'),
	orderTransactionId: null,
	reason: null,
	test: false,
	payout: null,
	...row,
});

/**
 * What an order's payments, refunds and marketplace taxes did to the balance; of a business entity that
 * is paid in the customer's currency, in that one.
 */
export function rowsOfOrder(
	ids: Ids,
	draft: OrderDraft,
	order: Order,
	side: keyof Amount = 'shop',
): Row[] {
	const rows: Row[] = [];
	for (const row of draft.transactions) {
		if (row.status !== 'SUCCESS') continue;
		const link = {
			order,
			orderTransactionId: legacyId(row.id),
			at: row.processedAt,
			test: row.test,
		};
		const comesIn = row.kind === 'SALE' || row.kind === 'CAPTURE';
		if (row.gateway === 'shop_cash' && comesIn) {
			rows.push(newRow(ids, { type: 'SHOP_CASH_CREDIT', amount: row.amount[side], ...link }));
		}
		if (row.gateway !== 'shopify_payments') continue;
		if (comesIn) {
			const fee = feeIn(row, side);
			rows.push(
				newRow(ids, {
					type: 'CHARGE',
					sourceType: 'CHARGE',
					amount: row.amount[side],
					fee,
					...link,
				}),
			);
			const withheld = withheldTax(draft, side);
			if (withheld > 0)
				rows.push(
					newRow(ids, {
						type: 'TAX_ADJUSTMENT_DEBIT',
						amount: -withheld,
						...link,
						at: row.processedAt + 1000,
						reason: 'Marketplace sales tax',
					}),
				);
		}
		if (row.kind === 'REFUND') {
			rows.push(
				newRow(ids, { type: 'REFUND', sourceType: 'REFUND', amount: -row.amount[side], ...link }),
			);
		}
	}
	return rows;
}

/** Tax that Shopify itself remits as the marketplace (Shop channel), taken from the balance. */
function withheldTax(draft: OrderDraft, side: keyof Amount): number {
	const taxes = [...draft.lines, ...draft.shipping].flatMap((charge) => charge.taxes);
	return taxes
		.filter(({ channelLiable }) => channelLiable === true)
		.reduce((sum, { amount }) => sum + amount[side], 0);
}

/** Nothing is converted where the customer's currency is paid out as it is. */
function feeIn(row: TransactionDraft, side: keyof Amount): number {
	if (side === 'shop') return feeTotal(row);
	return row.fees
		.filter(({ type }) => type === 'processing_fee')
		.reduce((sum, { rate, flat }) => {
			return sum + divideRounded(row.amount.presentment * rate, 1_000_000) + flat;
		}, 0);
}

export function projectRow(ids: Ids, row: Row, currency: string): BalanceTransaction {
	const { order } = row;
	row.object = {
		id: ids.gid('ShopifyPaymentsBalanceTransaction'),
		type: row.type,
		sourceType: row.sourceType,
		sourceId: row.sourceId,
		sourceOrderTransactionId: row.orderTransactionId,
		amount: moneyV2(row.amount, currency),
		fee: moneyV2(row.fee, currency),
		net: moneyV2(netOfRow(row), currency),
		associatedOrder: order ? { id: order.id, name: order.name } : null,
		associatedPayout: { id: row.payout?.id ?? null, status: row.payout?.status ?? 'PENDING' },
		adjustmentReason: row.reason,
		adjustmentsOrders:
			row.type === 'ADJUSTMENT' && order && row.orderTransactionId
				? [
						{
							name: order.name,
							link: `https://northwind-demo.myshopify.com/admin/orders/${order.legacyResourceId}`,
							orderTransactionId: row.orderTransactionId,
							amount: moneyV2(row.amount, currency),
							fees: moneyV2(row.fee, currency),
							net: moneyV2(netOfRow(row), currency),
						},
					]
				: [],
		test: row.test,
		transactionDate: dateTime(row.at),
	};
	return row.object;
}
