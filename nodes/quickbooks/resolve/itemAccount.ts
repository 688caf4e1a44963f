import type { AccountReference } from '../../accounting/documents';
import { textAt } from '../json';
import { isNamed } from './accounts';
import type { ItemRow } from './items';
import { refused, type Sought } from './sought';

/**
 * QuickBooks books a line to the account of its item, whatever the document says: a gift card whose item
 * sells into income would be income. Products may sell into what their company chose for them.
 */
export function sellingInto(row: ItemRow, { account }: AccountReference): Sought<ItemRow> {
	const name = textAt(row.json, 'IncomeAccountRef', 'name');
	if (name === undefined) return { state: 'found', row };
	const leaf = name.slice(name.lastIndexOf(':') + 1);
	const booked = { name: leaf, json: { FullyQualifiedName: name } };
	if (isNamed(booked, account)) return { state: 'found', row };
	return refused(
		'item-account-differs',
		`The item "${row.name}" (ID ${row.id}) sells into "${name}", but the document books it to "${account}"`,
		`Change the account of the item in QuickBooks to "${account}", or name "${name}" or another item in the settings of the node that made the document`,
	);
}
