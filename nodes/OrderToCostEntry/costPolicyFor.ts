import type { IExecuteFunctions } from 'n8n-workflow';

import { costPolicy, type CostPolicy } from '../accounting/costOfGoods';
import { dimensionsOf } from '../panel/ledger/policyFor';
import { given, oneOf, recordOf, textOf } from '../panel/values';

/**
 * Reads the panel for one order; every field may hold an expression.
 *
 * @param asOf the moment of the run, ISO 8601
 */
export function costPolicyFor(
	context: IExecuteFunctions,
	itemIndex: number,
	asOf: string,
): CostPolicy {
	const read = (name: string) => context.getNodeParameter(name, itemIndex, null);
	const accounts = recordOf(read('accounts'));
	const options = recordOf(read('options'));
	return costPolicy({
		per: oneOf(read('onePer'), ['Day', 'Payout'] as const, 'Day'),
		counts: oneOf(options.counts, ['When Ordered', 'When Paid'] as const, 'When Ordered'),
		missingCosts: oneOf(read('missingCosts'), ['Hold', 'Leave Out and List'] as const, 'Hold'),
		bookedElsewhere: (textOf(options.bookedElsewhere) ?? '')
			.split(/[,\n]/)
			.filter((sku) => sku.trim() !== ''),
		...given('cost', textOf(accounts.cost)),
		...given('inventory', textOf(accounts.inventory)),
		firstDay: dayOf(read('firstDay')) ?? '',
		lastDay: dayOf(options.lastDay),
		...given(
			'numberPrefix',
			typeof options.numberPrefix === 'string' ? options.numberPrefix.trim() : undefined,
		),
		dimensions: dimensionsOf(options),
		asOf,
	});
}

/** A date picker and n8n's dates give a time, too. */
function dayOf(value: unknown): string | undefined {
	const text = textOf(value);
	return text !== undefined && /^\d{4}-\d{2}-\d{2}T/.test(text) ? text.slice(0, 10) : text;
}
