import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Balances } from './balances';
import type { CreationProblems } from './create';
import { receiptLines } from './depositLinks';
import { KINDS } from './entities';
import type { Booked } from './found';
import { whereOf } from './fromDocuments/checkDocument';
import { linkedJson, type Target } from './linkedJson';
import { type Link, linkName, linkOf } from './links';
import { lookUp } from './lookup';
import type { Planned } from './planned';
import type { PostResult } from './post';
import { type Posting, postingOf, wantedOf } from './posting';
import { becauseOf, stuck } from './postProblems';
import { resolve } from './resolve/resolve';
import type { Task } from './send';
import type { Session } from './session';
import { type Written, writeOnce } from './writeOnce';

/** Writes one stage of a run: what others link to stands in the books before them. */

export type Fresh = Planned & { action: 'Create' };

/** A run while it is posting. */
export interface Run {
	session: Session;
	results: Map<number, PostResult>;
	/** Inputs by `linkName`. */
	indexes: ReadonlyMap<string, number>;
	problems: CreationProblems;
	balances: Balances;
}

export async function postStage(run: Run, fresh: readonly Fresh[]): Promise<void> {
	const waiting = new Map<Posting, Fresh>();
	const tasks: Task[] = [];
	const without: Array<{ each: Fresh; problem: Problem }> = [];
	for (const each of fresh) {
		const made = await jsonOf(run, each);
		if (!made.ok) {
			without.push({ each, problem: made.problem });
			continue;
		}
		const posting = postingOf(each.document);
		waiting.set(posting, each);
		tasks.push({ posting, json: made.value, salt: '' });
	}
	await settleWithout(run, without);
	const written = await writeOnce(run.session, tasks);
	for (const [posting, each] of waiting) {
		const outcome = written.get(posting);
		if (outcome) run.results.set(each.index, resultOf(each, outcome));
	}
}

/**
 * What a document links to may be settled or banked since the plan because another run has posted
 * this very document: so the books are asked once more before it is refused.
 */
async function settleWithout(
	{ session, results }: Run,
	without: ReadonlyArray<{ each: Fresh; problem: Problem }>,
): Promise<void> {
	const linking = without.filter(({ each: { document } }) => isLinking(document));
	const wanted = linking.map(({ each: { document } }) => wantedOf(postingOf(document)));
	const found = wanted.length > 0 ? await lookUp(session, wanted) : undefined;
	for (const { each, problem } of without) {
		const { index, document } = each;
		const { entity } = KINDS[document.document];
		const booked =
			found?.kind === 'done' ? found.value.byKey(entity, document.key).at(0) : undefined;
		results.set(
			index,
			booked && isLinking(document)
				? { index, ok: true, status: 'Already Posted', document, booked, differences: [] }
				: { index, ok: false, problem },
		);
	}
}

function isLinking(document: AccountingDocument): boolean {
	return receiptLines(document).length > 0 || linkOf(document) !== undefined;
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
export function targetOf(
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
