import { Money } from '../money';
import { type BookEntry, entryName, movedOn } from './bookEntry';
import { isOfOrder } from './claims';
import type { Claim, Finding, PayoutProof, ProofInput } from './types';

/** What is wrong with a claim: nothing holds it, something holds it twice, or with another amount. */
export function findingsOf(input: ProofInput, claim: Claim): Finding[] {
	if (claim.entries.length === 0) return missing(input, claim);
	const { rows, entries } = claim;
	const found = twice(input, claim) ?? parted(input, claim) ?? different(input, claim);
	return found === undefined ? [] : [{ ...found, rows, entries }];
}

type Found = Omit<Finding, 'rows' | 'entries'>;

function missing(input: ProofInput, claim: Claim): Finding[] {
	const { what, expected, rows, entries, part } = claim;
	if (expected.isZero() || isInPayout(input, claim) || isFeeToCome(input, claim)) return [];
	const text = `Nothing in QuickBooks holds ${what}: ${expected}`;
	const fix = MISSING[part];
	return [{ code: 'missing', what: text, fix, difference: expected, rows, entries }];
}

function twice(input: ProofInput, { what, expected, entries, isShared }: Claim): Found | undefined {
	const doubles = doubled(entries);
	if (doubles.length === 0) return undefined;
	const { currency } = input.payout;
	return {
		code: 'doubled',
		what: `QuickBooks holds ${what} more than once: ${doubles.map(entryText).join(', ')}`,
		fix: 'Keep the one that is reconciled, or else the one that was entered first, and delete the other.',
		difference: isShared ? Money.zero(currency) : expected.subtract(bookedOf(input, entries)),
	};
}

/** Clearing itself is right then: the cost is what differs. */
function parted({ payout }: ProofInput, { what, entries }: Claim): Found | undefined {
	const unbilled = unbilledIn(entries);
	if (unbilled.length === 0) return undefined;
	return {
		code: unbilled.every(({ bill }) => bill === undefined) ? 'missing' : 'different',
		what: `The bill and the payment of ${what} do not belong together: ${unbilled.map(billText).join('; ')}`,
		fix: 'If the bill was deleted or changed by hand, undo that in the audit log of QuickBooks; or delete its payment too and run the workflow that posts fees again.',
		difference: Money.zero(payout.currency),
	};
}

function different(input: ProofInput, claim: Claim): Found | undefined {
	const { what, expected, entries, isShared } = claim;
	const booked = bookedOf(input, entries);
	if (isShared || booked.equals(expected)) return undefined;
	return {
		code: 'different',
		what: `For ${what} QuickBooks moved ${booked} on the clearing account, but Shopify ${expected} (${entries.map(entryText).join(', ')})`,
		fix: 'Compare the document with the order or payout in Shopify. If it was changed by hand, change it back; if it was posted with another account, correct the account map and post it again.',
		difference: expected.subtract(booked),
	};
}

function bookedOf({ accounts, payout }: ProofInput, entries: readonly BookEntry[]): Money {
	return movedOn(entries, accounts.clearing, payout.currency);
}

const MISSING = {
	amount:
		'Run the workflow that posts it, for its day: orders, refunds or the other movements of the ledger. If it was refused there, the reason is in its error output.',
	fee: 'Run the workflow that posts fees for this payout. If it was refused there, the reason is in its error output.',
} as const;

/** The fees of a payout are booked with it, once it was paid. */
function isFeeToCome({ payout }: ProofInput, { part }: Claim): boolean {
	return part === 'fee' && (payout.status === 'SCHEDULED' || payout.status === 'IN_TRANSIT');
}

/** A deposit of receipts carries fees and other movements as lines of its own. */
function isInPayout({ payout, books }: ProofInput, { part, rows }: Claim): boolean {
	const entries = books.at(`${payout.shop.domain}/Payout/${payout.legacyId}`);
	const isOfReceipts = entries.some(({ links }) => links.length > 0);
	return isOfReceipts && (part === 'fee' || !rows.some(isOfOrder));
}

/** The same key on two documents of a kind: posted by two hands, or copied. */
function doubled(entries: readonly BookEntry[]): BookEntry[] {
	return entries.filter((entry) =>
		entries.some(
			(other) =>
				other !== entry &&
				other.document === entry.document &&
				other.keys.some((key) => entry.keys.includes(key)),
		),
	);
}

interface Unbilled {
	payment: BookEntry;
	bill: BookEntry | undefined;
}

/** Payments out of clearing whose bill is gone or of another amount: the cost is not what was paid. */
function unbilledIn(entries: readonly BookEntry[]): Unbilled[] {
	const payments = entries.filter(({ document }) => document === 'Bill Payment');
	return payments.flatMap((payment) => {
		const keys = payment.keys.map((key) => key.replace(/\/Payment$/, ''));
		const bill = entries.find(
			(entry) => entry.document === 'Bill' && entry.keys.some((key) => keys.includes(key)),
		);
		return bill?.total.equals(payment.total) ? [] : [{ payment, bill }];
	});
}

function billText({ payment, bill }: Unbilled): string {
	return `${entryText(payment)}, but ${bill === undefined ? 'no bill' : entryText(bill)}`;
}

export function entryText(entry: BookEntry): string {
	const { document, number, id, total, date } = entry;
	return `${number === null ? entryName({ document, id }) : `${document} ${number}`} of ${date}, ${total}`;
}

/** Only a payout that was paid is in the bank. */
export function bankFinding(
	{ payout }: ProofInput,
	{ entries, amount, isEqual }: PayoutProof['bank'],
): Finding[] {
	const none = Money.zero(payout.currency);
	const isPaid = payout.status === 'PAID';
	if (entries.length === 0) {
		if (!isPaid || payout.net.isZero()) return [];
		const what = `The payout of ${payout.net} is paid, but not in QuickBooks`;
		const fix = 'Run the workflow that posts payouts as deposits for its day.';
		return [{ code: 'payout-missing', what, fix, difference: none, rows: [], entries }];
	}
	if (doubled(entries).length > 0) {
		const what = `QuickBooks holds the payout more than once: ${entries.map(entryText).join(', ')}`;
		const fix = 'Keep the one that matches the bank feed, and delete the other.';
		return [{ code: 'doubled', what, fix, difference: none, rows: [], entries }];
	}
	if (isEqual) return [];
	const what = `The bank got ${payout.net}, but QuickBooks booked ${amount} (${entries.map(entryText).join(', ')})`;
	const fix = 'Compare it with the bank feed. If it was changed by hand, change it back.';
	return [{ code: 'bank-differs', what, fix, difference: none, rows: [], entries }];
}
