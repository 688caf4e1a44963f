import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { localDate } from '../accounting/localDate';
import type { Problem } from '../accounting/problems';
import { clock } from '../n8n/clock';
import { refuseItem, throwProblem } from '../n8n/problems';
import { type ApprovedInput, approvedInput } from './approvedInput';
import { codeOf, notConfirmed } from './confirmation';
import { connectSides, type Connections } from './connect';
import { productItems } from './outputs/productItems';
import { summaryItem } from './outputs/summaryItem';
import { settingsOf, type Settings } from './settings';
import { syncStock, type SyncedRow, type SyncPolicy, type SyncReport, type SyncRun } from './sync';
import { booksSide } from './sync/ofQuickBooks';
import { shopSide } from './sync/ofShopify';

interface Run {
	settings: Settings;
	connections: Connections;
	/** Rows of a preview in the input; undefined where everything may change. */
	approved: ApprovedInput | undefined;
	/** Of these settings, this shop and this company. */
	confirmationCode: string;
	/** Set where changes were asked for without the right code: they are only shown. */
	unconfirmed: Problem | undefined;
}

export async function runSync(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = await prepare(context);
	const report = await syncStock(sidesOf(run), policyOf(run), runOf(context, run));
	if (!report.ok) return throwProblem(context.getNode(), 0, report.problem);
	return outputsOf(context, run, report.value);
}

async function prepare(context: IExecuteFunctions): Promise<Run> {
	const read = settingsOf(context);
	if (!read.ok) return throwProblem(context.getNode(), 0, read.problem);
	const settings = read.value;
	const isApply = settings.mode === 'Apply';
	const approved =
		isApply && settings.onlyInput ? approvedInput(context.getInputData()) : undefined;
	if (approved?.size === 0) throwProblem(context.getNode(), 0, nothingApproved());
	const connected = await connectSides(context, settings.locations);
	if (!connected.ok) return throwProblem(context.getNode(), 0, connected.problem);
	const connections = connected.value;
	const confirmationCode = codeOf(context, settings, connections);
	const isConfirmed = settings.confirmationCode.toUpperCase() === confirmationCode;
	const unconfirmed =
		isApply && !isConfirmed ? notConfirmed(settings, confirmationCode) : undefined;
	return { settings, connections, approved, confirmationCode, unconfirmed };
}

function sidesOf({ connections: { connection, shop, locations, session } }: Run) {
	const { myshopifyDomain: domain, ianaTimezone: timeZone } = shop;
	const { client, download } = connection;
	const locationIds = locations.map(({ id }) => id);
	return {
		shop: shopSide(client, { domain, locationIds, download }),
		books: booksSide(session, { domain, timeZone }),
		clock,
	};
}

function policyOf({ settings, connections }: Run): SyncPolicy {
	const { shop, locations } = connections;
	const now = new Date(clock.now()).toISOString();
	return {
		...settings.policy,
		locations: locations.map(({ id }) => id),
		date: localDate(now, shop.ianaTimezone) ?? now.slice(0, 'YYYY-MM-DD'.length),
	};
}

function runOf(context: IExecuteFunctions, { settings, approved, unconfirmed }: Run): SyncRun {
	const { mode, account, lookBackDays } = settings;
	return {
		mode: mode === 'Apply' && unconfirmed === undefined ? 'Apply' : 'Preview',
		account,
		lookBackDays,
		runKey: `${context.getWorkflow().id ?? ''} ${context.getExecutionId()} ${context.getNode().id}`,
		...(approved === undefined ? {} : { approved: [...approved.values()] }),
	};
}

function outputsOf(
	context: IExecuteFunctions,
	run: Run,
	report: SyncReport,
): INodeExecutionData[][] {
	const { settings, connections, confirmationCode, unconfirmed } = run;
	const { direction } = settings.policy;
	const stop = report.stop ?? unconfirmed ?? null;
	const mode = settings.mode === 'Apply' && !unconfirmed ? 'Apply' : 'Preview';
	if (stop) {
		context.addExecutionHints({ message: `${stop.what}. ${stop.fix}`, location: 'outputPane' });
	}
	const itemIndexOf = itemIndexes(run.approved);
	const products = productItems(context, report.rows, {
		direction,
		confirmationCode,
		itemIndexOf,
	});
	// A person looks at a preview; a run that was to write and did not has to be heard of
	const barred = mode === 'Apply' && report.stop ? [refuseItem(context, 0, report.stop)] : [];
	const told = { report, mode, direction, confirmationCode, connections, stop } as const;
	return [[...products, ...barred], [summaryItem(context, told)]];
}

function itemIndexes(approved: ApprovedInput | undefined): (row: SyncedRow) => number {
	const indexes = new Map<string, number>();
	for (const [itemIndex, row] of approved ?? []) {
		const key = row.inventoryItemId ?? row.itemId;
		if (key !== null && !indexes.has(key)) indexes.set(key, itemIndex);
	}
	return ({ inventoryItemId, item }) =>
		indexes.get(inventoryItemId ?? '') ?? indexes.get(item?.id ?? '') ?? 0;
}

function nothingApproved(): Problem {
	return {
		code: 'nothing-approved',
		what: 'The input has no rows of a preview, and only those may change',
		where: 'Changes to Apply',
		fix: "Feed items of the output 'Products' of a preview, or set 'Changes to Apply' to All.",
	};
}
