import type {
	AccountReference,
	AccountType,
	CommonFields,
	JournalLine,
	LedgerDocument,
} from '../documents';
import type { EntryPart } from '../ledger/entryParts';
import type { EntryPolicy } from '../ledgerPolicy';
import { Money } from '../money';

/** A movement of a bank-like account, and what stands against it. */
export interface Movement {
	/** Without total, which follows from the parts. */
	header: Omit<CommonFields, 'total'>;
	/** The account that moved: clearing, or the Shopify Balance account. */
	account: AccountReference;
	parts: EntryPart[];
	description: string;
	vendor: string;
	number?: string;
	form: EntryPolicy['form'];
}

const RESULTS: readonly AccountType[] = [
	'Income',
	'Other Income',
	'Expense',
	'Other Expense',
	'Cost of Goods Sold',
];

/**
 * The form an accountant would choose: between two bank accounts a transfer, with income and expenses
 * an expense or a deposit, with anything else (receivables, reserves, loans, taxes) a journal entry,
 * which QuickBooks takes for every account. Undefined when nothing moves.
 */
export function entryDocument(movement: Movement): LedgerDocument | undefined {
	const { header, parts, form } = movement;
	const sum = Money.sum(
		header.currency,
		parts.map(({ amount }) => amount),
	);
	if (sum.isZero()) return undefined;
	const isOf = (types: readonly AccountType[]) =>
		form === 'Bank Entry' && parts.every(({ account }) => types.includes(account.type));
	if (isOf(['Bank']) && parts.length === 1) return transferOf(movement, sum);
	if (!isOf(RESULTS)) return journalOf(movement, sum);
	return sum.isNegative() ? expenseOf(movement, sum) : depositOf(movement, sum);
}

function transferOf({ header, account, parts }: Movement, sum: Money): LedgerDocument {
	const other = parts[0].account;
	const [from, to] = sum.isNegative() ? [account, other] : [other, account];
	return { document: 'Transfer', ...header, from, to, total: unsigned(sum) };
}

function depositOf({ header, account, parts, description }: Movement, sum: Money): LedgerDocument {
	const lines = parts.map(({ amount, ...rest }) => ({
		...rest,
		description,
		amount: amount.toDecimalString(),
	}));
	return { document: 'Deposit', ...header, depositTo: account, lines, total: unsigned(sum) };
}

function expenseOf(movement: Movement, sum: Money): LedgerDocument {
	const { header, account, parts, description, vendor } = movement;
	const lines = parts.map(({ amount, ...rest }) => ({
		...rest,
		description,
		amount: amount.negate().toDecimalString(),
	}));
	return {
		document: 'Expense',
		...header,
		vendor,
		...numbered(movement),
		payFrom: account,
		lines,
		total: unsigned(sum),
	};
}

function journalOf(movement: Movement, sum: Money): LedgerDocument {
	const { header, account, parts, description } = movement;
	const own = { category: parts[0].category, account, amount: sum.negate() };
	const lines = [own, ...parts].map(
		({ category, account: each, amount }): JournalLine => ({
			category,
			account: each,
			// A part that raises clearing is a credit of its own account.
			posting: amount.isNegative() ? 'Debit' : 'Credit',
			amount: unsigned(amount),
			description,
		}),
	);
	return {
		document: 'Journal Entry',
		...header,
		...numbered(movement),
		lines,
		total: unsigned(sum),
	};
}

/** QuickBooks takes 21 characters. */
function numbered({ number }: Movement): { number?: string } {
	return number === undefined || number.length > 21 ? {} : { number };
}

function unsigned(amount: Money): string {
	return (amount.isNegative() ? amount.negate() : amount).toDecimalString();
}
