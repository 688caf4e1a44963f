import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { applyCredits } from './applyCredits';
import { Balances } from './balances';
import type { Answer, Calls } from './client';
import { createMissing, type CreationProblems } from './create';
import type { Difference } from './differences';
import { KINDS, STAGES } from './entities';
import type { Booked } from './found';
import { whereOf } from './fromDocuments/checkDocument';
import { linkedJson, type Target } from './linkedJson';
import { type Link, linkName, linkOf } from './links';
import { plan } from './plan';
import type { Planned } from './planned';
import { type Posting, postingOf } from './posting';
import { becauseOf, stuck } from './postProblems';
import { resolve } from './resolve/resolve';
import type { Task } from './send';
import type { Session } from './session';
import { type Written, writeOnce } from './writeOnce';

export type PostedStatus = 'Posted' | 'Already Posted';

/** What became of one input. */
export type PostResult =
	| {
			index: number;
			ok: true;
			status: PostedStatus;
			/** As it was written: perhaps on another day than the input's. */
			document: AccountingDocument;
			booked: Booked;
			differences: Difference[];
			/** What could not be proved or done beside it. */
			note?: string;
	  }
	| { index: number; ok: false; problem: Problem };

export interface PostReport {
	/** One per input, in the inputs' order. */
	results: PostResult[];
	calls: Calls;
}

type Fresh = Planned & { action: 'Create' };

/** A run while it is posting. */
interface Run {
	session: Session;
	results: Map<number, PostResult>;
	/** Inputs by `linkName`. */
	indexes: ReadonlyMap<string, number>;
	problems: CreationProblems;
	balances: Balances;
}

/**
 * Posts documents exactly once: looks them up, creates what they lack, writes them in batches,
 * proves what QuickBooks returned, and looks them up again. One bad document never stops the others.
 *
 * @returns a refusal only where QuickBooks could not be read before anything was written.
 */
export async function post(
	session: Session,
	inputs: readonly unknown[],
): Promise<Answer<PostReport>> {
	const planned = await plan(session, inputs);
	if (planned.kind !== 'done') return planned;
	const results = new Map<number, PostResult>();
	for (const each of planned.value) decided(each, results);
	const fresh = planned.value.flatMap((each) => (each.action === 'Create' ? [each] : []));
	const documents = fresh.map(({ document }) => document);
	const problems = await createMissing(session, documents);
	const indexes = new Map(planned.value.flatMap(nameAndIndex));
	const balances = new Balances(session.company);
	const run: Run = { session, results, indexes, problems, balances };
	for (const stage of STAGES) {
		const now = fresh.filter(({ document }) => KINDS[document.document].stage === stage);
		await postStage(run, now);
	}
	await applyAll(run, planned.value);
	for (const each of planned.value) copyOriginal(each, results);
	const inOrder = inputs.map((_, index) => results.get(index) as PostResult);
	return { kind: 'done', value: { results: inOrder, calls: { ...session.client.calls } } };
}

function nameAndIndex(each: Planned): Array<[string, number]> {
	if (each.action === 'Held' || each.action === 'Same As') return [];
	return [[linkName(each.document), each.index]];
}

/** What the plan alone decides. */
function decided(each: Planned, results: Map<number, PostResult>): void {
	const { index } = each;
	if (each.action === 'Held') results.set(index, { index, ok: false, problem: each.problem });
	if (each.action !== 'Already Posted') return;
	const { document, booked, differences } = each;
	results.set(index, { index, ok: true, status: 'Already Posted', document, booked, differences });
}

async function postStage(run: Run, fresh: readonly Fresh[]): Promise<void> {
	const waiting = new Map<Posting, Fresh>();
	const tasks: Task[] = [];
	for (const each of fresh) {
		const made = await jsonOf(run, each);
		if (!made.ok) {
			run.results.set(each.index, { index: each.index, ok: false, problem: made.problem });
			continue;
		}
		const posting = postingOf(each.document);
		waiting.set(posting, each);
		tasks.push({ posting, json: made.value, salt: '' });
	}
	const written = await writeOnce(run.session, tasks);
	for (const [posting, each] of waiting) {
		const outcome = written.get(posting);
		if (outcome) run.results.set(each.index, resultOf(each, outcome));
	}
}

async function jsonOf(run: Run, each: Fresh): ReturnType<typeof linkedJson> {
	const { session, problems, balances } = run;
	const { document } = each;
	const where = whereOf(document);
	const resolved = resolve(document, session.company, session.directory);
	if (resolved.state === 'refused') return { ok: false, problem: resolved.problem };
	if (resolved.state === 'missing') {
		const [problem] = resolved.wishes.flatMap(({ id }) => problems.get(id) ?? []);
		return { ok: false, problem: problem ? becauseOf(problem, where) : stuck(where) };
	}
	const { recipe } = resolved;
	const target = (link: Link) => linkedTarget(run, each, link);
	return await linkedJson(session, balances, { document, recipe, targetOf: target });
}

function linkedTarget(
	{ results, indexes }: Run,
	{ link: known, banked }: Fresh,
	link: Link,
): Target {
	const name = linkName(link);
	const booked = known ?? banked?.get(name);
	if (booked) return { ok: true, booked };
	const index = indexes.get(name);
	return index === undefined ? undefined : results.get(index);
}

/** What a document applies to, posted by this run or earlier. */
function targetOf(
	{ results, indexes }: Pick<Run, 'results' | 'indexes'>,
	each: { document: AccountingDocument; link?: Booked },
): Target {
	if (each.link) return { ok: true, booked: each.link };
	const link = linkOf(each.document);
	const index = link && indexes.get(linkName(link));
	return index === undefined ? undefined : results.get(index);
}

function resultOf({ index, document, note: known }: Fresh, outcome: Written): PostResult {
	if (outcome.state === 'refused') return { index, ok: false, problem: outcome.problem };
	const { booked, byOther } = outcome;
	const status = byOther ? 'Already Posted' : 'Posted';
	const result = { index, ok: true as const, status, document, booked, differences: [] } as const;
	const notes = [known, outcome.note, balanceNote(booked)].filter((each) => each !== undefined);
	return { ...result, differences: [], ...(notes.length > 0 ? { note: notes.join('. ') } : {}) };
}

/** What the document did not settle, or QuickBooks settled with it by itself. */
function balanceNote({ entity, unapplied, balance, total }: Booked): string | undefined {
	if (entity === 'Payment' && unapplied !== undefined && Number(unapplied) !== 0) {
		return `${unapplied} of the payment settles nothing and stands as a credit of the customer`;
	}
	if (entity === 'CreditMemo' && balance !== undefined && Number(balance) !== Number(total)) {
		return "QuickBooks has used this credit for open invoices of the customer by itself (setting 'Automatically apply credits')";
	}
	return undefined;
}

/** Credits are used up when everything stands in the books; a failure there is a note, no refusal. */
async function applyAll(run: Run, planned: readonly Planned[]): Promise<void> {
	const pairs = planned.flatMap((each) => {
		if (each.action !== 'Create' && each.action !== 'Already Posted') return [];
		const result = run.results.get(each.index);
		const target = targetOf(run, each);
		return result?.ok && target?.ok ? [{ result, to: target.booked }] : [];
	});
	const notes = await applyCredits(run.session, pairs);
	for (const [index, note] of notes) {
		const result = run.results.get(index);
		if (!result?.ok) continue;
		run.results.set(index, { ...result, note: result.note ? `${result.note}. ${note}` : note });
	}
}

function copyOriginal(each: Planned, results: Map<number, PostResult>): void {
	if (each.action !== 'Same As') return;
	const { index } = each;
	const original = results.get(each.original) as PostResult;
	results.set(index, {
		...original,
		index,
		...(original.ok ? { status: 'Already Posted' } : {}),
	});
}
