import type { IDataObject } from 'n8n-workflow';

import type { RunResult, WorkflowFile } from '../../engine/index.mts';
import { LEDGER_TYPES } from '../../nodes/accounting/ledgerTypes/index.ts';
import { createShop } from '../../sandbox/shopify/shop/createShop.mts';
import { allScenarios } from '../../sandbox/shopify/shop/scenarios/all.mts';
import { lastMonth, parametersOf, startMerchant, type Merchant, type Shop } from './merchant.mts';
import { readTemplates } from './templates.mts';

/** A template by its number, as it is in the repository; a fresh copy each time. */
export function templateFile(number: number): WorkflowFile {
	const found = readTemplates().find(({ file }) => file.startsWith(`${number}-`));
	if (!found) throw new Error(`There is no template ${number}`);
	return JSON.parse(found.text) as WorkflowFile;
}

/** One order with money of Shopify Payments and of others is held as a sales receipt, so its payout is not proved. */
const TWO_ACCOUNTS = ['Two cards', 'Shop Cash and card'];

/** A merchant in whose month everything happens. */
export async function startLedgerMerchant(): Promise<Merchant> {
	const names = allScenarios.map(({ name }) => name);
	const scenarios = names.filter((name) => !TWO_ACCOUNTS.includes(name));
	const options = { seed: 5, month: lastMonth(), orders: scenarios.length, scenarios };
	return await startMerchant({ shop: createShop(options) });
}

/** Orders and refunds as templates 1 and 3 book them; every other way of paying has an account, too. */
export async function bookSales(merchant: Merchant): Promise<void> {
	for (const [number, node] of [
		[1, 'Turn orders into sales receipts'],
		[3, 'Turn refunds into refund receipts'],
	] as const) {
		const workflow = templateFile(number);
		const accounts = parametersOf(workflow, node).paymentAccounts as { rows: object[] };
		accounts.rows.push({ gateway: '*', account: 'Other Payments', accountType: 'Bank' });
		const { status, error } = await merchant.run(workflow);
		if (status !== 'success') throw new Error(error?.message);
	}
}

/** Template 5 once somebody has said an account for every type that waits for one. */
export function explainedPayouts(): WorkflowFile {
	const workflow = templateFile(5);
	const rows = [...LEDGER_TYPES.values()]
		.filter(({ confirm }) => confirm)
		.map(({ type }) => ({
			type,
			book: 'account',
			account: 'Ask My Accountant',
			accountType: 'Other Expense',
		}));
	for (const node of ['Turn payouts into deposits', 'Turn other rows into entries']) {
		parametersOf(workflow, node).ledgerTypes = { rows };
	}
	return workflow;
}

type Payout = Record<'issuedAt' | 'status' | 'legacyResourceId', string>;

export const payoutsOf = ({ shopifyPaymentsAccount }: Shop): Payout[] =>
	shopifyPaymentsAccount.payouts as unknown as Payout[];

/** All items that a node gave, by any of its outputs. */
export function itemsOf({ outputs }: RunResult, node: string): IDataObject[] {
	return (outputs[node] ?? []).flat().map(({ json }) => json);
}

/** How many documents of each kind were written, not found. */
export function postedBy(result: RunResult, node: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { document, quickBooks } of itemsOf(result, node)) {
		if ((quickBooks as IDataObject | undefined)?.status !== 'Posted') continue;
		counts[String(document)] = (counts[String(document)] ?? 0) + 1;
	}
	return counts;
}
