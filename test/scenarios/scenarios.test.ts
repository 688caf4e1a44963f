import { documentTotals } from '../../nodes/accounting/documentTotals';
import { contentsText, readContents } from './lib/contents.mts';
import { journalOf } from './lib/journal.mts';
import { mapRuns } from './lib/mapRuns.mts';
import { ledgerOf, playScenario, type Played } from './lib/runScenario.mts';
import { EXPECTED_FILES, GROUPS, readScenarios, type Scenario } from './lib/scenario.mts';
import { booksOfLedger, booksOfText } from './lib/textAgainstLedger.mts';

const scenarios = GROUPS.flatMap(readScenarios);

it('has the cases', () => {
	expect(scenarios.length).toBeGreaterThanOrEqual(250);
});

it('lists them all in CASES.md', () => {
	expect(readContents()).toBe(contentsText(scenarios));
});

describe.each(scenarios.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
	'%s',
	(_name, scenario) => {
		let played: Played;

		beforeAll(async () => {
			played = await playScenario(scenario);
		});
		afterAll(async () => await played?.books.close());

		it('tells its story', () => {
			expect(scenario.story).toMatch(/^# .+\n\n.+/);
		});

		it.each(EXPECTED_FILES)('%s', (file) => {
			expect(played.files[file]).toBe(scenario.expected[file]);
		});

		it('is the same when mapped again, and the facts stay as they were', () => {
			const before = JSON.stringify([scenario.orders, scenario.refunds]);
			const documents = () => mapRuns(scenario);
			expect(documents()).toEqual(documents());
			expect(JSON.stringify([scenario.orders, scenario.refunds])).toBe(before);
		});

		it('adds up: documents, and debits and credits of the ledger', () => {
			for (const { documents, results } of played.runs) {
				for (const [index, document] of documents.entries()) {
					expect([document.key, documentTotals(document)]).toMatchObject([
						document.key,
						{ ok: true },
					]);
					const result = results[index];
					const lines = result.ok ? journalOf(played.books.sandbox.company, result.booked) : [];
					expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
				}
			}
		});

		it("has the accounts of the accountant's text in the ledger, to the cent", () => {
			for (const { documents, results } of played.runs) {
				for (const [index, document] of documents.entries()) {
					const result = results[index];
					if (!result.ok) continue;
					const ledger = booksOfLedger(played.books.sandbox.company, result.booked);
					expect([document.key, ledger]).toEqual([document.key, booksOfText(document)]);
				}
			}
		});

		it('adds nothing when it is posted once more', async () => {
			const before = ledgerOf(played.books, played.runs);
			const again = await played.again();
			expect(ledgerOf(played.books, again)).toEqual(before);
			const statuses = again.flatMap(({ results }) => results).filter(({ ok }) => ok);
			expect(statuses.map((each) => each.ok && each.status)).toEqual(
				statuses.map(() => 'Already Posted'),
			);
		});
	},
);
