import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { BalanceExport } from '../accounting/balanceExport';
import { balanceToEntry } from '../accounting/balanceToEntry';
import { clock } from '../n8n/clock';
import { mapEach, type Mapped } from '../n8n/mapItems';
import { ledgerPolicyFor } from '../panel/ledger/policyFor';
import { exportPolicyFor } from './exportPolicyFor';

/** Maps every item: documents to the first output, what is booked elsewhere to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const file = new BalanceExport(context.getInputData().map(({ json }) => json));
	const outputs = await mapEach(context, (item, itemIndex): Mapped => {
		const isExport = context.getNodeParameter('book', itemIndex, 'ledger') === 'export';
		return isExport
			? file.take(item, itemIndex + 1, exportPolicyFor(context, itemIndex))
			: balanceToEntry(item, ledgerPolicyFor(context, itemIndex, asOf));
	});
	return outputs.all();
}
