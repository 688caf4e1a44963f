import type { Outcome } from '../problems';
import { Fields, Findings, isRecord } from './fields';
import type { LedgerRowFacts, LedgerRowItem, PayoutFacts } from './payout';
import { transactionSources } from './payoutOrders';
import { currencyOf, ledgerRow, ledgerShop } from './payoutRow';

/** What an item of the ledger claims to be, by the id that Shopify gives it. */
export type LedgerItemKind = 'Payout' | 'Balance Transaction' | 'Dispute' | 'Other';

const KINDS: ReadonlyArray<[gid: string, kind: LedgerItemKind]> = [
	['/ShopifyPaymentsPayout/', 'Payout'],
	['/ShopifyPaymentsBalanceTransaction/', 'Balance Transaction'],
	['/ShopifyPaymentsDispute/', 'Dispute'],
];

export function ledgerItemKind(item: unknown): LedgerItemKind {
	const id = isRecord(item) && typeof item.id === 'string' ? item.id : '';
	return KINDS.find(([gid]) => id.includes(gid))?.[1] ?? 'Other';
}

/** Checks that an n8n item is a payout with all of its rows, as Shopify Records gives it. */
export function readPayout(item: unknown): Outcome<PayoutFacts> {
	if (!isRecord(item)) return malformed('An item', 'The item is not a payout', 'Payout');
	const findings = new Findings();
	const facts = payoutFacts(item, findings);
	return findings.first === undefined
		? { ok: true, value: facts }
		: malformed(itemLabel(item), `The payout cannot be read: ${findings.first}`, 'Payout');
}

/** Checks that an n8n item is one balance transaction. */
export function readLedgerRow(item: unknown): Outcome<LedgerRowItem> {
	const resource = 'Balance Transaction';
	if (!isRecord(item)) return malformed('An item', 'The item is no balance transaction', resource);
	const findings = new Findings();
	const row = ledgerRow(item, '', findings);
	const shop = ledgerShop(new Fields(item, '', findings, row.currency));
	const what = `The balance transaction cannot be read: ${findings.first}`;
	return findings.first === undefined
		? { ok: true, value: { shop, row } }
		: malformed(itemLabel(item), what, resource);
}

/** "Payout 5550001", "Balance Transaction 77", as messages name an item. */
export function itemLabel(item: unknown): string {
	const id = isRecord(item) && typeof item.id === 'string' ? item.id : '';
	const kind = ledgerItemKind(item);
	const number = id.slice(id.lastIndexOf('/') + 1);
	return kind === 'Other' || number === '' ? 'An item of no known kind' : `${kind} ${number}`;
}

function payoutFacts(item: Record<string, unknown>, findings: Findings): PayoutFacts {
	const currency = currencyOf(item.net, 'net', findings);
	const fields = new Fields(item, '', findings, currency);
	return {
		id: fields.text('id'),
		legacyId: legacyIdText(item),
		issuedAt: fields.text('issuedAt'),
		status: fields.text('status'),
		net: fields.moneyOf('net', currency, "the payout's currency"),
		currency,
		traceId: fields.optionalText('externalTraceId'),
		businessEntity: businessEntityOf(fields),
		bank: bankOf(fields),
		shop: ledgerShop(fields),
		rows: rowsOf(item, findings),
	};
}

function legacyIdText({ id }: Record<string, unknown>): string {
	return typeof id === 'string' ? id.slice(id.lastIndexOf('/') + 1) : '';
}

function businessEntityOf(payout: Fields): PayoutFacts['businessEntity'] {
	if (!payout.has('businessEntity')) return null;
	const entity = payout.nested('businessEntity');
	return { id: entity.text('id'), name: entity.optionalText('displayName') };
}

/** Shopify calls the field deprecated, but has no other one in its stable versions. */
function bankOf(payout: Fields): PayoutFacts['bank'] {
	if (!payout.has('bankAccount')) return null;
	const bank = payout.nested('bankAccount');
	return {
		name: bank.optionalText('bankName'),
		lastDigits: bank.optionalText('accountNumberLastDigits'),
	};
}

function rowsOf(item: Record<string, unknown>, findings: Findings): LedgerRowFacts[] {
	const value = item.balanceTransactions;
	const sources = transactionSources(item);
	const entries: unknown[] = Array.isArray(value) ? value : [];
	if (!Array.isArray(value)) {
		findings.add("'balanceTransactions' must be the list of the payout's rows");
	}
	return entries.map((entry, index) => {
		const path = `balanceTransactions[${index}]`;
		if (!isRecord(entry)) findings.add(`'${path}' must be an object`);
		return ledgerRow(isRecord(entry) ? entry : {}, path, findings, sources);
	});
}

function malformed(where: string, what: string, resource: string): Outcome<never> {
	const fix = `Connect the node to Shopify Records with the resource '${resource}', or to the Shopify Balance Trigger, and let no step in between change these fields.`;
	return { ok: false, problem: { code: 'malformed-item', what, where, fix } };
}
