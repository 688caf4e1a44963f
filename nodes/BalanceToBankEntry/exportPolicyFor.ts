import type { IExecuteFunctions } from 'n8n-workflow';

import {
	balanceExportPolicy,
	type BalanceExportPolicy,
	type BalanceExportRule,
} from '../accounting/balanceExport/policy';
import { accountOf } from '../panel/ledger/accountType';
import { dimensionsOf } from '../panel/ledger/policyFor';
import { given, oneOf, recordOf, rowsOf, textOf } from '../panel/values';

/** Reads the panel for one row of an export; every field may hold an expression. */
export function exportPolicyFor(
	context: IExecuteFunctions,
	itemIndex: number,
): BalanceExportPolicy {
	const read = (name: string) => context.getNodeParameter(name, itemIndex, null);
	const options = recordOf(read('options'));
	const account = textOf(read('balanceAccount'));
	return balanceExportPolicy({
		shop: textOf(read('shop'))?.toLowerCase() ?? '',
		...given('account', account === undefined ? undefined : { account, type: 'Bank' as const }),
		...given('currency', textOf(options.currency)?.toUpperCase()),
		columns: columnsOf(recordOf(read('columns'))),
		dateOrder: oneOf(options.dateOrder, ['Month First', 'Day First'] as const, 'Month First'),
		rules: rowsOf(read('rules')).flatMap(ruleOf),
		...given('vendor', textOf(options.purchaseVendor)),
		form: oneOf(read('entryForm'), ['Bank Entry', 'Journal Entry'] as const, 'Bank Entry'),
		dimensions: dimensionsOf(options),
	});
}

/** A column that a person emptied is no column; one that was not touched keeps its usual name. */
function columnsOf(changed: Record<string, unknown>): Partial<BalanceExportPolicy['columns']> {
	return Object.fromEntries(
		Object.entries(changed).flatMap(([name, heading]) =>
			typeof heading === 'string' ? [[name, heading.trim()]] : [],
		),
	);
}

/** A rule to an account that names none would say nothing and is left out. */
function ruleOf(row: Record<string, unknown>): BalanceExportRule[] {
	const account = row.book === 'elsewhere' ? undefined : accountOf(row);
	if (account === undefined && row.book !== 'elsewhere') return [];
	return [
		{
			contains: textOf(row.contains) ?? '',
			direction: oneOf(row.direction, ['In', 'Out', 'Both'] as const, 'Both'),
			account,
			vendor: textOf(row.vendor),
		},
	];
}
