import type { CostSettings } from '../../../nodes/accounting/costOfGoods';
import { documentTotals } from '../../../nodes/accounting/documentTotals';
import { costsOf, costText, documentsIn } from './costBooks';
import { readCostScenarios, writeExpected } from './scenarios.mts';

const scenarios = readCostScenarios().map((scenario) => [scenario.name, scenario] as const);

it('has the cases', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(35);
});

it.each(scenarios)('%s', (name, { orders, settings, expected }) => {
	const text = costText(costsOf(orders, settings as CostSettings));
	if (!writeExpected(name, text)) expect(text).toBe(expected);
});

it.each(scenarios)('%s: the journal that was written by hand', (_name, scenario) => {
	const documents = documentsIn(costsOf(scenario.orders, scenario.settings as CostSettings));
	const journal = documents.map(({ date, lines }) => ({
		date,
		lines: lines.map(({ account: { account }, posting, amount }) => ({
			account,
			debit: posting === 'Debit' ? amount : '',
			credit: posting === 'Credit' ? amount : '',
		})),
	}));
	expect(journal).toEqual(scenario.journal);
});

it.each(scenarios)(
	'%s: consistent, keyed once, in any order, without a change to the orders',
	(_name, { orders, settings }) => {
		const before = JSON.stringify(orders);
		const documents = documentsIn(costsOf(orders, settings as CostSettings));
		const turned = documentsIn(costsOf([...orders].reverse(), settings as CostSettings));
		expect(turned).toEqual(documents);
		expect(JSON.stringify(orders)).toBe(before);
		expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
		for (const document of documents) {
			expect(documentTotals(document)).toMatchObject({ ok: true });
			expect((document.number ?? '').length).toBeLessThanOrEqual(21);
			expect(document.key).toContain(`${document.source.shop}/Costs/`);
		}
	},
);
