import { minorDigits } from '../currencies';
import { Fields, Findings, isRecord } from './fields';
import type { LedgerRowFacts, LedgerShopFacts } from './payout';
import type { TransactionSources } from './payoutOrders';
import { idOf, legacyIdOf } from './readParts';

const ROW = "the row's currency";

/**
 * Reads one balance transaction. Its currency is its own, so that a row of another currency can be
 * named rather than called unreadable.
 *
 * @param path where the row stands in its item, empty for an item of its own
 * @param sources what the payout's orders tell of the transactions behind its rows
 */
export function ledgerRow(
	row: Record<string, unknown>,
	path: string,
	findings: Findings,
	sources: TransactionSources = new Map(),
): LedgerRowFacts {
	const orderTransactionId = numberText(row.sourceOrderTransactionId);
	const source = sources.get(orderTransactionId ?? '');
	const currency = currencyOf(row.amount, path === '' ? 'amount' : `${path}.amount`, findings);
	const fields = new Fields(row, path, findings, currency);
	const id = fields.text('id');
	return {
		id,
		legacyId: legacyIdOf(id),
		type: fields.text('type'),
		test: fields.flag('test'),
		at: fields.text('transactionDate'),
		amount: fields.moneyOf('amount', currency, ROW),
		fee: fields.moneyOf('fee', currency, ROW),
		net: fields.moneyOf('net', currency, ROW),
		currency,
		order: orderOf(fields),
		payoutId: idOf(fields, 'associatedPayout'),
		payoutStatus: fields.has('associatedPayout')
			? fields.nested('associatedPayout').optionalText('status')
			: null,
		reason: fields.optionalText('adjustmentReason'),
		sourceId: numberText(row.sourceId),
		orderTransactionId,
		refundId: source?.refundId ?? null,
		feeParts: source?.feeParts(currency) ?? [],
	};
}

function orderOf(fields: Fields): LedgerRowFacts['order'] {
	if (!fields.has('associatedOrder')) return null;
	const order = fields.nested('associatedOrder');
	return { id: order.text('id'), name: order.text('name') };
}

/** Shopify writes big integers as text; a person or a sheet in between may have made them numbers. */
function numberText(value: unknown): string | null {
	if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' && value !== '' ? value : null;
}

/** The currency of a MoneyV2; one that cannot be booked is a finding, and USD stands in for it. */
export function currencyOf(money: unknown, path: string, findings: Findings): string {
	const code = isRecord(money) ? money.currencyCode : undefined;
	if (typeof code === 'string' && minorDigits(code) !== undefined) return code;
	const shown = typeof code === 'string' ? `is '${code.slice(0, 10)}'` : 'is missing';
	findings.add(`'${path}.currencyCode' must be a currency that can be booked, but ${shown}`);
	return 'USD';
}

export function ledgerShop(item: Fields): LedgerShopFacts {
	const shop = item.nested('shop');
	return {
		domain: shop.text('myshopifyDomain'),
		timeZone: shop.text('ianaTimezone'),
		currency: shop.text('currencyCode'),
	};
}
