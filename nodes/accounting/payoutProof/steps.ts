import { groupBy } from '../groupBy';
import { LEDGER_TYPES } from '../ledgerTypes';
import { Money } from '../money';
import type { PayoutProof } from './types';

/** One step from what customers paid to what the bank got. */
export interface Step {
	label: string;
	/** Signed: what raises the payout is positive. */
	amount: Money;
	/** Number of the ledger's rows in it. */
	rows: number;
}

/** "Charges", "Refunds", "Fees", then everything else by its kind; they come to the payout's net. */
export function stepsOf({ payout, rows }: PayoutProof): Step[] {
	const ledger = rows.map(({ row }) => row);
	const groups = groupBy(ledger, ({ type }) => labelOf(type)).map((alike): Step => {
		const amounts = alike.map(({ amount }) => amount);
		const amount = Money.sum(payout.currency, amounts);
		return { label: labelOf(alike[0].type), amount, rows: alike.length };
	});
	const costly = ledger.filter(({ fee }) => !fee.isZero());
	const fees: Step = {
		label: 'Fees',
		amount: Money.sum(
			payout.currency,
			costly.map(({ fee }) => fee.negate()),
		),
		rows: costly.length,
	};
	return [...groups, ...(costly.length === 0 ? [] : [fees])].sort(
		(a, b) => placeOf(a) - placeOf(b) || (a.label < b.label ? -1 : 1),
	);
}

const FIRST = ['Charges', 'Refunds', 'Fees'];

function placeOf({ label }: Step): number {
	const place = FIRST.indexOf(label);
	return place < 0 ? FIRST.length : place;
}

function labelOf(type: string): string {
	const known = LEDGER_TYPES.get(type);
	if (known?.booking === 'Order') return 'Charges';
	if (known?.booking === 'Refund') return 'Refunds';
	return known?.category ?? type;
}
