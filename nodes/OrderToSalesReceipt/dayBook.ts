import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { daySummaries, isDayOpen, type DayEntry } from '../accounting/daySummary';
import type { AccountingDocument } from '../accounting/documents';
import type { Skip } from '../accounting/orderToSalesReceipt';
import type { SalesReceiptPolicy } from '../accounting/policy';

/** Keeps the receipts of orders that are booked per day, until all orders were seen. */
export class DayBook {
	private readonly entries: DayEntry[] = [];

	/** Takes out what goes into a summary; later edits keep documents of their own. */
	take(
		documents: AccountingDocument[],
		order: IDataObject,
		item: number,
		policy: SalesReceiptPolicy,
	): { documents: AccountingDocument[]; waiting: Skip[] } {
		const [receipt, ...edits] = documents;
		if (receipt?.document !== 'Sales Receipt') return { documents, waiting: [] };
		const entry = { receipt, item, policy, timeZone: timeZoneOf(order) };
		if (isDayOpen(entry)) {
			const reason = `${receipt.date} is not over, and its summary waits for all of its orders`;
			return { documents: [], waiting: [{ code: 'day-not-over', reason }] };
		}
		this.entries.push(entry);
		return { documents: edits, waiting: [] };
	}

	summaries(): INodeExecutionData[] {
		return daySummaries(this.entries).map(({ document, items }) => ({
			json: { ...document },
			pairedItem: items.map((item) => ({ item })),
		}));
	}
}

function timeZoneOf({ shop }: IDataObject): string {
	const zone = (shop as IDataObject | undefined)?.ianaTimezone;
	return typeof zone === 'string' ? zone : 'UTC';
}
