import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../../accounting/problems';
import type { Connections } from '../connect';
import { directionOf } from '../settings';
import type { SyncedRow, SyncReport } from '../sync';

const STATUSES = ['Done', 'Change', 'Same', 'Skipped', 'Failed'] as const;

/** The one item of a run that reads nothing. */
export function offItem(context: IExecuteFunctions): INodeExecutionData {
	return forAll(context, {
		mode: 'Off',
		direction: directionOf(context),
		message: "Nothing was read and nothing was written, for 'Mode' is Off",
		calls: { shopify: 0, quickBooks: { http: 0, reads: 0, writes: 0 } },
	});
}

export interface Told {
	report: SyncReport;
	mode: 'Preview' | 'Apply';
	direction: string;
	confirmationCode: string;
	connections: Connections;
	/** Why nothing was, or would be, written. */
	stop: Problem | null;
}

export function summaryItem(
	context: IExecuteFunctions,
	{ report, mode, direction, confirmationCode, connections, stop }: Told,
): INodeExecutionData {
	const { rows, pieces, rounds, readAt } = report;
	const { shop, locations, session, connection } = connections;
	return forAll(context, {
		mode,
		direction,
		shop: shop.myshopifyDomain,
		company: session.company.name,
		locations: locations.map(({ name }) => name),
		confirmationCode,
		products: countsOf(rows),
		skippedFor: reasonsOf(rows),
		pieces,
		stop: stop === null ? null : { ...stop },
		readAt,
		rounds,
		calls: { shopify: connection.calls.http, quickBooks: { ...session.client.calls } },
	});
}

/** It says something about all of the input. */
function forAll(context: IExecuteFunctions, json: IDataObject): INodeExecutionData {
	return { json, pairedItem: [...context.getInputData().keys()].map((item) => ({ item })) };
}

function countsOf(rows: readonly SyncedRow[]): IDataObject {
	const counts = STATUSES.map((status) => {
		const count = rows.filter((row) => row.status === status).length;
		return [status.toLowerCase(), count] as const;
	});
	return Object.fromEntries(counts);
}

/** How many products are skipped, by the code of the reason. */
function reasonsOf(rows: readonly SyncedRow[]): IDataObject {
	const counts = new Map<string, number>();
	for (const { status, problem } of rows) {
		if (status !== 'Skipped' || problem === null) continue;
		counts.set(problem.code, (counts.get(problem.code) ?? 0) + 1);
	}
	return Object.fromEntries(counts);
}
