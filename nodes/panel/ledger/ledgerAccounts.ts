import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_LEDGER_ACCOUNTS } from '../../accounting/ledgerPolicy';
import type { LedgerAccountRole } from '../../accounting/ledgerTypes';

const LABELS: Readonly<Record<LedgerAccountRole, string>> = {
	advances: 'Advances Account',
	advertising: 'Advertising Account',
	balanceTransfers: 'Balance Transfers Account',
	cardFees: 'Card Processing Fees Account',
	channels: 'Channels Account',
	shopifyCredits: 'Credits From Shopify Account',
	conversionFees: 'Currency Conversion Fees Account',
	disputeFees: 'Dispute Fees Account',
	disputeLosses: 'Dispute Losses Account',
	disputes: 'Disputes Account',
	duties: 'Duties Account',
	importTax: 'Import Tax Account',
	loan: 'Loan Account',
	financingCost: 'Loan Cost Account',
	marketplaceTax: 'Marketplace Tax Account',
	otherFees: 'Other Fees Account',
	reserves: 'Reserves Account',
	shippingLabels: 'Shipping Labels Account',
	shopCash: 'Shop Cash Account',
	shopifyBill: 'Shopify Bill Account',
	vatRefunds: 'VAT Refunds Account',
};

export const FEE_ROLES: readonly LedgerAccountRole[] = [
	'cardFees',
	'conversionFees',
	'disputeFees',
	'otherFees',
	'shopifyBill',
	'shippingLabels',
	'advertising',
];

/** Accounts that are only proposed wait for a row of 'Ledger Types' and are not asked for here. */
export const ENTRY_ROLES: readonly LedgerAccountRole[] = [
	'disputes',
	'disputeLosses',
	'reserves',
	'loan',
	'financingCost',
	'duties',
	'importTax',
	'shopCash',
	'balanceTransfers',
];

/** The names of these accounts, each of the type that it says. */
export function ledgerAccounts(
	roles: readonly LedgerAccountRole[],
	displayOptions?: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: 'Accounts',
		name: 'accounts',
		type: 'collection',
		placeholder: 'Add Account',
		default: {},
		...(displayOptions === undefined ? {} : { displayOptions }),
		description: 'Names of accounts in QuickBooks, where they differ from the usual ones',
		options: [...roles]
			.sort((a, b) => (LABELS[a] < LABELS[b] ? -1 : 1))
			.map((role) => ({
				displayName: LABELS[role],
				name: role,
				type: 'string' as const,
				default: DEFAULT_LEDGER_ACCOUNTS[role].account,
				description: `Name of an account of the type ${DEFAULT_LEDGER_ACCOUNTS[role].type}`,
			})),
	};
}
