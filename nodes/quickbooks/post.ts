import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { applyCredits } from './applyCredits';
import { Balances } from './balances';
import type { Answer, Calls } from './client';
import { createMissing } from './create';
import type { Difference } from './differences';
import { KINDS, STAGES } from './entities';
import type { Booked } from './found';
import { linkName } from './links';
import { plan } from './plan';
import type { Planned } from './planned';
import { postStage, type Run, targetOf } from './postStage';
import type { Session } from './session';

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
