import { planStock } from '../../../nodes/accounting/inventory';
import { factsOf, planText, policyOf } from './scenario';
import { readScenarios } from './scenarioFiles.mts';
import { pageOf, plain, wrongSums } from './tables';

const scenarios = readScenarios();

const CODES = [
	'ambiguous-item',
	'ambiguous-sku',
	'before-stock-start',
	'books-would-be-emptied',
	'bundle',
	'change-too-large',
	'gift-card',
	'inactive-item',
	'just-changed',
	'no-sku',
	'no-stock-items',
	'not-in-quickbooks',
	'not-in-shopify',
	'not-inventory',
	'not-stocked',
	'run-change-too-large',
	'shop-would-be-emptied',
	'untracked',
];

it('has one for each guard', () => {
	const expected = scenarios
		.map(([, text]) => (pageOf(text).sections.get('Expected') ?? []).join('\n'))
		.join('\n');
	expect(CODES.filter((code) => !expected.includes(code))).toEqual([]);
});

it.each(scenarios)('%s', (_name, text) => {
	const page = pageOf(text);
	expect(wrongSums(page.story)).toEqual([]);
	const plan = planStock(factsOf(page), policyOf(page));
	expect(planText(plan)).toEqual(plain(page.sections.get('Expected')));
});
