import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowFile } from '../../engine/index.mts';
import { ROOT } from '../lib/dependencies.mjs';

export const TEMPLATE = join(ROOT, 'workflows/1-post-orders-as-sales-receipts.json');

export const readTemplate = (file = TEMPLATE): WorkflowFile =>
	JSON.parse(readFileSync(file, 'utf8')) as WorkflowFile;

/** The account of each payment gateway, as the merchant has set it in the template. */
export function paymentAccounts({ nodes }: WorkflowFile): Map<string, string> {
	const mapper = nodes.find(({ type }) => type.endsWith('.orderToSalesReceipt'));
	const setting = mapper?.parameters.paymentAccounts as { rows?: Row[] } | undefined;
	return new Map((setting?.rows ?? []).map(({ gateway, account }) => [gateway, account]));
}

interface Row {
	gateway: string;
	account: string;
}
