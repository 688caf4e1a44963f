import type { INodeExecutionData } from 'n8n-workflow';

import { recordOf } from '../panel/values';
import type { ApprovedRow } from './sync';

/** Rows of a preview among the input, by their item's place. */
export type ApprovedInput = ReadonlyMap<number, ApprovedRow>;

/** What is no row of a preview, or one that the preview would not change, approves nothing. */
export function approvedInput(items: readonly INodeExecutionData[]): ApprovedInput {
	const rows = new Map<number, ApprovedRow>();
	for (const [itemIndex, { json }] of items.entries()) {
		const { inventoryItemId, item, change, status = 'Change' } = json;
		const { id } = recordOf(item);
		if (typeof change !== 'number' || change === 0 || status !== 'Change') continue;
		if (typeof inventoryItemId !== 'string' && typeof id !== 'string') continue;
		rows.set(itemIndex, {
			inventoryItemId: typeof inventoryItemId === 'string' ? inventoryItemId : null,
			itemId: typeof id === 'string' ? id : null,
			change,
		});
	}
	return rows;
}
