import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { throwProblem } from '../../n8n/problems';
import { answerProblem } from '../../quickbooks/client';
import type { CompanyAddress } from '../../quickbooks/credential';
import { pageOf } from '../../quickbooks/entities';
import { plan } from '../../quickbooks/plan';
import type { Planned } from '../../quickbooks/planned';
import type { Session } from '../../quickbooks/session';

/** Each input with what posting would do with it. A held document is a finding here, no failure. */
export async function planDocuments(
	context: IExecuteFunctions,
	session: Session,
	{ appUrl }: CompanyAddress,
): Promise<INodeExecutionData[]> {
	const inputs = context.getInputData();
	const answer = await plan(
		session,
		inputs.map(({ json }) => json),
	);
	if (answer.kind !== 'done') {
		throwProblem(context.getNode(), 0, answerProblem(answer, 'QuickBooks'));
	}
	return answer.value.map((planned, index) => ({
		json: { ...inputs[index].json, plan: planOf(planned, session, appUrl) },
		pairedItem: { item: index },
	}));
}

function planOf(planned: Planned, { company }: Session, appUrl: string): IDataObject {
	const plain: IDataObject = {
		action: planned.action,
		company: company.name,
		missing: planned.missing.map((each) => ({ ...each })),
		differences: planned.differences.map((each) => ({ ...each })),
	};
	switch (planned.action) {
		case 'Held': {
			const { code, what, fix } = planned.problem;
			return { ...plain, reason: what, fix, code };
		}
		case 'Already Posted':
			return {
				...plain,
				quickBooksId: planned.booked.id,
				url: pageOf(appUrl, planned.booked),
			};
		case 'Same As':
			return {
				...plain,
				action: 'Already Posted',
				reason: `The same document as item ${planned.original + 1} of this run`,
			};
		default:
			// The day and memo of the document as it would be written, where they differ from the input's
			return {
				...plain,
				date: planned.document.date,
				...(planned.note ? { note: planned.note } : {}),
			};
	}
}
