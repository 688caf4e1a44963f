import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { clearingAccounts } from '../panel/ledger/clearingAccounts';
import { balances, binaryField, operation, options } from './panel/fields';
import { router } from './router';

export class PayoutProof implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Payout Proof',
		name: 'payoutProof',
		icon: {
			light: 'file:../../icons/payoutProof.svg',
			dark: 'file:../../icons/payoutProof.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { proveBalances: "Prove Account Balances", proveClearing: "Prove Clearing Balance", provePayouts: "Prove Payouts" }[$parameter["operation"]] }}',
		description:
			'Proves Shopify payouts against the books in QuickBooks Online to the cent, and says what is missing, doubled or different',
		defaults: { name: 'Payout Proof' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Proofs', 'Report'],
		credentials: [{ name: 'quickBooksCompanyOAuth2Api', required: true }],
		properties: [
			operation,
			...balances,
			{
				...clearingAccounts,
				displayOptions: { show: { operation: ['proveClearing', 'provePayouts'] } },
			},
			binaryField,
			options,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router(this);
	}
}
