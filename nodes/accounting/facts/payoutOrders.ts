import { Money } from '../money';
import { isRecord } from './fields';
import type { FeePartFacts } from './payout';
import { legacyIdOf } from './readParts';

/** What an order tells of one of its transactions, by Shopify's number of the transaction. */
export type TransactionSources = ReadonlyMap<string, TransactionSource>;

export interface TransactionSource {
	/** The refund that the transaction is of. */
	refundId: string | null;
	/** The kinds of its fee; none where they are of another currency or cannot be read. */
	feeParts: (currency: string) => FeePartFacts[];
}

/**
 * Reads the field `orders` that a payout may carry. It only adds to what the rows say, so what cannot be
 * read of it is no reason to refuse the payout.
 */
export function transactionSources(item: Record<string, unknown>): TransactionSources {
	const sources = new Map<string, TransactionSource>();
	for (const order of recordsOf(item.orders)) {
		const refunds = new Map(
			recordsOf(order.refunds).flatMap(({ id, transactions }) =>
				recordsOf(transactions).map((each) => [numberOf(each.id), textOf(id)] as const),
			),
		);
		for (const { id, fees } of recordsOf(order.transactions)) {
			sources.set(numberOf(id), {
				refundId: refunds.get(numberOf(id)) ?? null,
				feeParts: (currency) => feeParts(recordsOf(fees), currency),
			});
		}
	}
	return sources;
}

/** As Shopify's TransactionFee. */
function feeParts(fees: ReadonlyArray<Record<string, unknown>>, currency: string): FeePartFacts[] {
	const parts = fees.map(({ type, amount, taxAmount }) => {
		const money = moneyOf(amount, currency);
		const tax = isRecord(taxAmount) ? moneyOf(taxAmount, currency) : Money.zero(currency);
		return typeof type === 'string' && money && tax ? { type, amount: money, tax } : undefined;
	});
	const readable = parts.filter((part) => part !== undefined);
	return readable.length === parts.length ? readable : [];
}

function moneyOf(value: unknown, currency: string): Money | undefined {
	const { amount, currencyCode } = isRecord(value) ? value : {};
	if (typeof amount !== 'string' || currencyCode !== currency) return undefined;
	const parsed = Money.tryParse(amount, currency);
	return parsed.ok ? parsed.value : undefined;
}

function recordsOf(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function textOf(id: unknown): string | null {
	return typeof id === 'string' ? id : null;
}

function numberOf(id: unknown): string {
	return typeof id === 'string' ? legacyIdOf(id) : '';
}
