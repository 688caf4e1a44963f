import { shortCode } from '../shortCode';
import type { ProductRow } from './types';

/** Stands for all changes of a preview, whatever their order; empty where there are none. */
export function changesCode(rows: readonly ProductRow[]): string {
	const changes = rows
		.filter(({ status }) => status === 'Create' || status === 'Update')
		.map(({ variantId, item, status, fields }) =>
			JSON.stringify([variantId, item?.id ?? null, status, fields]),
		);
	return changes.length === 0 ? '' : shortCode(changes.sort().join('\n'));
}
