import { orderToSalesReceipt } from '../../nodes/accounting/orderToSalesReceipt';
import { salesReceiptPolicy } from '../../nodes/accounting/policy';
import { documentTotals } from '../../nodes/accounting/documentTotals';
import { toText } from '../../nodes/accounting/toText';
import { readScenarios } from './scenarios.mts';

const scenarios = readScenarios();

function booksOf(order: unknown, settings: Record<string, unknown>): string {
	const outcome = orderToSalesReceipt(order, salesReceiptPolicy(settings));
	if (outcome.kind === 'document') return toText(outcome.document);
	if (outcome.kind === 'skipped') return `Skipped (${outcome.skip.code}): ${outcome.skip.reason}\n`;
	const { code, where, what, fix } = outcome.problem;
	return `Refused (${code})\n${where}: ${what}\n${fix}\n`;
}

it('has the cases', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(32);
});

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
	'%s',
	(_name, { order, settings, expected }) => {
		expect(booksOf(order, settings)).toBe(expected);
	},
);

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
	'%s: consistent, and the same twice, without a change to the order',
	(_name, { order, settings }) => {
		const before = JSON.stringify(order);
		const policy = salesReceiptPolicy(settings);
		const first = orderToSalesReceipt(order, policy);
		expect(orderToSalesReceipt(order, policy)).toEqual(first);
		expect(JSON.stringify(order)).toBe(before);
		if (first.kind === 'document') expect(documentTotals(first.document).ok).toBe(true);
	},
);
