import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { clearingAccounts } from '../panel/ledger/clearingAccounts';
import { ENTRY_ROLES, FEE_ROLES, ledgerAccounts } from '../panel/ledger/ledgerAccounts';
import { ledgerTypes } from '../panel/ledger/ledgerTypes';
import { financingCost, ledgerOptions, payoutDay, shownFor } from '../panel/ledger/options';
import { failedPayouts, payoutAccounts, payoutForm, receipts } from './panel/payoutFields';
import { router } from './router';

export class PayoutToDeposit implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Payout to Deposit',
		name: 'payoutToDeposit',
		icon: {
			light: 'file:../../icons/payoutToDeposit.svg',
			dark: 'file:../../icons/payoutToDeposit.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["payoutForm"] }}',
		description:
			'Turns Shopify payouts that add up into bank deposits or transfers for QuickBooks Posting, without sending anything',
		defaults: { name: 'Payout to Deposit' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [
			payoutForm,
			payoutAccounts,
			clearingAccounts,
			receipts,
			failedPayouts,
			ledgerAccounts([...FEE_ROLES, ...ENTRY_ROLES.filter((role) => role !== 'disputeLosses')], {
				show: { payoutForm: ['Deposit of Receipts'] },
			}),
			ledgerTypes,
			ledgerOptions(payoutDay, shownFor(financingCost, 'payoutForm', 'Deposit of Receipts')),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router(this);
	}
}
