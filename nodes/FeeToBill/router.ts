import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { FeeBook, feeToBill } from '../accounting/feeToBill';
import type { LedgerPolicy } from '../accounting/ledgerPolicy';
import { clock } from '../n8n/clock';
import { mapEach, MapperOutputs, type Mapped } from '../n8n/mapItems';
import { ledgerPolicyFor } from '../panel/ledger/policyFor';

/** Maps every item by itself, but for the fees of days and months, which wait for all items. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const book = new FeeBook();
	const outputs = new MapperOutputs(context);
	await mapEach(
		context,
		(item, itemIndex) => mapItem(book, item, itemIndex, ledgerPolicyFor(context, itemIndex, asOf)),
		outputs,
		(itemIndex) => book.refuse(`Item ${itemIndex + 1}`),
	);
	for (const { items, outcome } of book.periods()) {
		if (outcome.ok) outputs.addJoint(items, outcome.value);
		else outputs.add(items[0], { kind: 'problem', problem: outcome.problem });
	}
	return outputs.all();
}

function mapItem(
	book: FeeBook,
	item: IDataObject,
	itemIndex: number,
	policy: LedgerPolicy,
): Mapped {
	const outcome = feeToBill(item, policy);
	if (outcome.kind !== 'period') return outcome;
	const taken = book.take(outcome.row, outcome.shop, policy, itemIndex);
	if (!taken.ok) return { kind: 'problem', problem: taken.problem };
	return { kind: 'documents', documents: [], skipped: taken.value ? [taken.value] : [] };
}
