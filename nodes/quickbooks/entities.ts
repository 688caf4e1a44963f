import type { AccountingDocument } from '../accounting/documents';

export type DocumentKind = AccountingDocument['document'];

/** QuickBooks' names of what the documents become. */
export type Entity =
	| 'SalesReceipt'
	| 'Invoice'
	| 'Payment'
	| 'RefundReceipt'
	| 'CreditMemo'
	| 'Purchase'
	| 'Deposit'
	| 'Transfer'
	| 'Bill'
	| 'BillPayment'
	| 'JournalEntry';

/** What others link to is written before them. */
export const STAGES = [0, 1, 2] as const;
export type Stage = (typeof STAGES)[number];

interface KindFacts {
	entity: Entity;
	stage: Stage;
}

/**
 * A credit refund is an expense, because QuickBooks knows no payment to a customer. A deposit comes last:
 * it banks receipts, payments and refund receipts.
 */
export const KINDS: Readonly<Record<DocumentKind, KindFacts>> = {
	'Sales Receipt': { entity: 'SalesReceipt', stage: 0 },
	Invoice: { entity: 'Invoice', stage: 0 },
	Payment: { entity: 'Payment', stage: 1 },
	'Refund Receipt': { entity: 'RefundReceipt', stage: 1 },
	'Credit Memo': { entity: 'CreditMemo', stage: 1 },
	'Credit Refund': { entity: 'Purchase', stage: 2 },
	Transfer: { entity: 'Transfer', stage: 0 },
	Bill: { entity: 'Bill', stage: 0 },
	Expense: { entity: 'Purchase', stage: 0 },
	'Journal Entry': { entity: 'JournalEntry', stage: 0 },
	'Bill Payment': { entity: 'BillPayment', stage: 1 },
	Deposit: { entity: 'Deposit', stage: 2 },
};

const ENTITIES: Readonly<Record<Entity, { called: string; page: string }>> = {
	SalesReceipt: { called: 'sales receipt', page: 'salesreceipt' },
	Invoice: { called: 'invoice', page: 'invoice' },
	Payment: { called: 'payment', page: 'recvpayment' },
	RefundReceipt: { called: 'refund receipt', page: 'refundreceipt' },
	CreditMemo: { called: 'credit memo', page: 'creditmemo' },
	Purchase: { called: 'expense', page: 'expense' },
	Deposit: { called: 'deposit', page: 'deposit' },
	Transfer: { called: 'transfer', page: 'transfer' },
	Bill: { called: 'bill', page: 'bill' },
	BillPayment: { called: 'bill payment', page: 'billpayment' },
	JournalEntry: { called: 'journal entry', page: 'journal' },
};

/** As QuickBooks' own pages call it, for messages. */
export function calledInBooks(entity: Entity): string {
	return ENTITIES[entity].called;
}

/** Address of the page that shows it. */
export function pageOf(appUrl: string, { entity, id }: { entity: Entity; id: string }): string {
	return `${appUrl}/${ENTITIES[entity].page}?txnId=${id}`;
}
