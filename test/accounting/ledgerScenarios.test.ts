import { documentTotals } from '../../nodes/accounting/documentTotals';
import { booksOf, booksText, documentsIn, type ScenarioSettings } from './ledgerBooks';
import { readLedgerScenarios, writeExpected } from './ledgerScenarios.mts';

const scenarios = readLedgerScenarios().map((scenario) => [scenario.name, scenario] as const);

it('has the cases', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(90);
});

it.each(scenarios)('%s', (name, { items, settings, expected }) => {
	const books = booksText(booksOf(items, settings as ScenarioSettings));
	if (!writeExpected(name, books)) expect(books).toBe(expected);
});

it.each(scenarios)(
	'%s: consistent, keyed once, and the same twice, without a change to the items',
	(_name, { items, settings }) => {
		const before = JSON.stringify(items);
		const first = booksOf(items, settings as ScenarioSettings);
		expect(booksOf(items, settings as ScenarioSettings)).toEqual(first);
		expect(JSON.stringify(items)).toBe(before);
		const documents = documentsIn(first);
		expect(new Set(documents.map(({ key }) => key)).size).toBe(documents.length);
		for (const document of documents) {
			expect([document.key, documentTotals(document)]).toEqual([
				document.key,
				expect.objectContaining({ ok: true }),
			]);
			if ('number' in document) expect((document.number ?? '').length).toBeLessThanOrEqual(21);
		}
	},
);
