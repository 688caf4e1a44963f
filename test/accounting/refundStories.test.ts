import type { AccountingDocument } from '../../nodes/accounting/documents';
import { toText } from '../../nodes/accounting/toText';
import { mapRuns } from '../scenarios/lib/mapRuns.mts';
import { readScenarios, type Scenario } from '../scenarios/lib/scenario.mts';

/** A document as somebody worked it out by hand, or as it was mapped. */
interface Figures {
	document: string;
	total: string;
	date?: string;
	from?: string;
	/** Account: amount, credits with a minus. */
	books: Record<string, string>;
}

const BY_HAND =
	/^By hand: (?<document>[A-Z][A-Za-z]+ [A-Z][a-z]+|Invoice|Payment) (?:\S+ )?over (?<total>[\d.]+)(?:, dated (?<date>[\d-]+))?(?:, paid from (?<from>.+))?\.$/;

/** The figures of a story: a sentence for each document, and a table of its accounts. */
function figuresOf(story: string): Figures[] {
	return story
		.split(/\n(?=By hand: )/)
		.map((part) => part.split('\n'))
		.flatMap((lines) => {
			const groups = BY_HAND.exec(lines[0])?.groups;
			if (groups === undefined) return [];
			const rows = lines.filter((line) => /^\| .+ \|$/.test(line)).slice(2);
			const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
			const entries = cells.map(([, account, debit, credit]): [string, string] => [
				account,
				debit === '' ? `-${credit}` : debit,
			]);
			const { document, total, date, from } = groups;
			return [{ document, total, date, from, books: Object.fromEntries(entries) }];
		});
}

/** The same of a mapped document, read from its text as an accountant reads it. */
function mapped(document: AccountingDocument, like: Figures | undefined): Figures {
	const text = toText(document);
	const rows = text.slice(text.indexOf('\nBooks ')).split('\n').slice(2).filter(Boolean);
	const entries = rows.map((row): [string, string] => {
		const account = row.slice(0, 64).trim();
		const debit = row.slice(64, 76).trim();
		const name = account.replace(/ \([A-Z][A-Za-z ]+\)$/, '');
		return [name, debit === '' ? `-${row.slice(76).trim()}` : debit];
	});
	const from = 'refundFrom' in document ? document.refundFrom.account : undefined;
	return {
		document: document.document,
		total: document.total,
		date: like?.date === undefined ? undefined : document.date,
		from: like?.from === undefined ? undefined : from,
		books: Object.fromEntries(entries),
	};
}

const scenarios = [...readScenarios('refunds'), ...readScenarios('published')];

it('has the cases', () => {
	expect(readScenarios('refunds').length).toBeGreaterThanOrEqual(140);
	expect(readScenarios('published').length).toBeGreaterThanOrEqual(32);
});

describe.each(scenarios.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
	'%s',
	(_name, scenario) => {
		const { refunds, story } = scenario;
		const runs = mapRuns(scenario).slice(refunds.length > 0 ? -1 : 0);
		const documents = runs.flatMap((run) => run.documents);
		const remarks = runs.flatMap((run) => run.remarks);

		it('is booked as it was worked out by hand', () => {
			const figures = figuresOf(story);
			expect(documents.map((document, index) => mapped(document, figures[index]))).toEqual(figures);
			const [, outcome] =
				/^By hand: (?:no document, skipped|refused) as `(.+)`\.$/m.exec(story) ?? [];
			const codes = remarks.map((remark) => /\((.+?)\)\n/.exec(remark)?.[1]);
			expect(codes).toEqual(outcome === undefined ? [] : [outcome]);
			expect(figures.length + codes.length).toBeGreaterThan(0);
		});
	},
);

const WITHOUT = '-without-agreements';
const twins = readScenarios('refunds').filter(({ name }) => name.endsWith(WITHOUT));

it.each(twins.map((scenario): [string, Scenario] => [scenario.name, scenario]))(
	'%s: the same amounts with agreements',
	(name, scenario) => {
		const other = readScenarios('refunds').find((each) => `${each.name}${WITHOUT}` === name);
		expect(other).toBeDefined();
		const amounts = (each: Scenario | undefined) =>
			(each === undefined ? [] : mapRuns(each).slice(-1)[0].documents).map((document) => {
				const { books, total } = mapped(document, undefined);
				return { total, books, key: document.key };
			});
		expect(amounts(scenario)).toEqual(amounts(other));
	},
);
