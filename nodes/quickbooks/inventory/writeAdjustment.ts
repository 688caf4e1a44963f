import type { Problem } from '../../accounting/problems';
import { concernsConnection, isThrottled } from '../faults';
import type { Session } from '../session';
import { accountOf, badLines, closedBooks, notTried, refusedBy } from './adjustmentProblems';
import { laterKey } from './adjustments';
import type { Adjustment, AdjustmentResult } from './types';
import { type AdjustmentOutcome, writeOne } from './writeOne';

/** QuickBooks takes thousands of lines; a page of them is what a person can still check. */
export const LINES_PER_ADJUSTMENT = 100;

/**
 * Changes quantities on hand, exactly once for each key: in adjustments of at most 100 lines with the
 * keys that follow one another. Looks the key up first, proves what QuickBooks returned, and leaves the
 * lowest of two that came into being at the same time. An item that QuickBooks does not take is left out
 * with its reason. Where it is not clear whether this run's lines are booked, the rest is not tried.
 */
export async function writeAdjustment(
	session: Session,
	adjustment: Adjustment,
): Promise<AdjustmentResult> {
	const result: AdjustmentResult = { written: [], refused: [] };
	if (adjustment.lines.length === 0) return result;
	const account = await accountOf(session, adjustment);
	const obstacle = closedBooks(session, adjustment) ?? (account.ok ? undefined : account.problem);
	let stop = obstacle;
	for (const part of parts(adjustment)) {
		if (stop || !account.ok) {
			const problem = obstacle ?? notTried(part, stop as Problem);
			result.refused.push({ lines: [...part.lines], problem });
			continue;
		}
		stop = await writePart(session, part, account.value, result);
	}
	return result;
}

function parts(adjustment: Adjustment): Adjustment[] {
	const { key, lines } = adjustment;
	const count = Math.ceil(lines.length / LINES_PER_ADJUSTMENT);
	return Array.from({ length: count }, (_, index) => ({
		...adjustment,
		key: laterKey(key, index),
		lines: lines.slice(index * LINES_PER_ADJUSTMENT, (index + 1) * LINES_PER_ADJUSTMENT),
	}));
}

/** @returns why nothing more may be written. */
async function writePart(
	session: Session,
	part: Adjustment,
	account: string,
	result: AdjustmentResult,
): Promise<Problem | undefined> {
	let outcome = await writeOne(session, part, account);
	let rest = part;
	if (outcome.state === 'faulty') {
		const bad = await badLines(session, part, outcome.fault);
		for (const [line, problem] of bad) result.refused.push({ lines: [line], problem });
		rest = { ...part, lines: part.lines.filter((line) => !bad.has(line)) };
		if (rest.lines.length === 0) return undefined;
		if (bad.size > 0) outcome = await writeOne(session, rest, account);
	}
	return settle(rest, outcome, result);
}

function settle(
	part: Adjustment,
	outcome: AdjustmentOutcome,
	result: AdjustmentResult,
): Problem | undefined {
	if (outcome.state === 'written') {
		result.written.push(outcome.adjustment);
		return undefined;
	}
	const problem = outcome.state === 'faulty' ? refusedBy(outcome.fault, part) : outcome.problem;
	result.refused.push({ lines: [...part.lines], problem });
	const goesOn =
		outcome.state === 'faulty' && !concernsConnection(outcome.fault) && !isThrottled(outcome.fault);
	return goesOn ? undefined : problem;
}
