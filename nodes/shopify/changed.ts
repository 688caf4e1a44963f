import { failure } from './problems';

export function changed(order: { id: string; name?: unknown }) {
	return failure(
		'changed-while-reading',
		'The order changed several times while it was read',
		'Run the workflow again.',
		orderLabel(order),
	);
}

export function orderLabel({ id, name }: { id: string; name?: unknown }): string {
	return `Order ${String(name ?? id)}`;
}
