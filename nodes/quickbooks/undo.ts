import { BATCH_SIZE, type QuickBooksClient } from './client';
import { faultIn, faultProblem } from './faults';
import { fingerprint } from './fingerprint';
import { at, textAt } from './json';
import { type Booked, ENTITY } from './lookup';

/** 'gone': it was not there any more. Else why it is still there. */
export type Undone = { state: 'deleted' } | { state: 'gone' } | { state: 'kept'; reason: string };

/** Object Not Found: also of what somebody else has deleted. */
const GONE = '610';

/** Deletes documents for good, in batches. @returns what became of each, by id. */
export async function deleteAll(
	client: QuickBooksClient,
	documents: readonly Booked[],
): Promise<Map<string, Undone>> {
	const undone = new Map<string, Undone>();
	for (let start = 0; start < documents.length; start += BATCH_SIZE) {
		const chunk = documents.slice(start, start + BATCH_SIZE);
		const items = chunk.map(({ id, syncToken }, index) => ({
			bId: `x${index}`,
			operation: 'delete',
			[ENTITY]: { Id: id, SyncToken: syncToken },
		}));
		const requestId = fingerprint(`${client.realmId} delete ${JSON.stringify(items)}`);
		const answer = await client.batch(items, requestId);
		for (const [index, { id }] of chunk.entries()) {
			if (answer.kind === 'doubtful') undone.set(id, { state: 'kept', reason: answer.reason });
			else if (answer.kind === 'refused') {
				undone.set(id, { state: 'kept', reason: faultProblem(answer.fault, '').what });
			} else undone.set(id, undoneOf(answer.value.find((item) => item.bId === `x${index}`)));
		}
	}
	return undone;
}

function undoneOf(item: unknown): Undone {
	if (textAt(at(item, ENTITY), 'status') === 'Deleted') return { state: 'deleted' };
	const fault = faultIn(item);
	if (fault?.code === GONE) return { state: 'gone' };
	return {
		state: 'kept',
		reason: fault ? faultProblem(fault, '').what : 'QuickBooks gave no answer for it',
	};
}
