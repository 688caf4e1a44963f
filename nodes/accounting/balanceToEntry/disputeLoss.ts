import type { JournalEntryDocument } from '../documents';
import { Fields, Findings, isRecord } from '../facts/fields';
import type { LedgerShopFacts } from '../facts/payout';
import { itemLabel } from '../facts/payoutItem';
import { currencyOf, ledgerShop } from '../facts/payoutRow';
import { legacyIdOf } from '../facts/readParts';
import { clearingOf } from '../ledger/accounts';
import { dayOf } from '../ledger/dates';
import {
	documentsOutcome,
	problemOutcome,
	skippedOutcome,
	type LedgerOutcome,
} from '../ledger/outcome';
import type { LedgerPolicy } from '../ledgerPolicy';
import type { Money } from '../money';
import type { Outcome } from '../problems';

interface DisputeFacts {
	id: string;
	legacyId: string;
	type: string;
	status: string;
	amount: Money;
	currency: string;
	endedAt: string | null;
	orderName: string | null;
	shop: LedgerShopFacts;
}

const LOST = ['LOST', 'ACCEPTED'];

/**
 * A dispute that was lost moves no money: what was withdrawn stays away. The claim that the withdrawal
 * left turns into a loss. All other states are told by the ledger's rows, or are still open.
 */
export function disputeLoss(item: unknown, policy: LedgerPolicy): LedgerOutcome {
	const read = readDispute(item);
	if (!read.ok) return problemOutcome(read.problem);
	const dispute = read.value;
	if (dispute.type !== 'CHARGEBACK') {
		return skippedOutcome('no-chargeback', 'An inquiry moves no money');
	}
	if (!LOST.includes(dispute.status)) {
		const won = dispute.status === 'WON';
		const reason = won
			? 'It was won: the row that brings the money back books it'
			: `Its status is ${dispute.status}: its withdrawal is booked, and it is not decided yet`;
		return skippedOutcome(won ? 'dispute-won' : 'dispute-open', reason);
	}
	if (dispute.endedAt === null) {
		return skippedOutcome('dispute-open', `It is ${dispute.status}, but has no day of its end yet`);
	}
	const document = lossOf(dispute, dispute.endedAt, policy);
	return document.ok ? documentsOutcome([document.value]) : problemOutcome(document.problem);
}

function lossOf(
	dispute: DisputeFacts,
	endedAt: string,
	policy: LedgerPolicy,
): Outcome<JournalEntryDocument> {
	const { legacyId, currency, shop } = dispute;
	const where = `Dispute ${legacyId}`;
	// The withdrawal was booked in a currency that has a clearing account.
	const clearing = clearingOf(currency, shop, policy, where);
	if (!clearing.ok) return clearing;
	const date = dayOf(endedAt, shop.timeZone, where);
	if (!date.ok) return date;
	return { ok: true, value: lossDocument(dispute, date.value, policy) };
}

function lossDocument(
	{ id, legacyId, currency, shop, orderName, amount }: DisputeFacts,
	date: string,
	{ accounts, dimensions }: LedgerPolicy,
): JournalEntryDocument {
	const total = amount.toDecimalString();
	const description = `Dispute lost${orderName === null ? '' : ` of ${orderName}`}`;
	const line = { category: 'Dispute' as const, amount: total, description };
	return {
		document: 'Journal Entry',
		key: `${shop.domain}/Dispute/${legacyId}/Lost`,
		date,
		currency,
		memo: `Shopify dispute ${legacyId} lost${orderName === null ? '' : `, order ${orderName}`}`,
		source: { type: 'Dispute', id, name: `Dispute ${legacyId}`, shop: shop.domain, total },
		...dimensions,
		lines: [
			{ ...line, account: accounts.disputeLosses, posting: 'Debit' },
			{ ...line, account: accounts.disputes, posting: 'Credit' },
		],
		total,
	};
}

function readDispute(item: unknown): Outcome<DisputeFacts> {
	const record = isRecord(item) ? item : {};
	const findings = new Findings();
	const currency = currencyOf(record.amount, 'amount', findings);
	const fields = new Fields(record, '', findings, currency);
	const id = fields.text('id');
	const amount = fields.moneyOf('amount', currency);
	if (amount.isZero() || amount.isNegative()) findings.add("'amount' must be above zero");
	const value = {
		id,
		legacyId: legacyIdOf(id),
		type: fields.text('type'),
		status: fields.text('status'),
		amount,
		currency,
		endedAt: fields.optionalText('finalizedOn'),
		orderName: fields.has('order') ? fields.nested('order').optionalText('name') : null,
		shop: ledgerShop(fields),
	};
	if (findings.first === undefined) return { ok: true, value };
	return {
		ok: false,
		problem: {
			code: 'malformed-item',
			what: `The dispute cannot be read: ${findings.first}`,
			where: itemLabel(item),
			fix: "Connect the node to Shopify Records with the resource 'Dispute', and let no step in between change these fields.",
		},
	};
}
