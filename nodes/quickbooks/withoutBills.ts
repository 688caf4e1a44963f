import type { BillDocument, BillPaymentDocument, ExpenseDocument } from '../accounting/documents';
import { linkName } from './links';
import type { Company } from './company';
import type { Entry, Planned } from './planned';

/**
 * A company whose plan has no bills gets an expense in place of a bill that is paid in full by the same
 * run: the same lines, paid from the account that would have paid the bill. The payment is then part of
 * it. A bill that nobody pays here stays a bill, and is held.
 *
 * @returns positions of the bills that become expenses
 */
export function billsAsExpenses(
	{ bills }: Company,
	entries: Map<string, Entry>,
	planned: Map<number, Planned>,
): Set<number> {
	const changed = new Set<number>();
	if (bills) return changed;
	for (const payment of [...entries.values()]) {
		if (payment.document.document !== 'Bill Payment') continue;
		const bill = entries.get(linkName(payment.document.appliesTo));
		if (bill?.document.document !== 'Bill' || !isWhole(bill.document, payment.document)) continue;
		const document = expenseOf(bill.document, payment.document);
		entries.delete(linkName(bill.document));
		entries.delete(linkName(payment.document));
		entries.set(linkName(document), { index: bill.index, document });
		const common = { index: payment.index, missing: [], differences: [] };
		planned.set(payment.index, { ...common, action: 'Same As', document, original: bill.index });
		changed.add(bill.index);
	}
	return changed;
}

function isWhole(bill: BillDocument, payment: BillPaymentDocument): boolean {
	return (
		bill.total === payment.total &&
		bill.currency === payment.currency &&
		bill.vendor === payment.vendor &&
		bill.date === payment.date
	);
}

function expenseOf(bill: BillDocument, { payFrom }: BillPaymentDocument): ExpenseDocument {
	const { key, date, currency, total, memo, source, vendor, lines, ...more } = bill;
	const { number, taxTotal } = more;
	return {
		document: 'Expense',
		...{ key, date, currency, total, memo, source, vendor, lines, payFrom },
		...(number === undefined ? {} : { number }),
		...(taxTotal === undefined ? {} : { taxTotal }),
		...(bill.class === undefined ? {} : { class: bill.class }),
		...(bill.location === undefined ? {} : { location: bill.location }),
	};
}

export function withoutBillsNote({ plan }: Company): string {
	return `The plan ${plan} has no bills, so this is an expense`;
}
