import type { INodeProperties } from 'n8n-workflow';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'provePayouts',
	options: [
		{
			name: 'Prove Clearing Balance',
			value: 'proveClearing',
			action: 'Prove the clearing balance',
			description:
				'Compare what the clearing account holds now with what Shopify has not paid out yet. Feed balance transactions.',
		},
		{
			name: 'Prove Payouts',
			value: 'provePayouts',
			action: 'Prove payouts',
			description:
				"Find the document of every row of a payout, and whether they come to its net to the cent. Feed payouts read with 'Include Orders'.",
		},
	],
};

export const binaryField: INodeProperties = {
	displayName: 'Put Report in Field',
	name: 'binaryField',
	type: 'string',
	default: 'data',
	displayOptions: { show: { operation: ['provePayouts'] } },
	hint: 'The name of the binary field that the HTML report is put in',
	description: 'Attach it to a mail, save it, or print it: the page needs nothing from elsewhere',
};

export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { operation: ['provePayouts'] } },
	options: [
		{
			displayName: 'Undeposited Funds Account',
			name: 'undepositedFunds',
			type: 'string',
			default: 'Undeposited Funds',
			description:
				'The account that receipts wait in, where payouts are booked as deposits of receipts. QuickBooks may call it Payments to Deposit.',
		},
	],
};
