import type { IExecuteFunctions } from 'n8n-workflow';

import {
	DEFAULT_LEDGER_ACCOUNTS,
	ledgerPolicy,
	type CurrencyAccount,
	type LedgerPolicy,
	type LedgerSettings,
	type LedgerTypeRule,
	type PayoutBank,
} from '../../accounting/ledgerPolicy';
import type { LedgerAccountRole } from '../../accounting/ledgerTypes';
import { given, oneOf, recordOf, rowsOf, textOf } from '../values';
import { accountOf } from './accountType';
import { typeOfRow } from './ledgerTypes';

type Read = (name: string) => unknown;

/**
 * Reads the panel of a node of the ledger for one item; every field may hold an expression. Fields that
 * a node does not show keep their defaults.
 *
 * @param asOf the moment of the run, ISO 8601
 */
export function ledgerPolicyFor(
	context: IExecuteFunctions,
	itemIndex: number,
	asOf: string,
): LedgerPolicy {
	const read: Read = (name) => context.getNodeParameter(name, itemIndex, null);
	const options = recordOf(read('options'));
	const settings: LedgerSettings = {
		...given('clearing', clearingOf(read('clearingAccounts'))),
		accounts: accountsOf(recordOf(read('accounts'))),
		typeRules: rowsOf(read('ledgerTypes')).flatMap(typeRule),
		chargesIn: oneOf(
			read('chargesIn'),
			['Fee to Bill', 'Balance to Bank Entry'] as const,
			'Fee to Bill',
		),
		...given('vendor', textOf(options.vendor)),
		payouts: payoutsOf(read),
		fees: feesOf(read, options),
		entries: {
			form: oneOf(read('entryForm'), ['Bank Entry', 'Journal Entry'] as const, 'Bank Entry'),
			financingCost: percentOf(options.financingCost),
		},
		payoutDay: oneOf(options.payoutDay, ['UTC', 'Shop'] as const, 'UTC'),
		dimensions: dimensionsOf(options),
		asOf,
	};
	return ledgerPolicy(settings);
}

function payoutsOf(read: Read): LedgerSettings['payouts'] {
	return {
		form: oneOf(
			read('payoutForm'),
			['Deposit', 'Deposit of Receipts', 'Transfer'] as const,
			'Deposit',
		),
		banks: rowsOf(read('payoutAccounts')).flatMap(payoutBank),
		failed: oneOf(
			read('failedPayouts'),
			['Book and Take Back', 'Leave Out'] as const,
			'Book and Take Back',
		),
		receipts: oneOf(read('receipts'), ['Sales Receipt', 'Payment'] as const, 'Sales Receipt'),
	};
}

function feesOf(read: Read, options: Record<string, unknown>): LedgerSettings['fees'] {
	return {
		form: oneOf(read('feeForm'), ['Bill', 'Expense'] as const, 'Bill'),
		per: oneOf(read('feePeriod'), ['Payout', 'Day', 'Month', 'Transaction'] as const, 'Payout'),
		splitAtMonthEnd: read('splitAtMonthEnd') === true,
		taxCode: textOf(options.taxCode),
		taxRate: percentOf(options.taxRate),
	};
}

export function dimensionsOf(options: Record<string, unknown>): LedgerPolicy['dimensions'] {
	return {
		...given('class', textOf(options.class)),
		...given('location', textOf(options.location)),
	};
}

/** Undefined where no row is complete, so that the usual account counts. */
function clearingOf(collection: unknown): CurrencyAccount[] | undefined {
	const rows = rowsOf(collection).flatMap((row) => {
		const account = textOf(row.account);
		const currency = textOf(row.currency)?.toUpperCase();
		if (account === undefined || currency === undefined) return [];
		return [{ currency, account: { account, type: 'Bank' as const } }];
	});
	return rows.length === 0 ? undefined : rows;
}

function accountsOf(changed: Record<string, unknown>): NonNullable<LedgerSettings['accounts']> {
	const accounts: NonNullable<LedgerSettings['accounts']> = {};
	for (const role of Object.keys(DEFAULT_LEDGER_ACCOUNTS) as LedgerAccountRole[]) {
		const account = textOf(changed[role]);
		if (account !== undefined) accounts[role] = { account };
	}
	return accounts;
}

/** A row without a type says nothing; one without an account stops, as nobody has named one. */
function typeRule(row: Record<string, unknown>): LedgerTypeRule[] {
	const type = typeOfRow(row);
	if (type === undefined) return [];
	const account = row.book === 'stop' ? undefined : accountOf(row);
	return [{ type, reason: textOf(row.reason) ?? '', account }];
}

function payoutBank(row: Record<string, unknown>): PayoutBank[] {
	const account = textOf(row.account);
	if (account === undefined) return [];
	const type = oneOf(row.accountType, ['Bank', 'Other Current Asset'] as const, 'Bank');
	return [{ payoutsOf: textOf(row.payoutsOf) ?? '*', account: { account, type } }];
}

/** The panel gives a number, an expression perhaps a text; none and zero are no percentage. */
function percentOf(value: unknown): string | undefined {
	const text = typeof value === 'number' ? String(value) : textOf(value);
	return text === '0' ? undefined : text;
}
