import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowFile } from '../../engine/index.mts';
import n8n from '../../engine/n8n.cjs';
import type { Booking } from './expected.mts';

const FOLDER = join(n8n.packageFolder, 'workflows');

/** The templates by their number. */
export const TEMPLATES = {
	1: join(FOLDER, '1-post-orders-as-sales-receipts.json'),
	2: join(FOLDER, '2-post-orders-as-invoices-and-payments.json'),
	3: join(FOLDER, '3-post-refunds-as-refund-receipts.json'),
	4: join(FOLDER, '4-daily-sales-summary.json'),
} as const;

export const readTemplate = (file: string = TEMPLATES[1]): WorkflowFile =>
	JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;

const FORMS: Record<string, Booking['form']> = {
	Invoice: 'invoices',
	'Invoice and Payments': 'invoices',
	'Summary per Day': 'days',
};

/** How the workflow keeps the books, as the merchant has set it in its mapping node. */
export function bookingOf({ nodes }: WorkflowFile, refunds: boolean): Booking {
	const mapper = nodes.find(({ type }) => type.endsWith('.orderToSalesReceipt'));
	const { paymentAccounts, saleForm } = mapper?.parameters ?? {};
	const { rows = [] } = (paymentAccounts ?? {}) as { rows?: Row[] };
	return {
		accounts: new Map(rows.map(({ gateway, account }) => [gateway, account])),
		form: FORMS[String(saleForm)] ?? 'receipts',
		refunds,
	};
}

/** Template 3 for orders that are booked by this workflow. */
export function refundsFor({ nodes }: WorkflowFile, file: string = TEMPLATES[3]): WorkflowFile {
	const workflow = readTemplate(file);
	const mapper = nodes.find(({ type }) => type.endsWith('.orderToSalesReceipt'));
	const refunds = workflow.nodes.find(({ type }) => type.endsWith('.refundToRefundReceipt'));
	const { saleForm = 'Sales Receipt', paymentAccounts } = mapper?.parameters ?? {};
	Object.assign(refunds?.parameters ?? {}, { saleForm, paymentAccounts });
	return workflow;
}

interface Row {
	gateway: string;
	account: string;
}
