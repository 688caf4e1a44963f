import type {
	AccountingDocument,
	LineCategory,
	SalesDocument,
} from '../../nodes/accounting/documents';
import { isItemised } from '../../nodes/accounting/documentTotals';
import { orderToDocuments, type OrderOutcome } from '../../nodes/accounting/orderDocuments';
import type { SalesReceiptPolicy, SalesReceiptSettings } from '../../nodes/accounting/policy';
import {
	refundToRefundReceipt,
	type RefundOutcome,
} from '../../nodes/accounting/refundToRefundReceipt';
import { summaries } from '../../nodes/accounting/summary';

export type Item = Record<string, unknown>;

/** What became of an order and of its refunds. */
export interface Mapped {
	/** Of the order itself. */
	sale: SalesDocument[];
	/** Of its refunds, by their ids. */
	refunds: Map<string, SalesDocument[]>;
	/** Both. */
	documents: SalesDocument[];
	skipped: string[];
	problems: string[];
}

export const refundsOf = (order: Item) => order.refunds as Array<{ id: string }>;

/** The order's documents and those of all its refunds. */
export function mapAll(order: Item, policy: SalesReceiptPolicy): Mapped {
	const mapped: Mapped = {
		sale: [],
		refunds: new Map(),
		documents: [],
		skipped: [],
		problems: [],
	};
	const sale = orderToDocuments(order, policy);
	if (sale.kind === 'documents') mapped.skipped.push(...sale.waiting.map(({ code }) => code));
	mapped.sale = documentsIn(sale, mapped);
	for (const refund of refundsOf(order)) {
		const outcome = refundToRefundReceipt({ ...order, refund }, policy);
		mapped.refunds.set(refund.id, documentsIn(outcome, mapped));
	}
	mapped.documents = [...mapped.sale, ...[...mapped.refunds.values()].flat()];
	return mapped;
}

function documentsIn(outcome: OrderOutcome | RefundOutcome, mapped: Mapped): SalesDocument[] {
	if (outcome.kind === 'documents') {
		const receipt = 'part' in outcome && outcome.part ? [outcome.part.receipt] : [];
		return [...receipt, ...outcome.documents];
	}
	if (outcome.kind === 'skipped') mapped.skipped.push(outcome.skip.code);
	else mapped.problems.push(`${outcome.problem.code}: ${outcome.problem.what}`);
	return [];
}

/** What the node makes of receipts that are booked per day: a summary in the place of each day's. */
export function inDays(
	documents: readonly SalesDocument[],
	policy: SalesReceiptPolicy,
): SalesDocument[] {
	if (policy.saleForm !== 'Summary per Day') return [...documents];
	const isOfDay = ({ source }: SalesDocument) => source.type === 'Order';
	const customer = policy.customer.genericName;
	const parts = documents.flatMap((receipt) =>
		receipt.document === 'Sales Receipt' && isOfDay(receipt)
			? [
					{
						receipt,
						place: { kind: 'Day' as const },
						policy,
						customer,
						shopCurrency: receipt.currency,
					},
				]
			: [],
	);
	const others = documents.filter((document) => !isOfDay(document));
	return [...summaries(parts).map(({ document }) => document), ...others];
}

/** Minor units, whatever the currency. */
export const minor = (amount: string) => Number(amount.replace('.', ''));

export const isBack = ({ document }: SalesDocument) =>
	document === 'Refund Receipt' || document === 'Credit Memo';

const signOf = (document: SalesDocument) => (isBack(document) ? -1 : 1);

/** What was sold less what came back. */
export function booked(
	documents: readonly SalesDocument[],
	categories: readonly LineCategory[],
): number {
	return documents.filter(isItemised).reduce((sum, document) => {
		const lines = document.lines.filter(({ category }) => categories.includes(category));
		const amount = lines.reduce((all, line) => all + minor(line.amount), 0);
		return sum + signOf(document) * amount;
	}, 0);
}

export function taxByTitle(documents: readonly AccountingDocument[]): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const document of documents.filter(isItemised)) {
		for (const { title, amount } of document.taxes) {
			sums[title] = (sums[title] ?? 0) + signOf(document) * minor(amount);
		}
	}
	return withoutZero(sums);
}

export const withoutZero = (sums: Record<string, number>) =>
	Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));

const MONEY: Partial<Record<SalesDocument['document'], 1 | -1>> = {
	'Sales Receipt': 1,
	Payment: 1,
	'Refund Receipt': -1,
	'Credit Refund': -1,
};

/** Money in less money out. */
export const moneyIn = (documents: readonly SalesDocument[]): number =>
	documents.reduce((sum, { document, total }) => sum + (MONEY[document] ?? 0) * minor(total), 0);

const ONE_ACCOUNT = [{ gateway: '*', account: { account: 'Clearing', type: 'Bank' as const } }];

/** Every form that a sale or a refund can take. */
export const FORMS: Array<[string, SalesReceiptSettings]> = (
	[
		['receipts', {}],
		['net, credit memos', { discounts: 'Net', refundForm: 'Credit Memo' }],
		['invoices', { saleForm: 'Invoice' }],
		['invoices and payments', { saleForm: 'Invoice and Payments' }],
		['receipt if paid', { saleForm: 'Receipt if Paid, Else Invoice' }],
		['day summaries', { saleForm: 'Summary per Day' }],
	] as Array<[string, SalesReceiptSettings]>
).map(([name, settings]) => [name, { paymentAccounts: ONE_ACCOUNT, ...settings }]);
