import type {
	AccountLine,
	BillDocument,
	BillPaymentDocument,
	CommonFields,
	DepositDocument,
	ExpenseDocument,
	ExpenseLine,
	JournalEntryDocument,
	LedgerDocument,
} from '../documents';
import { percentFinding } from '../ledger/entryParts';
import { feeLines, type FeeLine } from '../ledger/fees';
import { Money } from '../money';
import type { Outcome, Problem } from '../problems';
import type { FeeGroup } from './feeGroup';
import { taxedLines } from './tax';

/**
 * A bill with its payment out of clearing, or an expense. Where more is given back than charged, a
 * deposit into clearing, as QuickBooks takes neither a bill nor an expense below zero; where both are
 * the same, a journal entry between the fee accounts. No fees are no document.
 */
export function feeDocuments(group: FeeGroup): Outcome<LedgerDocument[]> {
	if (group.fees.length === 0) return { ok: true, value: [] };
	const lines = feeLines(group.fees);
	const total = Money.sum(
		group.currency,
		lines.map(({ amount }) => amount),
	);
	const isCost = !total.isZero() && !total.isNegative();
	const problem = taxProblem(group, isCost);
	if (problem !== undefined) return { ok: false, problem };
	if (isCost) return { ok: true, value: costs(group, lines, total) };
	const value = total.isZero() ? journalOf(group, lines) : creditOf(group, lines, total);
	return { ok: true, value: value === undefined ? [] : [value] };
}

function headerOf({ shop, key, date, currency, of, sourceId, policy }: FeeGroup, total: Money) {
	const fields: CommonFields = {
		key: `${shop.domain}/${key}`,
		date,
		currency,
		total: total.toDecimalString(),
		memo: `Shopify fees of ${of}`,
		source: {
			type: 'Fees',
			id: sourceId,
			name: `Fees of ${of}`,
			shop: shop.domain,
			total: total.toDecimalString(),
		},
		...policy.dimensions,
	};
	return fields;
}

/** QuickBooks takes 21 characters. */
function numbered({ number }: FeeGroup): { number?: string } {
	return number.length <= 21 ? { number } : {};
}

function costs(group: FeeGroup, fees: readonly FeeLine[], total: Money): LedgerDocument[] {
	const { policy, clearing } = group;
	const header = headerOf(group, total);
	const { vendor } = policy;
	const spending = { vendor, ...numbered(group), ...spendingLines(group, fees) };
	if (policy.fees.form === 'Expense') {
		const expense: ExpenseDocument = {
			document: 'Expense',
			...header,
			...spending,
			payFrom: clearing,
		};
		return [expense];
	}
	const bill: BillDocument = { document: 'Bill', ...header, ...spending, dueDate: group.date };
	const payment: BillPaymentDocument = {
		document: 'Bill Payment',
		...header,
		key: `${header.key}/Payment`,
		memo: `${header.memo}, kept from the balance`,
		vendor,
		appliesTo: { document: 'Bill', key: header.key },
		payFrom: clearing,
	};
	return [bill, payment];
}

function spendingLines(
	{ policy, currency }: FeeGroup,
	fees: readonly FeeLine[],
): { lines: ExpenseLine[]; taxTotal?: string } {
	const { taxCode, taxRate } = policy.fees;
	const taxed = taxedLines(fees, taxRate, currency);
	return {
		lines: taxed.lines.map((line) => ({
			...accountLine(line),
			...(taxCode === undefined ? {} : { taxCode }),
		})),
		...(taxRate === undefined ? {} : { taxTotal: taxed.tax.toDecimalString() }),
	};
}

function accountLine({ category, account, description, amount }: FeeLine): AccountLine {
	return { category, account, description, amount: amount.toDecimalString() };
}

function creditOf(group: FeeGroup, fees: readonly FeeLine[], total: Money): DepositDocument {
	const lines = fees.map((fee) => ({
		...accountLine({ ...fee, amount: fee.amount.negate() }),
		receivedFrom: { vendor: group.policy.vendor },
	}));
	const header = headerOf(group, total.negate());
	return {
		document: 'Deposit',
		...header,
		memo: `${header.memo}, given back`,
		depositTo: group.clearing,
		lines,
	};
}

function journalOf(group: FeeGroup, fees: readonly FeeLine[]): JournalEntryDocument | undefined {
	const moved = fees.filter(({ amount }) => !amount.isZero());
	if (moved.length === 0) return undefined;
	const costsOnly = moved.filter(({ amount }) => !amount.isNegative());
	const total = Money.sum(
		group.currency,
		costsOnly.map(({ amount }) => amount),
	);
	return {
		document: 'Journal Entry',
		...headerOf(group, total),
		...numbered(group),
		lines: moved.map((fee) => ({
			...accountLine(fee.amount.isNegative() ? { ...fee, amount: fee.amount.negate() } : fee),
			posting: fee.amount.isNegative() ? 'Credit' : 'Debit',
		})),
	};
}

/** Only bills and expenses have tax. */
function taxProblem({ policy, of }: FeeGroup, isCost: boolean): Problem | undefined {
	const { taxRate, taxCode } = policy.fees;
	if (taxRate === undefined) return undefined;
	const finding = percentFinding(taxRate);
	const where = `Fees of ${of}`;
	if (finding !== undefined || taxCode === undefined) {
		return {
			code: 'tax-setting',
			what: finding ?? 'A tax rate on fees is set, but no tax code',
			where,
			fix: "Name both in the node: 'Tax Code on Fees', as QuickBooks lists it, and 'Tax Included in Fees' in percent; or neither.",
		};
	}
	if (isCost) return undefined;
	return {
		code: 'tax-on-credit',
		what: 'More fees were given back than charged, and a deposit has no tax',
		where,
		fix: 'Enter a vendor credit with its tax by hand, and its refund into the clearing account; or leave the tax rate empty for this payout.',
	};
}
