import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { charges } from '../panel/ledger/charges';
import { clearingAccounts } from '../panel/ledger/clearingAccounts';
import { FEE_ROLES, ledgerAccounts } from '../panel/ledger/ledgerAccounts';
import { ledgerTypes } from '../panel/ledger/ledgerTypes';
import { ledgerOptions, payoutDay, vendorOption } from '../panel/ledger/options';
import { feeForm, feePeriod, splitAtMonthEnd, taxCode, taxRate } from './panel/feeFields';
import { router } from './router';

export class FeeToBill implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Fee to Bill',
		name: 'feeToBill',
		icon: {
			light: 'file:../../icons/feeToBill.svg',
			dark: 'file:../../icons/feeToBill.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["feeForm"] + " per " + $parameter["feePeriod"] }}',
		description:
			"Turns Shopify's fees and charges into bills or expenses for QuickBooks Posting, without sending anything",
		defaults: { name: 'Fee to Bill' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Documents', 'Skipped'],
		properties: [
			feeForm,
			feePeriod,
			splitAtMonthEnd,
			clearingAccounts,
			charges,
			ledgerAccounts(FEE_ROLES),
			ledgerTypes,
			ledgerOptions(payoutDay, taxCode, taxRate, vendorOption),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return router(this);
	}
}
