import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Problem } from '../accounting/problems';
import { changesCode, type ProductRow } from '../accounting/products';
import { refusedItem, throwProblem } from '../n8n/problems';
import type { WrittenItem } from '../quickbooks/products';
import type { Settings } from './settings';
import type { Synced } from './sync';

const DONE = { Create: 'Created', Update: 'Updated' } as const;

/**
 * One item per product on the first output, the counts on the second. What QuickBooks refused leaves by
 * the error output, or stops the workflow when all else is done.
 */
export function outputsOf(
	context: IExecuteFunctions,
	settings: Settings,
	synced: Synced,
): INodeExecutionData[][] {
	const { rows, written } = synced;
	const refusals = [...written.values()].flatMap((result) => (result.ok ? [] : [result.problem]));
	const [first] = refusals;
	if (first && !context.continueOnFail()) {
		throwProblem(context.getNode(), 0, withCount(first, refusals.length, written.size));
	}
	const inputs = inputsByVariant(context, settings);
	const items = rows.map((row) => {
		const item = inputs.get(row.variantId ?? '') ?? 0;
		const result = written.get(row);
		if (result?.ok === false) return refusedItem(context, item, result.problem);
		return { json: rowItem(row, result), pairedItem: { item } };
	});
	const summary = { json: summaryOf(settings, synced), pairedItem: { item: 0 } };
	return [items, [summary]];
}

function inputsByVariant(context: IExecuteFunctions, settings: Settings): Map<string, number> {
	if (settings.approvals === undefined) return new Map();
	const inputs = context.getInputData().entries();
	return new Map([...inputs].map(([index, { json }]) => [String(json.variantId), index]));
}

function rowItem(row: ProductRow, result: (WrittenItem & { ok: true }) | undefined): IDataObject {
	const { product, sku, status, fields, leftOut, problem, variantId, inventoryItemId } = row;
	const item = result ?? row.item;
	return {
		product,
		sku,
		status: result && (status === 'Create' || status === 'Update') ? DONE[status] : status,
		fields: fields.map((field) => ({ ...field })),
		...(leftOut.length > 0 ? { leftOut: leftOut.map((field) => ({ ...field })) } : {}),
		...(problem === null ? {} : { reason: reasonOf(problem) }),
		...(result?.note === undefined ? {} : { note: result.note }),
		item: item === null ? null : { id: item.id, name: item.name },
		variantId,
		inventoryItemId,
	};
}

function reasonOf({ code, what, fix }: Problem): IDataObject {
	return { code, what, fix };
}

function summaryOf({ apply }: Settings, synced: Synced): IDataObject {
	const { rows, written, shop, company, products, items, calls } = synced;
	const counts: Record<string, number> = {};
	const reasons: Record<string, number> = {};
	const count = (into: Record<string, number>, name: string) => {
		into[name] = (into[name] ?? 0) + 1;
	};
	for (const row of rows) {
		const result = written.get(row);
		const isOpen = row.status === 'Create' || row.status === 'Update';
		if (result?.ok === false) count(counts, 'Refused');
		else count(counts, result && isOpen ? DONE[row.status as 'Create'] : row.status);
		if (row.problem !== null) count(reasons, row.problem.code);
		row.leftOut.forEach(({ code }) => count(reasons, code));
	}
	return {
		mode: apply ? 'Apply' : 'Preview',
		shop: shop.myshopifyDomain,
		company: company.name,
		products,
		items,
		changesCode: changesCode(rows),
		changes: rows.filter(({ status }) => status === 'Create' || status === 'Update').length,
		counts,
		reasons,
		quickBooksCalls: { ...calls },
	};
}

function withCount(problem: Problem, refused: number, total: number): Problem {
	if (total === 1) return problem;
	return {
		...problem,
		fix: `${problem.fix}. ${refused} of ${total} items could not be written, the others are in QuickBooks. To go on with those, set 'On Error' of this node to 'Continue (using error output)'`,
	};
}
