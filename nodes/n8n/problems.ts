import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { redact } from './redact';

/** What the libraries report; the same shape as accounting's and shopify's problems. */
export interface Problem {
	code?: string;
	/** What happened, in the user's words. */
	what: string;
	/** The order, document or setting it happened at. */
	where?: string;
	/** What to do next. */
	fix: string;
}

export type NodeProblemError = NodeApiError | NodeOperationError;

/** @returns n8n's error: message = where and what, description = fix, tied to its item. */
export function problemError(node: INode, itemIndex: number, problem: Problem): NodeOperationError {
	return new NodeOperationError(node, redact(sentence(problem)), {
		itemIndex,
		description: redact(problem.fix),
	});
}

/** @throws NodeOperationError always. Call it outside of a `catch`. */
export function throwProblem(node: INode, itemIndex: number, problem: Problem): never {
	throw problemError(node, itemIndex, problem);
}

/**
 * One item that is refused while the others go on: an item for the error output (or for the
 * regular output with "Continue"), else n8n stops here.
 *
 * @throws NodeOperationError where the user wants the workflow to stop.
 */
export function refuseItem(
	context: IExecuteFunctions,
	itemIndex: number,
	problem: Problem,
): INodeExecutionData {
	if (!context.continueOnFail()) throwProblem(context.getNode(), itemIndex, problem);
	return refusedItem(context, itemIndex, problem);
}

/**
 * n8n moves an item to the error output, together with the input it came from, when its `json` is
 * nothing but `error`, `message` and `details`. With an `error` beside `json` it would afterwards
 * replace the whole `json` by the message, and what to do would be lost.
 */
export function refusedItem(
	context: IExecuteFunctions,
	itemIndex: number,
	problem: Problem,
): INodeExecutionData {
	const { message, description } = problemError(context.getNode(), itemIndex, problem);
	const { code, where } = problem;
	const details: IDataObject = { fix: description ?? '', what: redact(problem.what) };
	if (code) details.code = code;
	if (where) details.where = where;
	return { json: { error: message, details }, pairedItem: { item: itemIndex } };
}

/**
 * Runs `work` for every input item. An item that throws leaves by the error output and the rest
 * go on, if the user chose that; else the run stops with the item named.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	work: (itemIndex: number) => Promise<INodeExecutionData[]>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const result = await work(itemIndex).then(
			(items) => ({ items }),
			(thrown: unknown) => ({ error: asNodeError(context.getNode(), itemIndex, thrown) }),
		);
		if ('items' in result) {
			for (const item of result.items) output.push(item);
		} else if (context.continueOnFail()) {
			const { message, description } = result.error;
			const problem = { what: message, fix: description ?? '' };
			output.push(refusedItem(context, itemIndex, problem));
		} else {
			throw result.error;
		}
	}
	return output;
}

/**
 * Every item is refused for one reason, e.g. because the credential was revoked. A node that is set to
 * go on must not throw: n8n would hand its input to the regular output, and the run would pass for a
 * success.
 */
export function refuseEvery(
	context: IExecuteFunctions,
	thrown: unknown,
	usualFix = 'Mend what the text names and run again.',
): INodeExecutionData[] {
	const { message, description } = thrown as { message?: string; description?: string | null };
	const problem = { what: message ?? String(thrown), fix: description || usualFix };
	return context.getInputData().map((_, itemIndex) => refusedItem(context, itemIndex, problem));
}

function asNodeError(node: INode, itemIndex: number, thrown: unknown): NodeProblemError {
	if (thrown instanceof NodeOperationError || thrown instanceof NodeApiError) {
		thrown.context.itemIndex ??= itemIndex;
		return thrown;
	}
	const message = thrown instanceof Error ? thrown.message : String(thrown);
	return new NodeOperationError(node, redact(message), { itemIndex });
}

function sentence({ where, what }: Problem): string {
	return where && !what.includes(where) ? `${where}: ${what}` : what;
}
