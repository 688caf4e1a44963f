import type { Json } from '../../company/types.mts';

/** Cents as a report writes them: '-12.50'. */
export function money(cents: number): string {
	const digits = String(Math.abs(cents)).padStart(3, '0');
	return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const accountColumn = {
	ColTitle: '',
	ColType: 'Account',
	MetaData: [{ Name: 'ColKey', Value: 'account' }],
};

export const totalColumn = {
	ColTitle: 'Total',
	ColType: 'Money',
	MetaData: [{ Name: 'ColKey', Value: 'total' }],
};

export function dataRow(name: string, id: string | null, ...amounts: string[]): Json {
	const first = id === null ? { value: name } : { value: name, id };
	return { ColData: [first, ...amounts.map((value) => ({ value }))], type: 'Data' };
}

/** A section with header, its rows (left out when there are none) and a summary line. */
export function section(group: string, title: string, rows: Json[], total: string): Json {
	return {
		Header: { ColData: [{ value: title }, { value: '' }] },
		...(rows.length > 0 ? { Rows: { Row: rows } } : {}),
		Summary: { ColData: [{ value: `Total ${title}` }, { value: total }] },
		type: 'Section',
		group,
	};
}

/** A line that only sums up: 'Gross Profit', 'Net Income'. */
export function summary(group: string, title: string, ...amounts: string[]): Json {
	return {
		Summary: { ColData: [{ value: title }, ...amounts.map((value) => ({ value }))] },
		type: 'Section',
		group,
	};
}
