import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refuseItem } from '../../n8n/problems';
import type { SyncedRow } from '../sync';

interface Of {
	direction: string;
	confirmationCode: string;
	/** The input item that a product came from; the first, where it came from none. */
	itemIndexOf(row: SyncedRow): number;
}

/** One item for each product; one that was refused leaves by the error output. */
export function productItems(
	context: IExecuteFunctions,
	rows: readonly SyncedRow[],
	{ direction, confirmationCode, itemIndexOf }: Of,
): INodeExecutionData[] {
	return rows.map((row) => {
		const itemIndex = itemIndexOf(row);
		if (row.status === 'Failed' && row.problem) {
			const { fix } = row.problem;
			return refuseItem(context, itemIndex, { ...row.problem, fix: fix + othersOf(context, rows) });
		}
		const { problem, ...json } = row;
		return {
			json: {
				...json,
				reason: problem === null ? null : { ...problem },
				direction,
				confirmationCode,
				levels: row.levels.map((level) => ({ ...level })),
			},
			pairedItem: { item: itemIndex },
		};
	});
}

/** Where one error stops the workflow, there is no output that says what became of the others. */
function othersOf(context: IExecuteFunctions, rows: readonly SyncedRow[]): string {
	if (context.continueOnFail()) return '';
	const count = (status: SyncedRow['status']) => rows.filter((row) => row.status === status).length;
	return ` Products that were written: ${count('Done')}, refused: ${count('Failed')}. To see which, set 'On Error' of this node to Continue (using error output); a further run writes nothing twice.`;
}
