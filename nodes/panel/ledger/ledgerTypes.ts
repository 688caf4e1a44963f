import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { DEFAULT_LEDGER_ACCOUNTS } from '../../accounting/ledgerPolicy';
import { LEDGER_TYPES, type LedgerType } from '../../accounting/ledgerTypes';
import { textOf } from '../values';
import { accountField, accountTypeField } from './accountType';

const OTHER_TYPE = 'other';

/** The table of all types, to be looked at: each says what it is and where it is booked. */
function typeOptions(): INodePropertyOptions[] {
	const known = [...LEDGER_TYPES.values()].filter(
		({ booking }) => booking === 'Charge' || booking === 'Entry',
	);
	const other = {
		name: 'Another Type',
		value: OTHER_TYPE,
		description: 'A type that Shopify has added since',
	};
	return [...known.map(typeOption), other].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function typeOption(known: LedgerType): INodePropertyOptions {
	const { type, meaning } = known;
	const name = type
		.split('_')
		.map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
		.join(' ');
	const what = `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
	const description = [what, usualBooking(known)].join(' ');
	return { name, value: type, description };
}

function usualBooking({ role, confirm }: LedgerType): string {
	const account = role === undefined ? undefined : DEFAULT_LEDGER_ACCOUNTS[role].account;
	if (!confirm) return `Booked to ${account ?? 'the account named here'}.`;
	return account === undefined
		? 'Stops until an account is named.'
		: `Stops until an account is named, such as ${account}.`;
}

/** The type of a row of the table; undefined where none is named. */
export function typeOfRow(row: Record<string, unknown>): string | undefined {
	return textOf(row.type === OTHER_TYPE ? row.otherType : row.type);
}

/** The same in every node of the ledger: what stops one must stop the others too. */
export const ledgerTypes: INodeProperties = {
	displayName: 'Ledger Types',
	name: 'ledgerTypes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Ledger Type',
	default: {},
	description:
		"Where types of balance transactions are booked, before the node's own table of all types. A type that Shopify does not explain stops until it has a row here. Use the same rows in every node that maps payouts.",
	options: [
		{
			displayName: 'Ledger Type',
			name: 'rows',
			values: [
				{ ...accountField, displayOptions: { show: { book: ['account'] } } },
				{ ...accountTypeField, displayOptions: { show: { book: ['account'] } } },
				{
					displayName: 'Book',
					name: 'book',
					type: 'options',
					default: 'account',
					options: [
						{
							name: 'Stop',
							value: 'stop',
							description: 'Refuse the payout until somebody has looked at it',
						},
						{ name: 'To an Account', value: 'account' },
					],
					description: 'What becomes of rows of this type',
				},
				{
					displayName: 'Reason Contains',
					name: 'reason',
					type: 'string',
					default: '',
					placeholder: 'e.g. correction',
					description: "Part of Shopify's reason for an adjustment. Leave empty for any.",
				},
				{
					displayName: 'Type',
					name: 'type',
					type: 'options',
					default: 'ADJUSTMENT',
					options: typeOptions(),
					description: "Shopify's type of balance transaction",
				},
				{
					displayName: 'Type Name',
					name: 'otherType',
					type: 'string',
					default: '',
					placeholder: 'e.g. MANAGED_MARKETS_FEE',
					displayOptions: { show: { type: [OTHER_TYPE] } },
					description: "Shopify's name of the type, as the error says it",
				},
			],
		},
	],
};
