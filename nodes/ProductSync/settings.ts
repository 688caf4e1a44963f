import type { IExecuteFunctions } from 'n8n-workflow';

import { DEFAULT_STOCK, salesReceiptPolicy } from '../accounting/policy';
import type { ApprovedRow, ProductField, ProductPolicy } from '../accounting/products';
import { oneOf, recordOf, textOf } from '../panel/values';
import type { AccountSettings } from '../quickbooks/products';

const FIELDS: readonly ProductField[] = [
	'accounts',
	'cost',
	'description',
	'name',
	'price',
	'sku',
	'type',
];
const STATUSES = ['ACTIVE', 'ARCHIVED', 'DRAFT', 'UNLISTED'];

/** The panel. All products are handled together, so the first item's values hold for all. */
export interface Settings {
	apply: boolean;
	/** Rows of a preview; undefined where everything is applied. */
	approvals: ApprovedRow[] | undefined;
	createAccounts: boolean;
	policy: ProductPolicy;
	accounts: AccountSettings;
}

export function settingsOf(context: IExecuteFunctions): Settings {
	const read = (name: string): unknown => context.getNodeParameter(name, 0, null);
	const options = recordOf(read('options'));
	const apply = read('mode') === 'Apply';
	return {
		apply,
		approvals: apply && read('changesToApply') === 'input' ? approvalsIn(context) : undefined,
		createAccounts: options.createAccounts === true,
		policy: {
			match: oneOf(read('itemMatch'), ['sku', 'name'] as const, 'skuThenName'),
			createMissing: read('createMissing') === true,
			fields: new Set(chosen(read('fieldsToUpdate'), FIELDS)),
			type: oneOf(read('productType'), ['Inventory', 'Service'] as const, 'NonInventory'),
			stockStart: textOf(read('stockStart'))?.slice(0, 10) ?? '',
			pricesWithTax: oneOf(options.pricesWithTax, ['mark'] as const, 'leaveOut'),
			statuses: new Set(chosen(options.statuses ?? ['ACTIVE', 'UNLISTED'], STATUSES)),
		},
		accounts: accountsOf(recordOf(read('accounts'))),
	};
}

function chosen<T extends string>(value: unknown, choices: readonly T[]): T[] {
	return Array.isArray(value) ? choices.filter((choice) => value.includes(choice)) : [];
}

function accountsOf({ sales, stockCost, stockAsset }: Record<string, unknown>): AccountSettings {
	const income = salesReceiptPolicy().accounts.sales;
	return {
		income: { ...income, account: textOf(sales) ?? income.account },
		cost: { ...DEFAULT_STOCK.cost, account: textOf(stockCost) ?? DEFAULT_STOCK.cost.account },
		asset: { ...DEFAULT_STOCK.asset, account: textOf(stockAsset) ?? DEFAULT_STOCK.asset.account },
	};
}

/** Items that are no rows of a preview approve nothing. */
function approvalsIn(context: IExecuteFunctions): ApprovedRow[] {
	return context.getInputData().flatMap(({ json: { variantId, status, fields } }) => {
		if (typeof variantId !== 'string' || typeof status !== 'string') return [];
		const changes = (Array.isArray(fields) ? fields : []).map(recordOf);
		return [
			{
				variantId,
				status,
				fields: changes.map(({ field, before, after }) => ({
					field: String(field),
					before: typeof before === 'string' ? before : null,
					after: String(after),
				})),
			},
		];
	});
}
