import type { StockDirection } from '../../nodes/accounting/inventory/types';
import { Year } from './year.mts';

const DAYS = 365;
/** A minute on a quiet machine. */
const PATIENCE = 600_000;

/** Lives through a year in one direction; every month and at the end all must agree. */
export function itAgrees(direction: StockDirection): void {
	it(
		'ends with Shopify, QuickBooks and the truth agreeing, to the piece and to the cent',
		async () => {
			const year = new Year(direction, 1);
			await year.live(DAYS);
			const { own, books } = year.costs();
			expect(year.wrong).toEqual([]);
			expect(books).toEqual(own);
			const { deeds, failedRuns, failedSyncs, syncs } = year.figures;
			expect(deeds.sell).toBeGreaterThan(1300);
			const all = ['refund', 'remove', 'add', 'cancel', 'receive', 'count', 'send'];
			expect(all.filter((deed) => (deeds[deed] ?? 0) < 10)).toEqual([]);
			expect(failedRuns + failedSyncs).toBeLessThan(syncs / 10);
		},
		PATIENCE,
	);
}
