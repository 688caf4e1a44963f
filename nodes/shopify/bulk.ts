import { plainText, failure, problem } from './problems';
import { BULK_RUN, BULK_STATE } from './queries';
import type { ShopifyClient } from './client';
import { failed, ok, type GraphqlObject, type Outcome, type SendHttp } from './types';

type UserError = { field: string[] | null; message: string; code: string | null };

interface BulkOperation {
	id: string;
	status: string;
	errorCode: string | null;
	objectCount: string;
	url: string | null;
}

export interface BulkOptions {
	/**
	 * Fetches the result file. It lies on a foreign host and its address is signed, so this must be
	 * a way that adds no token.
	 */
	download: SendHttp;
	/** Longest time to wait for Shopify's result; 20 minutes unless told. */
	maxWaitMs?: number;
}

const FIRST_POLL_MS = 1000;
const SLOWEST_POLL_MS = 10_000;
const DOWNLOAD_TRIES = 3;
const DOWNLOAD_TIMEOUT_MS = 300_000;

/**
 * Lets Shopify run a query over everything, which costs no query points, and reads its file.
 *
 * @returns the file's rows; children name their parent in `__parentId`, in no reliable order.
 * `bulk-unavailable` means that reading page by page may still work.
 */
export async function readInBulk(
	client: ShopifyClient,
	document: string,
	options: BulkOptions,
): Promise<Outcome<GraphqlObject[]>> {
	const started = await startBulk(client, document);
	if (!started.ok) return started;
	const finished = await awaitBulk(client, started.value, options.maxWaitMs ?? 1_200_000);
	if (!finished.ok) return finished;
	const { url, objectCount } = finished.value;
	// Shopify gives no file where nothing was found
	if (!url) return Number(objectCount) === 0 ? ok([]) : incomplete();
	return await downloadRows(client, options.download, url, Number(objectCount));
}

async function startBulk(client: ShopifyClient, query: string): Promise<Outcome<string>> {
	const answer = await client.ask<{
		bulkOperationRunQuery: {
			bulkOperation: { id: string } | null;
			userErrors: UserError[];
		} | null;
	}>(BULK_RUN, { query });
	if (!answer.ok) return answer;
	const run = answer.value.data.bulkOperationRunQuery;
	if (run?.bulkOperation) return ok(run.bulkOperation.id);
	const text = plainText((run?.userErrors ?? []).map(({ message }) => message).join('; '));
	return unavailable(`Shopify did not start the bulk operation: ${text}`);
}

async function awaitBulk(
	client: ShopifyClient,
	id: string,
	maxWaitMs: number,
): Promise<Outcome<BulkOperation>> {
	const end = client.clock.now() + maxWaitMs;
	for (let wait = FIRST_POLL_MS; ; wait = Math.min(wait * 1.5, SLOWEST_POLL_MS)) {
		const answer = await client.ask<{ bulkOperation: BulkOperation | null }>(BULK_STATE, { id });
		if (!answer.ok) return answer;
		const operation = answer.value.data.bulkOperation;
		if (operation?.status === 'COMPLETED') return ok(operation);
		if (operation?.status !== 'CREATED' && operation?.status !== 'RUNNING') {
			return stopped(operation);
		}
		if (client.clock.now() + wait > end) {
			return unavailable('The bulk operation did not finish in time');
		}
		await client.clock.sleep(wait);
	}
}

function stopped(operation: BulkOperation | null): Outcome<BulkOperation> {
	if (operation?.errorCode === 'ACCESS_DENIED') {
		return failure(
			'access-denied',
			'Shopify denied the bulk operation access to a part of the orders',
			"Compare the app's access scopes with those this package asks for, then reconnect the credential.",
		);
	}
	const state = operation ? `${operation.status} ${operation.errorCode ?? ''}`.trim() : 'lost';
	return unavailable(`The bulk operation ended as ${state}`);
}

async function downloadRows(
	client: ShopifyClient,
	download: SendHttp,
	url: string,
	expected: number,
): Promise<Outcome<GraphqlObject[]>> {
	for (let attempt = 1; ; attempt++) {
		const answer = await download({ method: 'GET', url, timeoutMs: DOWNLOAD_TIMEOUT_MS }).then(
			(received) => received,
			() => undefined,
		);
		const rows = answer?.status === 200 ? parseRows(answer.body) : undefined;
		// a connection that breaks late leaves a file that looks whole but is not
		if (rows && rows.length === expected) return ok(rows);
		if (attempt === DOWNLOAD_TRIES) return incomplete();
		await client.clock.sleep(FIRST_POLL_MS * 2 ** attempt);
	}
}

/** @returns undefined where a line is cut off. */
function parseRows(jsonl: string): GraphqlObject[] | undefined {
	const rows: GraphqlObject[] = [];
	for (const line of jsonl.split('\n')) {
		if (line.trim() === '') continue;
		try {
			rows.push(JSON.parse(line) as GraphqlObject);
		} catch {
			return undefined;
		}
	}
	return rows;
}

function unavailable(what: string) {
	return failed(
		problem('bulk-unavailable', what, 'Run the workflow again later, or read a shorter period.'),
	);
}

function incomplete() {
	return unavailable("The file with Shopify's result could not be downloaded whole");
}
