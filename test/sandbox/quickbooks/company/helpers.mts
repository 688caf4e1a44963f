import { Company } from '../../../../sandbox/quickbooks/company/company.mts';
import { QuickBooksFault } from '../../../../sandbox/quickbooks/company/fault.mts';
import type { CompanyKind, Json, Row } from '../../../../sandbox/quickbooks/company/types.mts';

export const TODAY = '2026-11-01';

export function open(kind: CompanyKind = 'us-automated'): Company {
	return Company.create(kind, { now: () => new Date('2026-11-01T20:00:00Z') });
}

/** Finds a row by its name, whatever the property of the name is called. */
export function named(company: Company, entity: string, name: string): Row {
	const row = company
		.all(entity)
		.find((one) => [one.FullyQualifiedName, one.DisplayName, one.Name].includes(name));
	if (row === undefined) throw new Error(`There is no ${entity} ${name}`);
	return row;
}

export function ref(company: Company, entity: string, name: string): { value: string } {
	return { value: named(company, entity, name).Id };
}

/** A line of a sales form: an item by name, and what its detail says besides. */
export function sold(company: Company, item: string, amount: number, detail: Json = {}): Json {
	return {
		Amount: amount,
		DetailType: 'SalesItemLineDetail',
		SalesItemLineDetail: { ItemRef: ref(company, 'Item', item), ...detail },
	};
}

export function spent(company: Company, account: string, amount: number, detail: Json = {}): Json {
	return {
		Amount: amount,
		DetailType: 'AccountBasedExpenseLineDetail',
		AccountBasedExpenseLineDetail: { AccountRef: ref(company, 'Account', account), ...detail },
	};
}

export function bought(company: Company, item: string, quantity: number, price: number): Json {
	return {
		Amount: quantity * price,
		DetailType: 'ItemBasedExpenseLineDetail',
		ItemBasedExpenseLineDetail: {
			ItemRef: ref(company, 'Item', item),
			Qty: quantity,
			UnitPrice: price,
		},
	};
}

/** The double entry of one transaction, as an accountant writes it: 'Checking 10.00', credits negative. */
export function posted(company: Company, entity: string, id: unknown): string[] {
	return company.journal
		.filter((line) => line.txnType === entity && line.txnId === String(id))
		.map((line) => {
			const account = company.read('Account', line.accountId);
			return `${String(account.FullyQualifiedName)} ${(line.amount / 100).toFixed(2)}`;
		});
}

/** The fault that the write is refused with; fails when it is accepted. */
export function refused(write: () => unknown): QuickBooksFault {
	let caught: unknown;
	try {
		write();
	} catch (error) {
		caught = error;
	}
	if (caught instanceof QuickBooksFault) return caught;
	throw new Error(`Not refused by QuickBooks: ${String(caught)}`);
}

/** Sum of all balances; 0 in sound books. */
export function outOfBalance(company: Company): number {
	return company.trialBalance('9999-12-31').reduce((sum, row) => sum + row.balance, 0);
}

export const DAY = '2026-10-05';
