import type { FieldChange, ProductRow } from './types';

/** A row of a preview that a person has let through; what was edited in it does not count. */
export interface ApprovedRow {
	variantId: string;
	status: string;
	fields: readonly FieldChange[];
}

/**
 * The plan as far as it was approved: a product is written only if exactly the same would be done as the
 * preview said.
 */
export function approved(
	rows: readonly ProductRow[],
	approvals: readonly ApprovedRow[],
): ProductRow[] {
	const byVariant = new Map(approvals.map((row) => [row.variantId, row]));
	return rows.map((row) => {
		if (row.status !== 'Create' && row.status !== 'Update') return row;
		const approval = byVariant.get(row.variantId ?? '');
		if (approval === undefined) return barred(row, 'not-approved', NOT_APPROVED);
		const isSame = approval.status === row.status && sameFields(approval.fields, row.fields);
		return isSame ? row : barred(row, 'differs-from-approved', DIFFERS);
	});
}

interface Reason {
	what: string;
	fix: string;
}

const NOT_APPROVED: Reason = {
	what: 'The input does not hold this change',
	fix: "Nothing is to be done, if it was left out on purpose; else run the preview again, or set 'Changes to Apply' to all",
};
const DIFFERS: Reason = {
	what: 'Something else would be written now than the preview said: the product or the item was changed meanwhile',
	fix: 'Run the preview again and look at it',
};

function barred(row: ProductRow, code: string, { what, fix }: Reason): ProductRow {
	const where = `Product "${row.product}"`;
	return { ...row, status: 'Skipped', problem: { code, what, where, fix } };
}

function sameFields(a: readonly FieldChange[], b: readonly FieldChange[]): boolean {
	return a.length === b.length && a.every((field, index) => sameField(field, b[index]));
}

function sameField(a: FieldChange, b: FieldChange): boolean {
	return a.field === b.field && a.before === b.before && a.after === b.after;
}
