import { isRecord } from '../facts/fields';
import { Money } from '../money';
import type { Outcome } from '../problems';
import type { BalanceExportPolicy } from './policy';
import { missingColumn } from './headings';
import { cellOf, dateText, decimalText } from './readCells';

export interface ExportRow {
	date: string;
	description: string;
	/** Signed: what comes in to the account is positive. */
	amount: Money;
	type: string;
	/** Empty where the export has none. */
	reference: string;
}

/**
 * Reads one row of the CSV file by the column map.
 *
 * @param headings of the whole file: n8n leaves a cell out of its row where it is empty
 */
export function readExportRow(
	item: unknown,
	policy: BalanceExportPolicy,
	headings: ReadonlySet<string>,
	where: string,
): Outcome<ExportRow> {
	const row = isRecord(item) ? item : {};
	const { columns, currency } = policy;
	const missing = missingColumn(headings, columns);
	if (missing !== undefined) return refuse(where, missing);
	const cell = (column: string) => (column === '' ? '' : (cellOf(row, column) ?? ''));
	const date = dateText(cell(columns.date), policy.dateOrder);
	if (date === undefined) {
		return refuse(where, `'${columns.date}' is no date: '${cell(columns.date).slice(0, 40)}'`);
	}
	const amount = amountOf(cell, policy);
	if (!amount.ok) return refuse(where, amount.reason);
	const foreign = foreignCurrency(cell(columns.currency), currency);
	if (foreign !== undefined) return refuse(where, foreign);
	return {
		ok: true,
		value: {
			date,
			description: cell(columns.description).replaceAll(/\s+/g, ' ').slice(0, 200),
			amount: amount.value,
			type: cell(columns.type),
			reference: cell(columns.reference),
		},
	};
}

function foreignCurrency(given: string, currency: string): string | undefined {
	return given === '' || given.toUpperCase() === currency
		? undefined
		: `It is in ${given.slice(0, 10)}, but the account is kept in ${currency}`;
}

type Amount = { ok: true; value: Money } | { ok: false; reason: string };

function amountOf(
	cell: (column: string) => string,
	{ columns, currency }: BalanceExportPolicy,
): Amount {
	if (columns.amount !== '') return parsed(cell(columns.amount), columns.amount, currency);
	if (cell(columns.moneyIn) === '' && cell(columns.moneyOut) === '') {
		return { ok: false, reason: 'It has neither money in nor money out' };
	}
	const moneyIn = parsed(cell(columns.moneyIn) || '0', columns.moneyIn, currency);
	const moneyOut = parsed(cell(columns.moneyOut) || '0', columns.moneyOut, currency);
	if (!moneyIn.ok) return moneyIn;
	if (!moneyOut.ok) return moneyOut;
	// Exports differ in whether money out has a sign of its own.
	const out = moneyOut.value.isNegative() ? moneyOut.value : moneyOut.value.negate();
	if (moneyIn.value.isNegative()) {
		return { ok: false, reason: `'${columns.moneyIn}' is negative: ${moneyIn.value}` };
	}
	return { ok: true, value: moneyIn.value.add(out) };
}

function parsed(text: string, column: string, currency: string): Amount {
	const decimal = decimalText(text);
	if (decimal === undefined) {
		return { ok: false, reason: `'${column}' is no amount: '${text.slice(0, 40)}'` };
	}
	return Money.tryParse(decimal, currency);
}

function refuse(where: string, what: string): Outcome<never> {
	return {
		ok: false,
		problem: {
			code: 'malformed-row',
			what,
			where,
			fix: "Compare 'Columns' and 'Dates' in the node with the first line of the file, as n8n's Extract From File node gives it.",
		},
	};
}
