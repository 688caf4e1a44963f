import type { INodeProperties } from 'n8n-workflow';

export const triggerOn: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'multiOptions',
	required: true,
	noDataExpression: true,
	options: [
		{
			name: 'Balance Transaction',
			value: 'balanceTransaction',
			description: 'A row of the ledger appears, and again when it gets its payout',
		},
		{
			name: 'Dispute Changed',
			value: 'disputeChanged',
			description: 'An inquiry or chargeback begins, changes its status, is won or lost',
		},
		{
			name: 'Payout Changed Status',
			value: 'payoutChanged',
			description: 'A payout is paid, fails or is canceled, or its amount changes',
		},
		{
			name: 'Payout Created',
			value: 'payoutCreated',
			description: 'A payout appears, with every balance transaction in it',
		},
	],
	default: ['payoutCreated', 'payoutChanged'],
};

export const includeTestTransactions: INodeProperties = {
	displayName: 'Include Test Transactions',
	name: 'includeTest',
	type: 'boolean',
	default: false,
	description: 'Whether rows of test payments start the workflow too. They are never posted.',
};
