import type { Context } from '../context.mts';
import type { OrderDraft } from '../draft.mts';
import { legacyId } from '../ids.mts';
import type { Order } from '../model.mts';
import type { Random } from '../random.mts';
import { GIVES, TAKES } from './movementTypes.mts';
import { newRow, type Row } from './rows.mts';

/** Movements that Shopify ties to an order. */
const OF_ORDER =
	/^(CHARGE|REFUND|DISPUTE|RISK|SHIPPING|CUSTOMS|IMPORT|TAX|SHOP_CASH_(CREDIT|REFUND))/;

/** Movements that cost a fee of their own, now and then. */
const COSTLY = /^(DISPUTE_WITHDRAWAL|CHARGE_ADJUSTMENT|ADVANCE|CHANNEL_CREDIT|CHARGEBACK_HOLD)$/;

/**
 * One row of every type that neither orders nor payouts make, spread over all months; those make the
 * remaining five (CHARGE, REFUND, TRANSFER, TRANSFER_FAILURE, TRANSFER_CANCEL).
 */
export function everyType(
	{ ids, calendar }: Context,
	random: Random,
	drafts: OrderDraft[],
	orders: Order[],
): Row[] {
	const all = shuffled(random, [
		...TAKES.map((type) => ({ type, sign: -1 })),
		...GIVES.map((type) => ({ type, sign: 1 })),
	]);
	const step = Math.floor((calendar.end - calendar.start) / (all.length + 2));
	return all.map(({ type, sign }, index) => {
		const at = calendar.start + (index + 1) * step + random.int(0, 3_600) * 1000;
		const earlier = drafts.findLastIndex((draft) => draft.processedAt < at && !draft.test);
		const isOfOrder = OF_ORDER.test(type) && earlier >= 0;
		const [charge] = isOfOrder ? drafts[earlier].transactions : [];
		return newRow(ids, {
			type,
			amount: sign * random.int(137, 9_830),
			fee: COSTLY.test(type) ? random.int(30, 1_500) : 0,
			at,
			sourceType: 'SYSTEM_ADJUSTMENT',
			order: isOfOrder ? orders[earlier] : null,
			orderTransactionId: charge === undefined ? null : legacyId(charge.id),
			reason: type.endsWith('ADJUSTMENT') ? 'Card network correction' : null,
		});
	});
}

function shuffled<T>(random: Random, list: T[]): T[] {
	for (let index = list.length - 1; index > 0; index--) {
		const other = random.int(0, index);
		[list[index], list[other]] = [list[other], list[index]];
	}
	return list;
}
