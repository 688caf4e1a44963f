import type { HttpRequest, SendHttp } from '../../../nodes/quickbooks/http';
import { post } from '../../../nodes/quickbooks/post';
import type { PostingSettings } from '../../../nodes/quickbooks/settings';
import { ALL, openBooks, type Books } from '../../quickbooks/books.mts';
import { compactJson } from './compactJson.mts';
import { bookedOf, journalText, type PostedRun } from './journal.mts';
import { documentsText, mapRuns, type MappedRun } from './mapRuns.mts';
import { withIds, withNames } from './names.mts';
import type { ExpectedFile, Scenario, ScenarioSettings } from './scenario.mts';

type Json = Record<string, unknown>;

/** A scenario that has run in books of its own. */
export interface Played {
	files: Record<ExpectedFile, string>;
	runs: PostedRun[];
	books: Books;
	/** Posts everything once more. */
	again(): Promise<PostedRun[]>;
}

/** Maps and posts a scenario in a new company; `books` are to be closed by the caller. */
export async function playScenario(scenario: Scenario): Promise<Played> {
	const { settings } = scenario;
	const books = await openBooks({ company: settings.company });
	prepare(books, settings);
	const sent: Json[] = [];
	const send: SendHttp = async (request) => {
		sent.push(...writesOf(request));
		return await books.send(request);
	};
	const postAll = async (runs: readonly MappedRun[], sender: SendHttp) => {
		const posted: PostedRun[] = [];
		for (const run of runs) {
			const session = await books.open(postingOf(settings), sender);
			const answer = await post(session, run.documents);
			if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
			posted.push({ ...run, results: answer.value.results });
			closeBooks(books, settings);
		}
		return posted;
	};
	const mapped = mapRuns(scenario);
	const runs = await postAll(mapped, send);
	const { company } = books.sandbox;
	return {
		files: {
			'documents.txt': documentsText(mapped),
			'quickbooks.json': compactJson(withNames(company, sentJson(sent))),
			'journal.txt': journalText(company, runs),
		},
		runs,
		books,
		again: async () => await postAll(mapped, books.send),
	};
}

function postingOf({ posting = {} }: ScenarioSettings): Partial<PostingSettings> {
	const { create, ...others } = posting;
	return { ...others, create: create === undefined ? ALL_LISTS : new Set(create) };
}

const ALL_LISTS: PostingSettings['create'] = new Set([...(ALL.create ?? []), 'Term']);

function prepare({ sandbox: { company }, prefer }: Books, { books = {} }: ScenarioSettings): void {
	for (const [group, values] of Object.entries(books.preferences ?? {})) prefer(group, values);
	for (const [entity, rows] of Object.entries(books.lists ?? {})) {
		for (const row of rows) company.create(entity, withIds(company, row) as Json);
	}
}

function closeBooks({ prefer }: Books, { books = {} }: ScenarioSettings): void {
	const { closedAfterSale } = books;
	if (closedAfterSale === undefined) return;
	prefer('AccountingInfoPrefs', { BookCloseDate: closedAfterSale });
}

/** What a call writes: single rows, or those of a batch. */
function writesOf({ method, url, body }: HttpRequest): Json[] {
	if (method !== 'POST' || body === undefined || !body.startsWith('{')) return [];
	const json = JSON.parse(body) as { BatchItemRequest?: Json[] };
	if (json.BatchItemRequest === undefined) {
		const entity = new URL(url).pathname.split('/').at(-1) ?? '';
		return [{ [entity]: json }];
	}
	return json.BatchItemRequest.filter(({ operation }) => operation !== undefined).map(
		({ bId: _id, operation: _operation, ...row }) => row,
	);
}

const LISTS = ['Account', 'Item', 'Customer', 'PaymentMethod', 'Term', 'Class', 'Department'];

/** In the order they were sent: entries of lists first, as documents name them. */
function sentJson(sent: readonly Json[]): { lists: Json[]; documents: Json[] } {
	const isList = (row: Json) => LISTS.includes(Object.keys(row)[0]);
	return { lists: sent.filter(isList), documents: sent.filter((row) => !isList(row)) };
}

/** Everything the documents have moved, to see whether a second posting adds something. */
export function ledgerOf({ sandbox: { company } }: Books, runs: readonly PostedRun[]) {
	return { lines: company.journal.length, booked: bookedOf(runs) };
}
