import type { Company } from '../../../sandbox/quickbooks/company/company.mts';

type Json = Record<string, unknown>;

/** Which list a reference of QuickBooks points to, and what people call its entries by. */
const LISTS: Record<string, [entity: string, name: string]> = {
	CustomerRef: ['Customer', 'DisplayName'],
	ItemRef: ['Item', 'Name'],
	PaymentMethodRef: ['PaymentMethod', 'Name'],
	TaxCodeRef: ['TaxCode', 'Name'],
	TxnTaxCodeRef: ['TaxCode', 'Name'],
	TaxRateRef: ['TaxRate', 'Name'],
	SalesTermRef: ['Term', 'Name'],
	ClassRef: ['Class', 'Name'],
	DepartmentRef: ['Department', 'Name'],
	ParentRef: ['Account', 'Name'],
};

const LINKED: Record<string, string> = { Expense: 'Purchase' };

function listOf(field: string): [string, string] | undefined {
	return LISTS[field] ?? (/AccountRef$/.test(field) ? ['Account', 'Name'] : undefined);
}

/** Ids say nothing to a reader, and differ with what the company had before: names take their place. */
export function withNames(company: Company, value: unknown, field = ''): unknown {
	if (Array.isArray(value)) return value.map((each) => withNames(company, each, field));
	if (typeof value !== 'object' || value === null) return value;
	const { value: id, TxnId, TxnType } = value as Json;
	const list = field === 'EntityRef' ? LISTS.CustomerRef : listOf(field);
	if (list !== undefined && typeof id === 'string') {
		const row = company.all(list[0]).find(({ Id }) => Id === id);
		return row === undefined ? value : { name: row[list[1]] };
	}
	if (typeof TxnId === 'string' && typeof TxnType === 'string') {
		const entity = LINKED[TxnType] ?? TxnType;
		const row = company.all(entity).find(({ Id }) => Id === TxnId);
		return { TxnId: String(row?.DocNumber ?? TxnId), TxnType };
	}
	const fields = Object.entries(value).map(([name, each]) => [
		name,
		withNames(company, each, name),
	]);
	return Object.fromEntries(fields) as Json;
}

/** The other way round, for entries that a scenario puts into the company. */
export function withIds(company: Company, value: unknown, field = ''): unknown {
	if (Array.isArray(value)) return value.map((each) => withIds(company, each, field));
	if (typeof value !== 'object' || value === null) return value;
	const { name } = value as Json;
	const list = listOf(field);
	if (list !== undefined && typeof name === 'string') {
		const row = company.all(list[0]).find((each) => each[list[1]] === name);
		if (row === undefined) throw new Error(`The company has no ${list[0]} '${name}'`);
		return { value: row.Id };
	}
	const fields = Object.entries(value).map(([key, each]) => [key, withIds(company, each, key)]);
	return Object.fromEntries(fields) as Json;
}
