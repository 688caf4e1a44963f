import { Fields, Findings, isRecord } from '../facts/fields';
import { legacyIdOf } from '../facts/readParts';
import { Money } from '../money';
import type { Outcome } from '../problems';

/** What of an order names its documents: the ids of all money that moved for it. */
export interface OrderLinks {
	id: string;
	legacyId: string;
	name: string;
	/** ISO 8601; its receipt or invoice is of that day. */
	processedAt: string | null;
	transactions: TransactionLink[];
	refunds: Array<{ legacyId: string; transactionIds: string[] }>;
}

/** Money of the order that Shopify Payments moved; signed: what came in is positive. */
export interface TransactionLink {
	legacyId: string;
	amount: Money;
}

/**
 * Reads the field `orders` of a payout's item: the orders of its rows, each with its transactions and
 * refunds. Without it nothing tells which refund a row of the ledger is.
 */
export function readOrderLinks(item: unknown): Outcome<OrderLinks[]> {
	const orders = isRecord(item) ? item.orders : undefined;
	const findings = new Findings();
	if (!Array.isArray(orders)) {
		findings.add("'orders' must be the list of the orders behind the payout's rows");
	}
	const entries: unknown[] = Array.isArray(orders) ? orders : [];
	const links = entries.map((entry, index) => orderLink(entry, `orders[${index}]`, findings));
	if (findings.first === undefined) return { ok: true, value: links };
	return {
		ok: false,
		problem: {
			code: 'malformed-item',
			what: `The orders of the payout cannot be read: ${findings.first}`,
			where: 'Payout Proof',
			fix: "Connect the node to Shopify Records with the resource 'Payout' and the option 'Include Orders', and let no step in between change these fields.",
		},
	};
}

function orderLink(entry: unknown, path: string, findings: Findings): OrderLinks {
	if (!isRecord(entry)) findings.add(`'${path}' must be an object`);
	const record = isRecord(entry) ? entry : {};
	const fields = new Fields(record, path, findings, '');
	const id = fields.text('id');
	return {
		id,
		legacyId: legacyIdOf(id),
		name: fields.text('name'),
		processedAt: fields.optionalText('processedAt'),
		transactions: records(record.transactions).flatMap((row) => {
			const link = transactionLink(row);
			return link === undefined ? [] : [link];
		}),
		refunds: records(record.refunds).map((row) => ({
			legacyId: lastPart(row.id),
			transactionIds: records(row.transactions).map((each) => lastPart(each.id)),
		})),
	};
}

const SIGNS: Record<string, 1 | -1> = { SALE: 1, CAPTURE: 1, CHANGE: -1, REFUND: -1 };

function transactionLink(row: Record<string, unknown>): TransactionLink | undefined {
	const sign = SIGNS[String(row.kind)];
	const isMoved = row.status === 'SUCCESS' && row.gateway === 'shopify_payments' && !row.test;
	const { shopMoney } = isRecord(row.amountSet) ? row.amountSet : {};
	const { amount, currencyCode } = isRecord(shopMoney) ? shopMoney : {};
	const money = Money.tryParse(String(amount), String(currencyCode));
	if (sign === undefined || !isMoved || !money.ok) return undefined;
	return {
		legacyId: lastPart(row.id),
		amount: sign > 0 ? money.value : money.value.negate(),
	};
}

function records(value: unknown): Array<Record<string, unknown>> {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

function lastPart(id: unknown): string {
	return typeof id === 'string' ? legacyIdOf(id) : '';
}
