import { isLedger } from '../documentTotals';
import type { AccountingDocument } from '../documents';
import { Money } from '../money';
import { type Entry, entryText, field, optionalField, row } from './columns';
import { ledgerEntries, ledgerHeader, ledgerLines, ledgerTitle } from './ledger';
import { customFields, saleEntries, saleHeader, saleLines, saleTitle } from './sale';

/**
 * A document as an accountant reads it: its lines, its taxes, and what it does to the accounts. Used
 * for golden files, previews and reports; the same document always gives the same text.
 */
export function toText(document: AccountingDocument): string {
	const parts = isLedger(document)
		? {
				title: ledgerTitle(document),
				header: ledgerHeader(document),
				more: [],
				lines: ledgerLines(document),
			}
		: {
				title: saleTitle(document),
				header: saleHeader(document),
				more: customFields(document),
				lines: saleLines(document),
			};
	return [
		parts.title,
		...parts.header,
		...optionalField('Class', document.class),
		...optionalField('Location', document.location),
		...parts.more,
		field('Memo', document.memo),
		field('Key', document.key),
		'',
		...parts.lines,
		row('Shopify total', document.source.total),
		...(document.source.orders ?? []).map(({ name }) => `  Order ${name}`),
		'',
		'Books                                                                 Debit        Credit',
		...entries(document).map(entryText),
		'',
	].join('\n');
}

/** The double entry behind the document, one row per account; QuickBooks posts the same. */
export function entries(document: AccountingDocument): Entry[] {
	const { currency } = document;
	const rows = isLedger(document) ? ledgerEntries(document) : saleEntries(document);
	const byAccount = new Map<string, Money>();
	for (const { account, amount } of rows) {
		byAccount.set(account, (byAccount.get(account) ?? Money.zero(currency)).add(amount));
	}
	return [...byAccount]
		.map(([account, amount]) => ({ account, amount }))
		.filter(({ amount }) => !amount.isZero());
}
