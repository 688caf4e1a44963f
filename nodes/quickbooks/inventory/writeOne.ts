import type { Problem } from '../../accounting/problems';
import { answerProblem } from '../client';
import type { Fault } from '../faults';
import type { Json } from '../json';
import { noteWithKey } from '../key';
import { notDone, tooOften, unknown } from '../postProblems';
import type { Session } from '../session';
import { otherRun, whereOf, writtenTwice, wrongAdjustment } from './adjustmentProblems';
import {
	adjustmentIn,
	adjustmentsOf,
	type BooksAdjustment,
	createAdjustment,
	deleteAdjustment,
	DETAIL,
	isGone,
	sameLines,
} from './adjustments';
import type { Adjustment, WrittenAdjustment } from './types';

export type AdjustmentOutcome =
	| { state: 'written'; adjustment: WrittenAdjustment }
	| { state: 'refused'; problem: Problem }
	/** QuickBooks itself refused it. */
	| { state: 'faulty'; fault: Fault };

/** An attempt whose answer was an old one is made again. */
const ROUNDS = 3;
/** Another run sends the same at the same moment. */
const SAME_REQUEST = '600';
const NO_ROW = 'QuickBooks answered without the adjustment';

/** Writes one adjustment that the books do not hold yet, proves it, and leaves one of its key. */
export async function writeOne(
	session: Session,
	adjustment: Adjustment,
	account: string,
): Promise<AdjustmentOutcome> {
	const where = whereOf(adjustment);
	const before = await copiesOf(session, adjustment);
	if (before.state === 'unread') return { state: 'refused', problem: before.problem };
	const [known] = before.copies;
	if (known) return ofOther(adjustment, known);
	const json = jsonOf(adjustment, account);
	let salt = '';
	for (let round = 1; round <= ROUNDS; round++) {
		const answer = await createAdjustment(session.client, json, salt);
		const isTwin = answer.kind === 'refused' && answer.fault.code === SAME_REQUEST;
		if (answer.kind === 'refused' && !isTwin) return { state: 'faulty', fault: answer.fault };
		const own = answer.kind === 'done' ? adjustmentIn(answer.value) : undefined;
		const reason = answer.kind === 'doubtful' ? answer.reason : NO_ROW;
		const outcome = own
			? await prove(session, { adjustment, account, own })
			: await lookAgain(session, adjustment, reason);
		if (outcome.state !== 'vanished') return outcome;
		// The next attempt must not get the same old answer
		salt = outcome.id;
	}
	return { state: 'refused', problem: tooOften(where, ROUNDS) };
}

interface Created {
	adjustment: Adjustment;
	account: string;
	own: BooksAdjustment;
}

type Proved = AdjustmentOutcome | { state: 'vanished'; id: string };

async function prove(session: Session, created: Created): Promise<Proved> {
	const { adjustment, account, own } = created;
	const isRight =
		own.keys.includes(adjustment.key) &&
		own.date === adjustment.date &&
		own.account === account &&
		sameLines(own.lines, adjustment.lines);
	if (!isRight) return await undoWrong(session, created);
	const seen = await copiesOf(session, adjustment);
	if (seen.state === 'unread') {
		const note = `It could not be checked that no other run booked it too: ${seen.problem.what}`;
		return { state: 'written', adjustment: { ...writtenOf(adjustment, own, false), note } };
	}
	if (seen.copies.length > 0) return await keepLowest(session, adjustment, seen.copies, own);
	if (await isGone(session.client, own.id)) return { state: 'vanished', id: own.id };
	return { state: 'written', adjustment: writtenOf(adjustment, own, false) };
}

async function undoWrong(session: Session, { adjustment, own }: Created): Promise<Proved> {
	const undone = await deleteAdjustment(session.client, own);
	if (undone.state === 'gone') return { state: 'vanished', id: own.id };
	const fate =
		undone.state === 'deleted'
			? 'It was deleted again'
			: `It could NOT be deleted again: delete the inventory adjustment ID ${own.id} in QuickBooks (${undone.reason})`;
	return { state: 'refused', problem: wrongAdjustment(adjustment, own, fate) };
}

/** No usable answer came: the books themselves are asked. */
async function lookAgain(
	session: Session,
	adjustment: Adjustment,
	reason: string,
): Promise<AdjustmentOutcome> {
	const where = whereOf(adjustment);
	const seen = await copiesOf(session, adjustment);
	if (seen.state === 'unread') {
		const both = `${reason}; and then: ${seen.problem.what}`;
		return { state: 'refused', problem: unknown(where, both) };
	}
	if (seen.copies.length === 0) return { state: 'refused', problem: notDone(where, reason) };
	return await keepLowest(session, adjustment, seen.copies, undefined);
}

/**
 * Deletes all but the lowest id. Before this run wrote, the books held none of this key; whichever run
 * looks last sees all of them and decides the same.
 */
async function keepLowest(
	session: Session,
	adjustment: Adjustment,
	copies: readonly BooksAdjustment[],
	own: BooksAdjustment | undefined,
): Promise<AdjustmentOutcome> {
	const [first, ...rest] = copies;
	const unseen = own && !copies.some(({ id }) => id === own.id) ? [own] : [];
	const kept: string[] = [];
	for (const copy of [...rest, ...unseen]) {
		const undone = await deleteAdjustment(session.client, copy);
		if (undone.state === 'kept') kept.push(copy.id);
	}
	if (kept.length > 0) {
		return { state: 'refused', problem: writtenTwice(adjustment, first, kept) };
	}
	const isOwn = own ? first.id === own.id : rest.length === 0;
	// After a lost answer it is not known whose it is: the same lines are the same thing
	if (!isOwn || !sameLines(first.lines, adjustment.lines)) return ofOther(adjustment, first);
	return { state: 'written', adjustment: writtenOf(adjustment, first, false) };
}

/** What another run, or this one before it broke off, has booked under the key. */
function ofOther(adjustment: Adjustment, other: BooksAdjustment): AdjustmentOutcome {
	return sameLines(other.lines, adjustment.lines)
		? { state: 'written', adjustment: writtenOf(adjustment, other, true) }
		: { state: 'refused', problem: otherRun(adjustment, other) };
}

function writtenOf(
	{ key }: Adjustment,
	{ id, number, lines }: BooksAdjustment,
	byOther: boolean,
): WrittenAdjustment {
	return { id, number, key, lines, byOther };
}

type Copies = { state: 'read'; copies: BooksAdjustment[] } | { state: 'unread'; problem: Problem };

async function copiesOf({ client }: Session, adjustment: Adjustment): Promise<Copies> {
	const { key, date } = adjustment;
	const answer = await adjustmentsOf(client, date);
	if (answer.kind !== 'done') {
		return { state: 'unread', problem: answerProblem(answer, whereOf(adjustment)) };
	}
	return { state: 'read', copies: answer.value.filter(({ keys }) => keys.includes(key)) };
}

function jsonOf({ date, key, memo, lines }: Adjustment, account: string): Json {
	return {
		TxnDate: date,
		AdjustAccountRef: { value: account },
		PrivateNote: noteWithKey(memo, key),
		Line: lines.map(({ itemId, change }) => ({
			DetailType: DETAIL,
			[DETAIL]: { ItemRef: { value: itemId }, QtyDiff: change },
		})),
	};
}
