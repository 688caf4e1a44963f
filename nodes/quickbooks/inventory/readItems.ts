import type { BooksItem } from '../../accounting/inventory/types';
import type { Answer } from '../client';
import { flagAt, type Json, textAt } from '../json';
import { inConditions } from '../query';
import type { Session } from '../session';
import { quantity } from './quantity';

/** QuickBooks leaves inactive rows out unless it is asked for them. */
const INACTIVE_TOO = 'Active IN (true, false)';

/**
 * Products and services of the company with their stock, inactive ones too; no categories. One metered
 * call for 1,000 of them, or for some 100 ids.
 *
 * @param ids of the items; left out: all.
 */
export async function readItems(
	{ client }: Pick<Session, 'client'>,
	{ ids }: { ids?: readonly string[] } = {},
): Promise<Answer<BooksItem[]>> {
	const conditions = ids
		? inConditions('Id', ids).map((condition) => `${condition} AND ${INACTIVE_TOO}`)
		: [INACTIVE_TOO];
	const items: BooksItem[] = [];
	for (const condition of conditions) {
		const answer = await client.rows('Item', condition);
		if (answer.kind !== 'done') return answer;
		items.push(...answer.value.flatMap(itemOf));
	}
	return { kind: 'done', value: items };
}

/** A list of one or none. */
export function itemOf(row: Json): BooksItem[] {
	const id = textAt(row, 'Id');
	const type = textAt(row, 'Type') ?? '';
	if (id === undefined || type === 'Category') return [];
	const isStocked = type === 'Inventory';
	const onHand = isStocked ? Number(textAt(row, 'QtyOnHand') ?? '0') : 0;
	return [
		{
			id,
			name: textAt(row, 'Name') ?? '',
			sku: (textAt(row, 'Sku') ?? '').trim() || null,
			type,
			active: row.Active === undefined || flagAt(row, 'Active'),
			onHand: quantity(onHand),
			stockedFrom: isStocked ? (textAt(row, 'InvStartDate')?.slice(0, 10) ?? null) : null,
		},
	];
}
