import { legacyId } from '../ids.mts';
import type { Context } from '../context.mts';
import type { OrderDraft } from '../draft.mts';
import type { Order } from '../model.mts';
import type { Random } from '../random.mts';
import { newRow, type Row } from './rows.mts';

/** [type, day of the month, amount in minor units, fee, reason]. */
const PLAN: Array<[type: string, day: number, amount: number, fee: number, reason: string | null]> =
	[
		['BILLING_DEBIT', 3, -10500, 0, null],
		['LENDING_CAPITAL_REMITTANCE', 5, -4210, 0, null],
		['LENDING_CAPITAL_REMITTANCE', 12, -3875, 0, null],
		['SHIPPING_LABEL_ADJUSTMENT', 9, -214, 0, null],
		['ANOMALY_CREDIT', 11, 137, 0, null],
		['CUSTOMS_DUTY', 16, -1845, 0, null],
		['MERCHANT_GOODWILL_CREDIT', 18, 500, 0, null],
		['STRIPE_FEE', 20, 0, 250, null],
		['APPLICATION_FEE_REFUND', 21, 88, 0, null],
	];

/** What moves the balance besides orders: labels, bills, loan, adjustments. */
export function otherMovements(
	context: Context,
	random: Random,
	drafts: OrderDraft[],
	orders: Order[],
): Row[] {
	const { ids, calendar } = context;
	const rows = PLAN.map(([type, day, amount, fee, reason]) =>
		newRow(ids, {
			type,
			amount,
			fee,
			reason,
			sourceType: 'SYSTEM_ADJUSTMENT',
			at: calendar.at(day, 3, 30),
		}),
	);
	const shipped = drafts
		.map((draft, index) => ({ draft, order: orders[index] }))
		.filter(
			({ draft }) =>
				draft.shipping.length > 0 && !draft.test && draft.processedAt >= calendar.start,
		);
	for (const { draft, order } of shipped) {
		if (!random.chance(6)) continue;
		const at = Math.min(draft.processedAt + 20 * 3_600_000, calendar.asOf - 3_600_000);
		rows.push(newRow(ids, { type: 'SHIPPING_LABEL', amount: -random.int(389, 1890), at, order }));
	}
	const adjusted = shipped.find(
		({ draft }) => draft.transactions[0]?.gateway === 'shopify_payments',
	);
	if (adjusted) {
		rows.push(
			newRow(ids, {
				type: 'ADJUSTMENT',
				amount: -150,
				at: calendar.at(14, 10),
				order: adjusted.order,
				orderTransactionId: legacyId(adjusted.draft.transactions[0].id),
				reason: 'Card network correction',
			}),
		);
	}
	return rows;
}
