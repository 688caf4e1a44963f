import type { Store } from './store.mts';
import type { Change, Json, Row } from './types.mts';

function changedAt(row: Json): number {
	const meta = row.MetaData as { LastUpdatedTime: string };
	return new Date(meta.LastUpdatedTime).getTime();
}

/** Rows written at or after the instant; the deleted ones of an entity come after its living ones. */
export function changesSince(
	store: Store,
	since: Date,
	show: (entity: string, row: Row) => Json,
): Change[] {
	// Times are kept to the second: what happened within the second of `since` counts as changed.
	const from = Math.floor(since.getTime() / 1000) * 1000;
	return store.entities().flatMap((entity) => {
		const living = store
			.table(entity)
			.values()
			.filter((row) => changedAt(row) >= from)
			.map((row) => ({ entity, row: show(entity, row) }));
		const gone = store.deleted
			.values()
			.filter((change) => change.entity === entity && changedAt(change.row) >= from);
		return [...living, ...gone];
	});
}
