import { currentTotal, outstanding } from './balance.mts';
import { DAY, dateTime } from './calendar.mts';
import type { OrderDraft } from './draft.mts';
import { legacyId } from './ids.mts';
import type { Node, Order } from './model.mts';
import { moneyV2 } from './money.mts';

/** When a business customer must pay, in one instalment. */
export function paymentTerms(draft: OrderDraft, order: Order): Node | null {
	const { terms } = draft;
	if (terms === null) return null;
	const due = draft.processedAt + (terms.dueInDays ?? 0) * DAY;
	const currency = draft.currencies.presentment;
	const schedule = {
		id: `gid://shopify/PaymentSchedule/${legacyId(draft.id)}`,
		issuedAt: dateTime(draft.processedAt),
		dueAt: dateTime(due),
		due: false,
		completedAt: terms.completedAt === null ? null : dateTime(terms.completedAt),
		balanceDue: moneyV2(outstanding(draft).presentment, currency),
		totalBalance: moneyV2(currentTotal(draft).presentment, currency),
	};
	const object = {
		id: `gid://shopify/PaymentTerms/${legacyId(draft.id)}`,
		paymentTermsType: terms.type,
		paymentTermsName: terms.name,
		translatedName: terms.name,
		dueInDays: terms.dueInDays,
		due: false,
		overdue: false,
		order,
		paymentSchedules: [schedule],
	};
	Object.assign(schedule, { paymentTerms: object });
	return object;
}
