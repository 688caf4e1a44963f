import { failures } from './races.mts';
import type { Sabotage } from './race.mts';

const direction = 'Shopify to QuickBooks' as const;
/** A minute on a quiet machine. */
const PATIENCE = 600_000;

describe('a race of syncs, sales and bookings, Shopify leading', () => {
	it(
		'adjusts for counts alone, and once, in 500 interleavings',
		async () => {
			expect(await failures({ direction }, { from: 1001, count: 500 })).toEqual([]);
		},
		PATIENCE,
	);

	it.each<Sabotage>(['unbooked sales ignored', 'books read first'])(
		'would notice: %s',
		async (sabotage) => {
			const found = await failures({ direction, sabotage }, { from: 1, count: 300, enough: 1 });
			expect(found).toHaveLength(1);
			expect(found[0]).toMatch(/^seed \d+: Adjusted by/);
		},
		PATIENCE,
	);
});
