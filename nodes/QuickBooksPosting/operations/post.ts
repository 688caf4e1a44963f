import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { throwProblem } from '../../n8n/problems';
import { answerProblem } from '../../quickbooks/client';
import type { CompanyAddress } from '../../quickbooks/credential';
import { pageOf } from '../../quickbooks/entities';
import { post, type PostResult } from '../../quickbooks/post';
import type { Session } from '../../quickbooks/session';
import { moneyText } from './moneyText';
import { refusedItems } from './refusals';

/** Each document with its place in the books, in the order of the input. */
export async function postDocuments(
	context: IExecuteFunctions,
	session: Session,
	address: CompanyAddress,
): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const answer = await post(
		session,
		inputs.map(({ json }) => json),
	);
	if (answer.kind !== 'done') {
		throwProblem(context.getNode(), 0, answerProblem(answer, 'QuickBooks'));
	}
	const { results } = answer.value;
	const posted = results.flatMap((result) =>
		result.ok ? [postedItem(result, session, address)] : [],
	);
	const refused = results.flatMap((result) => (result.ok ? [] : [result]));
	return inOrder([...posted, ...refusedItems(context, refused, results.length)]);
}

function postedItem(
	{ index, document, status, booked, differences, note }: PostResult & { ok: true },
	{ company }: Session,
	{ appUrl }: CompanyAddress,
): INodeExecutionData {
	const quickBooks: IDataObject = {
		status,
		id: booked.id,
		number: booked.number,
		total: moneyText(booked.total, document.currency),
		url: pageOf(appUrl, booked),
		company: company.name,
	};
	if (differences.length > 0) quickBooks.differences = differences.map((each) => ({ ...each }));
	if (note) quickBooks.note = note;
	return {
		json: { ...document, quickBooks } as unknown as IDataObject,
		pairedItem: { item: index },
	};
}

function inOrder(items: INodeExecutionData[]): INodeExecutionData[] {
	const position = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;
	return items.sort((a, b) => position(a) - position(b));
}
