import type { CommonFields } from '../documents';
import type { PayoutFacts } from '../facts/payout';
import type { LedgerPolicy } from '../ledgerPolicy';

/** What the documents of a payout share. */
export type PayoutHeader = Omit<CommonFields, 'total'>;

export function payoutHeader(
	payout: PayoutFacts,
	date: string,
	{ dimensions }: LedgerPolicy,
): PayoutHeader {
	const { legacyId, id, currency, net, shop, traceId } = payout;
	const trace = traceId === null ? '' : `, bank reference ${traceId}`;
	const what = net.isNegative() ? 'withdrawal' : 'payout';
	return {
		key: `${shop.domain}/Payout/${legacyId}`,
		date,
		currency,
		memo: `Shopify ${what} ${legacyId} of ${date}${trace}`,
		source: {
			type: 'Payout',
			id,
			name: `Payout ${legacyId}`,
			shop: shop.domain,
			total: (net.isNegative() ? net.negate() : net).toDecimalString(),
		},
		...dimensions,
	};
}

/** The return of a payout that failed or was cancelled; a fact of its own in the books. */
export function returnHeader(
	header: PayoutHeader,
	{ status, legacyId }: PayoutFacts,
): PayoutHeader {
	const how = status === 'FAILED' ? 'failed' : 'was cancelled';
	return {
		...header,
		key: `${header.key}/Failed`,
		memo: `Shopify payout ${legacyId} of ${header.date} ${how}: the money came back`,
	};
}
