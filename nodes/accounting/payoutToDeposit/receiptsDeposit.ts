import { rowEntry } from '../balanceToEntry/rowEntry';
import type {
	AccountType,
	DepositAccountLine,
	DepositDocument,
	DepositLine,
	LedgerDocument,
} from '../documents';
import { entryParts } from '../ledger/entryParts';
import { feeLines, feesOf } from '../ledger/fees';
import { rowWords } from '../ledger/rowWords';
import { treatmentOf } from '../ledger/treatment';
import { Money } from '../money';
import type { LedgerRowFacts } from '../facts/payout';
import type { Outcome } from '../problems';
import type { Payout } from './index';
import { receiptLines } from './receiptLines';

/** What QuickBooks takes as the account of a deposit's line; no payable, loan or tax. */
const LINE_TYPES: readonly AccountType[] = [
	'Bank',
	'Other Current Asset',
	'Equity',
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
];

/**
 * One deposit of the whole payout: the receipts that wait in Undeposited Funds, less the fees, with
 * everything else as lines. A payout below zero becomes a deposit of 0.00 into clearing that the bank
 * pays for; undefined where there is nothing to bank.
 */
export function receiptsDeposit(payout: Payout): DepositDocument | undefined {
	const { facts, header, bank, clearing } = payout;
	const { currency, net } = facts;
	const lines = linesOf(payout).filter(({ amount }) => !Money.parse(amount, currency).isZero());
	if (lines.length === 0) return undefined;
	if (!net.isNegative()) {
		const total = net.toDecimalString();
		return { document: 'Deposit', ...header, depositTo: bank, lines, total };
	}
	const drawn = {
		category: 'Payout' as const,
		account: bank,
		description: header.memo,
		amount: net.negate().toDecimalString(),
	};
	const total = Money.zero(currency).toDecimalString();
	return { document: 'Deposit', ...header, depositTo: clearing, lines: [...lines, drawn], total };
}

function linesOf(payout: Payout): DepositLine[] {
	const { rows, policy, facts } = payout;
	// Its receipts went to another payout: with its return it must come to nothing.
	if (rows.length === 0) return [cameBack(payout)];
	const byOrders = rows.filter((row) => bookedByOrders(row, payout));
	const others = rows.filter((row) => !bookedByOrders(row, payout));
	const all = { ...policy, chargesIn: 'Fee to Bill' as const };
	const fees = feeLines(rows.flatMap((row) => feesOf(row, all))).map((line) => ({
		...line,
		amount: line.amount.negate().toDecimalString(),
	}));
	return [
		...receiptLines(byOrders, facts.shop.domain, policy),
		...fees,
		...others.flatMap((row) => otherLines(row, payout)),
	];
}

function bookedByOrders(row: LedgerRowFacts, { policy }: Payout): boolean {
	const treatment = treatmentOf(row, policy);
	return treatment.kind === 'elsewhere' && treatment.booking !== 'Payout';
}

/** Money of an earlier payout that came back waits where its return was booked. */
function otherLines(row: LedgerRowFacts, payout: Payout): DepositAccountLine[] {
	const { policy } = payout;
	const treatment = treatmentOf(row, { ...policy, chargesIn: 'Fee to Bill' });
	if (treatment.kind === 'elsewhere') {
		const account = returnAccount(payout);
		const amount = row.amount.toDecimalString();
		return [{ category: 'Payout', account, description: rowWords(row), amount }];
	}
	if (treatment.kind !== 'entry') return [];
	const parts = isEntry(row, payout)
		? [{ category: treatment.category, account: payout.clearing, amount: row.amount }]
		: entryParts(row, treatment, policy);
	return parts.map(({ category, account, amount }) => ({
		category,
		account,
		description: rowWords(row),
		amount: amount.toDecimalString(),
	}));
}

/** A row that no line of a deposit can hold goes through clearing, by an entry of its own. */
function isEntry(row: LedgerRowFacts, { policy }: Payout): boolean {
	const treatment = treatmentOf(row, { ...policy, chargesIn: 'Fee to Bill' });
	return (
		treatment.kind === 'entry' &&
		entryParts(row, treatment, policy).some(({ account }) => !LINE_TYPES.includes(account.type))
	);
}

/** The entries of those rows; together with the deposit they leave clearing as it was. */
export function entriesBeside(payout: Payout): Outcome<LedgerDocument[]> {
	const { rows, facts, policy } = payout;
	const documents: LedgerDocument[] = [];
	for (const row of rows.filter((each) => isEntry(each, payout))) {
		const entry = rowEntry(row, facts.shop, policy);
		if (!entry.ok) return entry;
		if ('document' in entry.value) documents.push(entry.value.document);
	}
	return { ok: true, value: documents };
}

/** Where payouts that came back are left out, their receipts still wait in Undeposited Funds. */
function returnAccount({ policy, clearing }: Payout) {
	const { failed, undeposited } = policy.payouts;
	return failed === 'Book and Take Back' ? clearing : undeposited;
}

function cameBack({ facts, header, clearing }: Payout): DepositAccountLine {
	return {
		category: 'Payout',
		account: clearing,
		description: header.memo,
		amount: facts.net.toDecimalString(),
	};
}
