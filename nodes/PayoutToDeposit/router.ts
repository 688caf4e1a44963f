import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { payoutToDeposit } from '../accounting/payoutToDeposit';
import { clock } from '../n8n/clock';
import { mapEach } from '../n8n/mapItems';
import { ledgerPolicyFor } from '../panel/ledger/policyFor';

/** Maps every payout by itself: documents to the first output, what is none (yet) to the second. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const asOf = new Date(clock.now()).toISOString();
	const outputs = await mapEach(context, (payout, itemIndex) =>
		payoutToDeposit(payout, ledgerPolicyFor(context, itemIndex, asOf)),
	);
	return outputs.all();
}
