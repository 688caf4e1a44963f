import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { throwProblem } from '../../n8n/problems';
import { type BooksDays, BooksWindow } from '../../quickbooks/books/booksWindow';
import { undoDocuments, type UndoResult } from '../../quickbooks/books/undoDocuments';
import { answerProblem } from '../../quickbooks/client';
import type { CompanyAddress } from '../../quickbooks/credential';
import { shifted } from '../../quickbooks/days';
import { textAt } from '../../quickbooks/json';
import type { Session } from '../../quickbooks/session';
import { bookedItem } from './bookedItem';
import { dayIn, today } from './findFields';
import { type Refusal, refusedItems } from './refusals';

/** Days around the dates of the items in which a bookkeeper may have moved their documents. */
const AROUND = 60;
/** Where an item has no date. */
const DAYS_BACK = 400;

/** Deletes what carries the keys of the items; one item for each, with what became of it. */
export async function undoItems(
	context: IExecuteFunctions,
	session: Session,
	{ appUrl }: CompanyAddress,
): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData().map(({ json }) => json);
	const keys = inputs.map((json) => textAt(json, 'key')?.trim() ?? '');
	const wanted = [...new Set(keys)].filter((key) => key !== '');
	const books = new BooksWindow(session, daysAround(inputs), appUrl);
	const answer = await undoDocuments(books, wanted);
	if (answer.kind !== 'done') {
		throwProblem(context.getNode(), 0, answerProblem(answer, 'QuickBooks'));
	}
	const output: INodeExecutionData[] = [];
	const refusals: Refusal[] = [];
	for (const [index, key] of keys.entries()) {
		const result = answer.value.get(key);
		if (!result) refusals.push({ index, problem: noKey() });
		else if (result.state === 'refused') refusals.push({ index, problem: result.problem });
		else output.push({ json: undoneItem(inputs[index], key, result), pairedItem: { item: index } });
	}
	output.push(...refusedItems(context, refusals, inputs.length));
	return output.sort((a, b) => position(a) - position(b));
}

function undoneItem(
	input: IDataObject,
	key: string,
	result: Exclude<UndoResult, { state: 'refused' }>,
): IDataObject {
	if (result.state === 'not in books') {
		const { document, date } = input;
		return { document, key, date, undo: { status: 'Not in Books', deleted: [] } };
	}
	const deleted = result.documents.map((document) => bookedItem(document, key));
	const [{ document, date }] = deleted;
	return { document, key, date, undo: { status: 'Deleted', deleted } };
}

function daysAround(inputs: readonly IDataObject[]): BooksDays {
	const dates = inputs.map(({ date }) => dayIn(date));
	const known = dates.filter((date) => date !== undefined).sort();
	const [first, last] = [known[0] ?? today(), known.at(-1) ?? today()];
	const open = dates.includes(undefined);
	const from = shifted(first, -AROUND);
	const early = shifted(today(), -DAYS_BACK);
	const to = shifted(last, AROUND);
	const late = shifted(today(), AROUND);
	return open ? { from: from < early ? from : early, to: to > late ? to : late } : { from, to };
}

function noKey() {
	return {
		code: 'no-key',
		what: 'The item has no key, so nothing can be undone',
		where: 'Item',
		fix: "Connect the output of 'Find' or of posting: items with a 'key' like \"demo-store.myshopify.com/Order/555\"",
	};
}

function position({ pairedItem }: INodeExecutionData): number {
	return (pairedItem as { item: number }).item;
}
