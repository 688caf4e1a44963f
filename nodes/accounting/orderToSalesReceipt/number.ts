import type { OrderFacts } from '../facts/order';
import type { SalesReceiptPolicy } from '../policy';
import type { Outcome } from '../problems';

/** QuickBooks refuses a longer DocNumber. */
export const LONGEST_NUMBER = 21;

/** The order's name without '#', so that a search in QuickBooks finds what people see in Shopify. */
export function documentNumber(
	order: OrderFacts,
	policy: SalesReceiptPolicy,
	suffix = '',
): Outcome<string> {
	const number = `${policy.numberPrefix}${order.name.replaceAll('#', '').trim()}${suffix}`;
	if (number.length > 0 && number.length <= LONGEST_NUMBER) return { ok: true, value: number };
	return {
		ok: false,
		problem: {
			code: 'number-does-not-fit',
			what: `The document number '${number}' has ${number.length} characters; QuickBooks takes 1 to ${LONGEST_NUMBER}`,
			where: `Order ${order.name}`,
			fix: "Shorten 'Number Prefix' here, or the prefix and suffix of order numbers in Shopify under Settings, General.",
		},
	};
}
