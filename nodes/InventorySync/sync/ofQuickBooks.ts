import type { Outcome } from '../../accounting/problems';
import { type Answer, answerProblem } from '../../quickbooks/client';
import {
	bookedSales,
	nextAdjustmentKey,
	readItems,
	writeAdjustment,
} from '../../quickbooks/inventory';
import type { Session } from '../../quickbooks/session';
import type { BooksSide } from './sides';

/** QuickBooks' side of a run, for the sales of one shop. */
export function booksSide(session: Session, shop: { domain: string; timeZone: string }): BooksSide {
	return {
		readItems: async (ids) => outcomeOf(await readItems(session, ids && { ids })),
		bookedSales: async (orders) => outcomeOf(await bookedSales(session, shop, orders)),
		nextAdjustmentKey: async (date) =>
			outcomeOf(await nextAdjustmentKey(session, shop.domain, date)),
		writeAdjustment: async (adjustment) => await writeAdjustment(session, adjustment),
	};
}

function outcomeOf<T>(answer: Answer<T>): Outcome<T> {
	if (answer.kind === 'done') return { ok: true, value: answer.value };
	return { ok: false, problem: answerProblem(answer, 'QuickBooks') };
}
