import type { INodeProperties } from 'n8n-workflow';

export const entryForm: INodeProperties = {
	displayName: 'Book As',
	name: 'entryForm',
	type: 'options',
	default: 'Bank Entry',
	options: [
		{
			name: 'Bank Entries Where They Fit',
			value: 'Bank Entry',
			description:
				'Expenses, deposits and transfers; journal entries for receivables, reserves, loans and taxes',
		},
		{
			name: 'Journal Entries',
			value: 'Journal Entry',
			description: 'A journal entry for every row',
		},
	],
	description: 'The kind of document that a row becomes',
};
