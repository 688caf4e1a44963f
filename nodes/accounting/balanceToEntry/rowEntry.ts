import type { LedgerDocument } from '../documents';
import type { LedgerRowFacts, LedgerShopFacts } from '../facts/payout';
import { clearingOf } from '../ledger/accounts';
import { rowDate } from '../ledger/dates';
import { entryParts } from '../ledger/entryParts';
import type { LedgerSkip } from '../ledger/outcome';
import { rowWords } from '../ledger/rowWords';
import { treatmentOf, type Treatment } from '../ledger/treatment';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Outcome } from '../problems';
import { entryDocument, type Movement } from './entryDocument';

/** The document of one row, or why it is none. Rows that stop were refused before. */
export type RowEntry = { document: LedgerDocument } | { skip: LedgerSkip };

const ELSEWHERE = {
	Order: ['booked-by-order', 'The documents of its order book it'],
	Refund: ['booked-by-refund', 'The documents of its refund book it'],
	Payout: ['booked-by-payout', 'The documents of its payout book it'],
} as const;

export function rowEntry(
	row: LedgerRowFacts,
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
): Outcome<RowEntry> {
	const treatment = treatmentOf(row, policy);
	if (treatment.kind === 'elsewhere') return skipped(row, ...elsewhere(row, treatment.booking));
	if (treatment.kind !== 'entry') {
		return skipped(row, 'booked-by-fee', 'Fee to Bill books it as a charge of Shopify');
	}
	const document = documentOf(row, shop, policy, treatment);
	if (!document.ok) return document;
	if (document.value === undefined) {
		return skipped(
			row,
			'nothing-moved',
			'Its amount is 0.00; a fee on it is booked by Fee to Bill',
		);
	}
	return { ok: true, value: { document: document.value } };
}

function elsewhere(
	{ type, sourceId }: LedgerRowFacts,
	booking: 'Order' | 'Refund' | 'Payout',
): readonly [code: string, reason: string] {
	const [code, reason] = ELSEWHERE[booking];
	const cameBack = booking === 'Payout' && type !== 'TRANSFER' && sourceId !== null;
	return cameBack
		? [code, `It is the return of payout ${sourceId}, booked with that payout`]
		: [code, reason];
}

function skipped({ id, type }: LedgerRowFacts, code: string, reason: string): Outcome<RowEntry> {
	return { ok: true, value: { skip: { code, reason, row: { id, type } } } };
}

function documentOf(
	row: LedgerRowFacts,
	shop: LedgerShopFacts,
	policy: LedgerPolicy,
	treatment: Extract<Treatment, { kind: 'charge' | 'entry' }>,
): Outcome<LedgerDocument | undefined> {
	const where = `Balance Transaction ${row.legacyId}`;
	const clearing = clearingOf(row.currency, shop, policy, where);
	if (!clearing.ok) return clearing;
	const date = rowDate(row, shop);
	if (!date.ok) return date;
	const document = entryDocument({
		header: headerOf(row, shop, date.value, policy),
		account: clearing.value,
		parts: entryParts(row, treatment, policy),
		description: rowWords(row),
		vendor: policy.vendor,
		number: row.legacyId,
		form: policy.entries.form,
	});
	return { ok: true, value: document };
}

function headerOf(
	row: LedgerRowFacts,
	shop: LedgerShopFacts,
	date: string,
	policy: LedgerPolicy,
): Movement['header'] {
	const words = rowWords(row);
	const amount = row.amount.isNegative() ? row.amount.negate() : row.amount;
	return {
		key: `${shop.domain}/BalanceTransaction/${row.legacyId}`,
		date,
		currency: row.currency,
		memo: `Shopify ${words.charAt(0).toLowerCase()}${words.slice(1)}, transaction ${row.legacyId}`,
		source: {
			type: 'Balance Transaction',
			id: row.id,
			name: row.type,
			shop: shop.domain,
			total: amount.toDecimalString(),
			...(row.order === null ? {} : { orders: [row.order] }),
		},
		...policy.dimensions,
	};
}
