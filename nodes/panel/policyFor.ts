import type { IExecuteFunctions } from 'n8n-workflow';

import {
	DEFAULT_ACCOUNTS,
	DEFAULT_ITEMS,
	salesReceiptPolicy,
	type Dimensions,
	type PaymentAccount,
	type SalesReceiptPolicy,
	type SalesReceiptSettings,
} from '../accounting/policy';
import { given, oneOf, recordOf, rowsOf, textOf } from './values';

const SALE_FORMS = [
	'Sales Receipt',
	'Invoice',
	'Invoice and Payments',
	'Receipt if Paid, Else Invoice',
	'Summary per Day',
	'Summary per Payout',
] as const;

const PRODUCT_TYPES = ['NonInventory', 'Service', 'Inventory'] as const;
const CURRENCIES = ['Shop Currency', 'Customer Currency'] as const;

const REFUND_FORMS = ['Refund Receipt', 'Credit Memo'] as const;

/**
 * Reads the panel for one item; every field may hold an expression, so every item may differ. Fields
 * that a node does not show keep their defaults.
 *
 * @param asOf the moment of the run, ISO 8601
 */
export function policyFor(
	context: IExecuteFunctions,
	itemIndex: number,
	asOf: string,
): SalesReceiptPolicy {
	// n8n throws for a field that the node does not have, unless there is something to fall back to.
	const read = (name: string) => context.getNodeParameter(name, itemIndex, null);
	const options = recordOf(read('options'));
	const accounts = recordOf(read('accounts'));
	const settings: SalesReceiptSettings = {
		customer: {
			from: oneOf(read('customerFrom'), ['generic', 'name', 'email'] as const, 'generic'),
			...given('genericName', textOf(read('genericCustomer'))),
		},
		discounts: oneOf(read('discounts'), ['Contra Income', 'Net'] as const, 'Contra Income'),
		accounts: accountsOf(accounts),
		items: namesOf(DEFAULT_ITEMS, recordOf(read('items'))),
		productType: oneOf(options.productType, PRODUCT_TYPES, 'NonInventory'),
		stock: {
			...given('asset', textOf(accounts.stockAsset)),
			...given('cost', textOf(accounts.stockCost)),
			...given('startDate', dayOf(options.stockStart)),
		},
		booksCurrency: oneOf(options.booksCurrency, CURRENCIES, 'Shop Currency'),
		paymentAccounts: paymentAccountsOf(recordOf(read('paymentAccounts')).rows),
		numberPrefix: textOf(options.numberPrefix) ?? '',
		saleForm: oneOf(read('saleForm'), SALE_FORMS, 'Sales Receipt'),
		refundForm: oneOf(read('refundForm'), REFUND_FORMS, 'Refund Receipt'),
		notRestocked: oneOf(read('notRestocked'), ['Refund Item', 'Product'] as const, 'Refund Item'),
		dimensions: dimensionsOf(options),
		...given('memo', textOf(options.memo)),
		asOf,
	};
	return salesReceiptPolicy(settings);
}

type Accounts = NonNullable<SalesReceiptSettings['accounts']>;

function accountsOf(changed: Record<string, unknown>): Accounts {
	const names = namesOf(DEFAULT_ACCOUNTS, changed);
	const accounts: Accounts = Object.fromEntries(
		Object.entries(names).map(([role, account]) => [role, { account }]),
	);
	if (changed.tipsBelongTo === 'business') accounts.tips = { ...accounts.tips, type: 'Income' };
	return accounts;
}

/** The names a person filled in, for the roles there are. */
function namesOf<Role extends string>(
	roles: Readonly<Record<Role, unknown>>,
	changed: Record<string, unknown>,
): Partial<Record<Role, string>> {
	const names: Partial<Record<Role, string>> = {};
	for (const role in roles) {
		const name = textOf(changed[role]);
		if (name !== undefined) names[role] = name;
	}
	return names;
}

/** Rows without gateway or account say nothing and are left out. */
function paymentAccountsOf(rows: unknown): PaymentAccount[] {
	const entries: unknown[] = Array.isArray(rows) ? rows : [];
	return entries.map(recordOf).flatMap((row) => {
		const gateway = textOf(row.gateway);
		const account = textOf(row.account);
		if (gateway === undefined || account === undefined) return [];
		const type = oneOf(row.accountType, ['Bank', 'Other Current Asset'] as const, 'Bank');
		const currency = textOf(row.currency)?.toUpperCase();
		return [{ gateway, ...given('currency', currency), account: { account, type } }];
	});
}

function dimensionsOf(options: Record<string, unknown>): Dimensions {
	const customFields = rowsOf(options.customFields).flatMap((row) => {
		const name = textOf(row.name);
		const value = textOf(row.value);
		return name === undefined || value === undefined ? [] : [{ name, value }];
	});
	return {
		...given('class', textOf(options.class)),
		...given('location', textOf(options.location)),
		...(customFields.length === 0 ? {} : { customFields }),
	};
}

/** Of a day that an expression gives with its time, the day. */
function dayOf(value: unknown): string | undefined {
	return textOf(value)?.replace(/T.*$/, '');
}
