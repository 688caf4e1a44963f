import type { Fields } from './fields';
import type { PayoutFacts, TaxFacts, TransactionFacts } from './order';

export function taxLine(tax: Fields): TaxFacts {
	return {
		title: tax.text('title'),
		rate: tax.rate('rate'),
		channelLiable: tax.optionalFlag('channelLiable'),
		amount: tax.money('priceSet'),
	};
}

export function transaction(entry: Fields): TransactionFacts {
	const gateway = (entry.optionalText('gateway') ?? '').trim();
	return {
		id: entry.optionalText('id'),
		parentId: idOf(entry, 'parentTransaction'),
		processedAt: entry.optionalText('processedAt'),
		kind: entry.text('kind'),
		status: entry.text('status'),
		gateway: gateway.toLowerCase(),
		gatewayName: entry.optionalText('formattedGateway')?.trim() || gateway,
		test: entry.optionalFlag('test') ?? false,
		amount: entry.notNegativeAmount('amountSet'),
		rounding: entry.optionalMoney('amountRoundingSet'),
		payout: payoutOf(entry),
	};
}

/** Both fields of a payout are empty until Shopify has made it. */
function payoutOf(entry: Fields): PayoutFacts | null {
	if (!entry.has('payout')) return null;
	const payout = entry.nested('payout');
	const id = payout.optionalText('id');
	if (id === null) return null;
	return {
		id,
		legacyId: payout.optionalText('legacyResourceId') ?? legacyIdOf(id),
		issuedAt: payout.text('issuedAt'),
	};
}

/** The id of an object that a field refers to, where there is one. */
export function idOf(fields: Fields, name: string): string | null {
	return fields.has(name) ? fields.nested(name).optionalText('id') : null;
}

/** "31" of gid://shopify/Refund/31, as Shopify's REST interface and its pages number it. */
export function legacyIdOf(id: string): string {
	return id.slice(id.lastIndexOf('/') + 1);
}
