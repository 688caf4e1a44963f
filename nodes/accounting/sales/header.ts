import type { DocumentSource, ItemisedDocument } from '../documents';
import { customerOf } from '../orderToSalesReceipt/customer';
import { dateOf } from '../orderToSalesReceipt/identity';
import { documentNumber } from '../orderToSalesReceipt/number';
import type { Mapping } from '../orderToSalesReceipt/saleLine';
import type { Dimensions } from '../policy';
import type { Outcome } from '../problems';
import { shipToField } from './shipTo';

/** What names one event of an order. */
export interface EventIdentity {
	/** After the shop's domain: "Refund/31". */
	key: string;
	/** After the order's number: "-R1". */
	suffix: string;
	/** ISO 8601. */
	happenedAt: string;
	memo: string;
	source: Pick<DocumentSource, 'type' | 'id' | 'name' | 'total'>;
}

export type Header = Dimensions &
	Pick<
		ItemisedDocument,
		| 'key'
		| 'number'
		| 'date'
		| 'currency'
		| 'customer'
		| 'shipTo'
		| 'pricesIncludeTax'
		| 'memo'
		| 'source'
	>;

/** The fields that every document of an order's later events has. */
export function headerOf(mapping: Mapping, event: EventIdentity): Outcome<Header> {
	const { order, policy } = mapping;
	const number = documentNumber(order, policy, event.suffix);
	if (!number.ok) return number;
	const date = dateOf(order, event.happenedAt);
	if (!date.ok) return date;
	return {
		ok: true,
		value: {
			key: `${order.shop.domain}/${event.key}`,
			number: number.value,
			date: date.value,
			currency: order.currency,
			customer: customerOf(mapping),
			...shipToField(order),
			pricesIncludeTax: order.taxesIncluded,
			memo: policy.memo ?? event.memo,
			source: { ...event.source, shop: order.shop.domain },
			...policy.dimensions,
		},
	};
}
