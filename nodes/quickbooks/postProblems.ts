import type { Problem } from '../accounting/problems';

const LOOKS_FIRST = 'Run again: posting looks into the books before it writes';

export function unknown(where: string, reason: string): Problem {
	return {
		code: 'unknown-outcome',
		what: `It is not known whether QuickBooks took it (${reason})`,
		where,
		fix: LOOKS_FIRST,
	};
}

export function notDone(where: string, reason: string): Problem {
	return {
		code: 'not-posted',
		what: `${reason}; the books do not hold it now`,
		where,
		fix: LOOKS_FIRST,
	};
}

export function tooOften(where: string, rounds: number): Problem {
	return {
		code: 'not-posted',
		what: `QuickBooks did not take it in ${rounds} attempts`,
		where,
		fix: LOOKS_FIRST,
	};
}

export function stuck(where: string): Problem {
	return {
		code: 'missing-in-quickbooks',
		what: 'Something the document needs could not be created in QuickBooks',
		where,
		fix: "Run 'Plan' to see what is missing",
	};
}

/** The document's own place, without losing which list entry failed. */
export function becauseOf(problem: Problem, where: string): Problem {
	const { where: entry, what } = problem;
	return { ...problem, where, what: what.includes(entry) ? what : `${entry}: ${what}` };
}
