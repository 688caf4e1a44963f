import { QuickBooksFault } from '../company/fault.mts';
import type { CompanyBooks, Json } from '../company/types.mts';
import { write } from './entities.mts';
import { badRequestId, batchTooLarge, missingParameter, unsupported } from './faults.mts';
import type { Metering } from './metering.mts';
import { entityNamed } from './query/properties.mts';
import { runQuery, type QuerySource } from './query/run.mts';

const MAX_ITEMS = 30;
const MAX_BID_WITH_REQUEST_ID = 10;
const NOT_ENTITIES = ['bId', 'operation', 'optionsData', 'Query'];

export interface BatchContext {
	books: CompanyBooks;
	source: QuerySource;
	metering: Metering;
	/** Whether the batch carries a requestid, which limits the length of each bId. */
	hasRequestId: boolean;
}

/**
 * POST /batch: every item stands alone, a refused one answers with its own Fault.
 * @throws QuickBooksFault 1040 for more than 30 items, 2020 without items.
 */
export function runBatch(context: BatchContext, body: Json): Json[] {
	const items = body.BatchItemRequest;
	if (!Array.isArray(items) || items.length === 0) throw missingParameter('BatchItemRequest');
	if (items.length > MAX_ITEMS) throw batchTooLarge(items.length, MAX_ITEMS);
	for (const { bId } of items) checkBid(bId, context.hasRequestId);
	return items.map((item: Json) => ({ ...runItem(context, item), bId: item.bId }));
}

function checkBid(bId: unknown, hasRequestId: boolean): void {
	if (typeof bId !== 'string' || bId === '') throw missingParameter('bId');
	if (hasRequestId && bId.length > MAX_BID_WITH_REQUEST_ID) {
		throw badRequestId(
			`With a request id a bId may have ${MAX_BID_WITH_REQUEST_ID} characters. Supplied value:${bId}`,
		);
	}
}

function runItem({ books, source, metering }: BatchContext, item: Json): Json {
	try {
		if (typeof item.Query === 'string') {
			const QueryResponse = runQuery(item.Query, source);
			metering.count('corePlus');
			return { QueryResponse };
		}
		const answer = runWrite(books, item);
		metering.count('core');
		return answer;
	} catch (error) {
		if (error instanceof QuickBooksFault) return { Fault: error.toFault() };
		throw error;
	}
}

/** An item's write: its entity is the member that is none of the item's own. */
function runWrite(books: CompanyBooks, item: Json): Json {
	const name = Object.keys(item).find((key) => !NOT_ENTITIES.includes(key));
	const entity = name === undefined ? undefined : entityNamed(name);
	const body = name === undefined ? undefined : item[name];
	if (!entity || typeof body !== 'object' || body === null)
		throw unsupported(`/batch ${name ?? ''}`);
	if (typeof item.operation !== 'string') throw missingParameter('operation');
	const include = typeof item.optionsData === 'string' ? item.optionsData.split(',') : [];
	const row = write(books, { entity, operation: item.operation, include, body: body as Json });
	return { [entity]: row };
}
