import type { PayoutFacts, LedgerRowFacts } from '../facts/payout';
import type { Money } from '../money';
import type { BookEntry, Books } from './bookEntry';
import type { OrderLinks } from './orderLinks';

/** Accounts by name, as the mappers of the ledger were told. */
export interface ProofAccounts {
	/** Where receipts arrive until they are paid out: clearing, or Undeposited Funds. */
	clearing: ReadonlySet<string>;
}

export interface ProofInput {
	payout: PayoutFacts;
	orders: readonly OrderLinks[];
	books: Books;
	accounts: ProofAccounts;
}

/** Rows of the ledger and the documents that must hold exactly their money. */
export interface Claim {
	/** In words: "order #1001", "fees", "DISPUTE_WITHDRAWAL 77". */
	what: string;
	/** What the documents must have moved on the clearing account. */
	expected: Money;
	rows: LedgerRowFacts[];
	entries: BookEntry[];
	/** Documents hold more than these rows, so that only their presence is proved here. */
	isShared: boolean;
	/** Whose amount is claimed: the row's, or that of the fees kept from the rows. */
	part: 'amount' | 'fee';
}

export type FindingCode =
	| 'missing'
	| 'doubled'
	| 'different'
	| 'payout-missing'
	| 'bank-differs';

/** What keeps a payout from being proved. */
export interface Finding {
	code: FindingCode;
	what: string;
	fix: string;
	/** Expected less booked, on the clearing account. */
	difference: Money;
	rows: LedgerRowFacts[];
	entries: BookEntry[];
}

export interface ProvedRow {
	row: LedgerRowFacts;
	status: 'Proved' | 'In a Summary' | 'Not Proved';
	/** Documents of its amount, then of its fee. */
	entries: BookEntry[];
	feeEntries: BookEntry[];
}

export interface PayoutProof {
	payout: PayoutFacts;
	isProved: boolean;
	rows: ProvedRow[];
	findings: Finding[];
	/** Net of the rows less what the books hold for them; 0.00 when every row is booked to the cent. */
	residue: Money;
	bank: { entries: BookEntry[]; amount: Money; isEqual: boolean };
}
