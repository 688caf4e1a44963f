import { documentTotals } from '../../../nodes/accounting/documentTotals';
import { journalOf } from './journal.mts';
import { mapRuns } from './mapRuns.mts';
import { ledgerOf, playScenario, type Played } from './runScenario.mts';
import { EXPECTED_FILES, readScenarios, type Group, type Scenario } from './scenario.mts';
import { booksOfLedger, booksOfText } from './textAgainstLedger.mts';

/** Plays every folder of a group in books of its own, and compares all that it leaves behind. */
export function testScenarios(group: Group): void {
	const scenarios = readScenarios(group).map((each): [string, Scenario] => [each.name, each]);
	describe.each(scenarios)('%s', (_name, scenario) => testScenario(scenario));
}

function testScenario(scenario: Scenario): void {
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
}
