import fc from 'fast-check';

import { BalanceExport, balanceExportPolicy } from '../../nodes/accounting/balanceExport';
import { dateText, decimalText } from '../../nodes/accounting/balanceExport/readCells';

const policy = balanceExportPolicy({
	shop: 'northwind-demo.myshopify.com',
	rules: [
		{
			contains: '',
			direction: 'Both',
			account: { account: 'Uncategorised', type: 'Expense' },
			vendor: undefined,
		},
	],
});

it.each([
	['-$1,234.50', '-1234.50'],
	['(1,234.50)', '-1234.50'],
	['1234.50-', '-1234.50'],
	['\u22124.20', '-4.20'],
	['+7', '7'],
	['.5', '0.5'],
	['£ 3.00', '3.00'],
	['4,20', undefined],
	['1,23,456', undefined],
	['(4.20', undefined],
	['-(4.20)', undefined],
	['USD', undefined],
	['', undefined],
	['1e3', undefined],
	['--4', undefined],
])('reads the amount %s as %s', (cell, expected) => {
	expect(decimalText(cell)).toBe(expected);
});

it.each([
	['2026-10-03', 'Month First', '2026-10-03'],
	['2026-08-30 16:59:53 +0400', 'Day First', '2026-08-30'],
	['2026-08-30T23:59:53Z', 'Day First', '2026-08-30'],
	['2026/6/12', 'Month First', '2026-06-12'],
	['3/10/2026', 'Month First', '2026-03-10'],
	['3/10/2026', 'Day First', '2026-10-03'],
	['3.10.2026', 'Day First', '2026-10-03'],
	['October 3, 2026', 'Month First', '2026-10-03'],
	['Oct 3 2026', 'Day First', '2026-10-03'],
	['13/10/2026', 'Month First', undefined],
	['2026-02-29', 'Month First', undefined],
	['3/10/26', 'Month First', undefined],
	['Foo 3, 2026', 'Month First', undefined],
	['20261003', 'Month First', undefined],
	['', 'Month First', undefined],
] as const)('reads the date %s, %s, as %s', (cell, order, expected) => {
	expect(dateText(cell, order)).toBe(expected);
});

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-10-0${number}`);

const row = fc.record({
	Date: day,
	Description: fc.constantFrom('Coffee', 'Canva', 'Fuel'),
	Amount: fc.constantFrom('-4.20', '-12.99', '30.00'),
});

type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;

function keysOf(rows: readonly Row[]): string[] {
	const file = new BalanceExport(rows);
	return rows.flatMap((each, index) => {
		const outcome = file.take(each, index + 1, policy);
		if (outcome.kind === 'problem') throw new Error(outcome.problem.what);
		return outcome.documents.map(({ key }) => key);
	});
}

it('books every row once, however the days are exported: all together, day by day, overlapping', () => {
	fc.assert(
		fc.property(fc.array(row, { maxLength: 40 }), day, day, (rows, one, other) => {
			const whole = keysOf(rows);
			expect(new Set(whole).size).toBe(rows.length);
			const [first, last] = [one, other].sort();
			const early = rows.filter(({ Date: on }) => on <= last);
			const late = rows.filter(({ Date: on }) => on >= first);
			const overlapping = new Set([...keysOf(early), ...keysOf([...late].reverse())]);
			expect([...overlapping].sort()).toEqual([...new Set(whole)].sort());
		}),
	);
});
