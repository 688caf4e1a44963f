import type { Loose } from './client.mts';

export interface ReportRow {
	name: string;
	id?: string;
	/** Cents. */
	amount: number;
}

/** The data rows of a section, at any depth. */
export function rowsOf(section: Loose): ReportRow[] {
	const rows = (section.Rows?.Row ?? []) as Loose[];
	return rows.flatMap((row) => {
		if (!row.ColData) return rowsOf(row);
		const [account, amount] = row.ColData;
		return [
			{ name: account.value, id: account.id, amount: Math.round(Number(amount.value) * 100) },
		];
	});
}
