import { costsOf } from './fifo';
import { Truth } from './truth';
import { newCompany, WorldClock } from './vendors.mts';
import { Warehouse } from './warehouse.mts';

describe('what the proofs stand on', () => {
	it('counts the pieces on the shelf', () => {
		const truth = new Truth();
		truth.happened('received', 'Lamp', 5);
		truth.happened('sold', 'Lamp', 7);
		truth.happened('returned', 'Lamp', 1);
		truth.happened('lost', 'Lamp', 1);
		expect(truth.shelf('Lamp')).toBe(-2);
		expect(truth.untold('Lamp')).toBe(1);
		truth.tellOf(truth.snapshot());
		expect(truth.untold('Lamp')).toBe(0);
	});

	it('costs pieces one by one as a whole company does', () => {
		const company = newCompany(new WorldClock('2026-10-05T12:00:00Z'));
		const warehouse = new Warehouse(company);
		warehouse.stock({ name: 'Lamp', sku: 'L', pieces: 2, cost: 1000, from: '2026-01-01' });
		warehouse.receive('Lamp', 3, 1200, '2026-02-01');
		warehouse.adjust('Lamp', -3, '2026-03-01');
		warehouse.adjust('Lamp', 1, '2026-03-02');
		expect(warehouse.onHand('Lamp')).toBe(3);

		const costs = costsOf(
			[
				{ day: '2026-01-01', entry: 1, pieces: 2, cost: 1000, isSale: false },
				{ day: '2026-02-01', entry: 2, pieces: 3, cost: 1200, isSale: false },
				{ day: '2026-03-01', entry: 3, pieces: -3, isSale: false },
				{ day: '2026-03-02', entry: 4, pieces: 1, isSale: false },
			],
			1000,
		);
		expect(costs).toEqual({ sold: 0, other: 3200 - 1200, asset: 3600, pieces: 3 });
	});

	it('charges what left before it came at the cost of what came', () => {
		const moves = [
			{ day: '2026-03-01', entry: 1, pieces: -2, isSale: true },
			{ day: '2026-03-05', entry: 2, pieces: 1, cost: 700, isSale: false },
		];
		expect(costsOf(moves, 500)).toEqual({ sold: 1400, other: 0, asset: -700, pieces: -1 });
	});
});
