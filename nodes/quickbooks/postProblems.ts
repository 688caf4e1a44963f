import type { Problem } from '../accounting/problems';
import { whereOf } from './fromDocuments/checkDocument';
import type { Task } from './send';

const LOOKS_FIRST = 'Run again: posting looks into the books before it writes';

export function unknown({ document }: Task, reason: string): Problem {
	return {
		code: 'unknown-outcome',
		what: `It is not known whether QuickBooks took it (${reason})`,
		where: whereOf(document),
		fix: LOOKS_FIRST,
	};
}

export function notDone({ document }: Task, reason: string): Problem {
	return {
		code: 'not-posted',
		what: `${reason}; the books do not hold it now`,
		where: whereOf(document),
		fix: LOOKS_FIRST,
	};
}

export function tooOften({ document }: Task, rounds: number): Problem {
	return {
		code: 'not-posted',
		what: `QuickBooks did not take it in ${rounds} attempts`,
		where: whereOf(document),
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
