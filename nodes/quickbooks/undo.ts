import { BATCH_SIZE, type QuickBooksClient } from './client';
import { faultIn, faultProblem } from './faults';
import { fingerprint } from './fingerprint';
import { type Booked, nameInBooks } from './found';
import { at, textAt } from './json';

/** 'gone': it was not there any more. Else why it is still there. */
export type Undone = { state: 'deleted' } | { state: 'gone' } | { state: 'kept'; reason: string };

/** Object Not Found: also of what somebody else has deleted. */
const GONE = '610';

/** Deletes documents for good, in batches. @returns what became of each, by `nameInBooks`. */
export async function deleteAll(
	client: QuickBooksClient,
	documents: readonly Booked[],
): Promise<Map<string, Undone>> {
	const undone = new Map<string, Undone>();
	for (let start = 0; start < documents.length; start += BATCH_SIZE) {
		const chunk = documents.slice(start, start + BATCH_SIZE);
		const items = chunk.map(({ entity, id, syncToken, row }, index) => ({
			bId: `x${index}`,
			operation: 'delete',
			[entity]: { ...row, Id: id, SyncToken: syncToken },
		}));
		const requestId = fingerprint(`${client.realmId} delete ${JSON.stringify(items)}`);
		const answer = await client.batch(items, requestId);
		for (const [index, booked] of chunk.entries()) {
			const name = nameInBooks(booked);
			if (answer.kind === 'doubtful') undone.set(name, { state: 'kept', reason: answer.reason });
			else if (answer.kind === 'refused') {
				undone.set(name, { state: 'kept', reason: faultProblem(answer.fault, '').what });
			} else {
				const item = answer.value.find(({ bId }) => bId === `x${index}`);
				undone.set(name, undoneOf(at(item, booked.entity), item));
			}
		}
	}
	return undone;
}

function undoneOf(row: unknown, item: unknown): Undone {
	if (textAt(row, 'status') === 'Deleted') return { state: 'deleted' };
	const fault = faultIn(item);
	if (fault?.code === GONE) return { state: 'gone' };
	return {
		state: 'kept',
		reason: fault ? faultProblem(fault, '').what : 'QuickBooks gave no answer for it',
	};
}
