import type { AccountReference, EntryCategory } from '../documents';
import type { LedgerRowFacts } from '../facts/payout';
import type { LedgerPolicy, LedgerTypeRule } from '../ledgerPolicy';
import { LEDGER_TYPES, type LedgerType } from '../ledgerTypes';
import type { Problem } from '../problems';

/** How the amount of one row is booked. Its fee is a fee, whatever becomes of the amount. */
export type Treatment =
	| { kind: 'elsewhere'; booking: 'Order' | 'Refund' | 'Payout' }
	| { kind: 'charge' | 'entry'; category: EntryCategory; account: AccountReference }
	| { kind: 'stop'; stop: Stop };

/** 'confirm-type': known, but a person must name the account first. */
export interface Stop {
	code: 'unknown-type' | 'confirm-type' | 'stopped-type' | 'fixed-type';
	why: string;
	fix: string;
}

/** The user's own table comes before the shipped one. */
export function treatmentOf(row: LedgerRowFacts, policy: LedgerPolicy): Treatment {
	const rule = policy.typeRules.find((each) => fits(each, row));
	const known = LEDGER_TYPES.get(row.type);
	if (rule !== undefined) return byRule(row, known, rule, policy);
	if (known === undefined) return { kind: 'stop', stop: unknownType(row) };
	if (isElsewhere(known)) return { kind: 'elsewhere', booking: known.booking };
	if (known.confirm || known.role === undefined) {
		return { kind: 'stop', stop: confirmType(row, known, policy) };
	}
	return treated(known, policy.accounts[known.role], policy);
}

/** Types are compared as Shopify writes them, because a table typed by hand should not miss by case. */
function fits({ type, reason }: LedgerTypeRule, row: LedgerRowFacts): boolean {
	const isReason =
		reason === '' || (row.reason ?? '').toLowerCase().includes(reason.trim().toLowerCase());
	return type.trim().toUpperCase() === row.type && isReason;
}

function byRule(
	{ type }: LedgerRowFacts,
	known: LedgerType | undefined,
	{ account }: LedgerTypeRule,
	policy: LedgerPolicy,
): Treatment {
	if (account === undefined) return { kind: 'stop', stop: stoppedType(type) };
	if (known === undefined) return { kind: 'entry', category: 'Other', account };
	if (isElsewhere(known)) return { kind: 'stop', stop: fixedType(known) };
	return treated(known, account, policy);
}

type Elsewhere = LedgerType & { booking: 'Order' | 'Refund' | 'Payout' };

function isElsewhere(known: LedgerType): known is Elsewhere {
	return known.booking !== 'Charge' && known.booking !== 'Entry';
}

function treated(
	{ booking, category }: LedgerType,
	account: AccountReference,
	{ chargesIn }: LedgerPolicy,
): Treatment {
	const isCharge = booking === 'Charge' && chargesIn === 'Fee to Bill';
	return { kind: isCharge ? 'charge' : 'entry', category, account };
}

const ROW_OF_TABLE = "Add a row to 'Ledger Types' with the type";

function unknownType({ type }: LedgerRowFacts): Stop {
	return {
		code: 'unknown-type',
		why: `the type ${type} is not in the table of ledger types`,
		fix: `${ROW_OF_TABLE} ${type} and the account that stands against the clearing account, in every node that maps the ledger; or install a newer version of this package, which may know the type.`,
	};
}

function confirmType(
	{ type, reason }: LedgerRowFacts,
	known: LedgerType,
	{ accounts }: LedgerPolicy,
): Stop {
	const usual = known.role === undefined ? undefined : accounts[known.role];
	const proposal = usual === undefined ? '' : ` A usual one is '${usual.account}' (${usual.type}).`;
	const given = reason === null ? '' : `, with the reason '${reason.slice(0, 80)}'`;
	const byReason = type === 'ADJUSTMENT' ? ', and a part of the reason if reasons differ' : '';
	return {
		code: 'confirm-type',
		why: `${type} is ${known.meaning}${given}, and nobody has said yet where it is booked`,
		fix: `${ROW_OF_TABLE} ${type} and its account${byReason}.${proposal}`,
	};
}

function stoppedType(type: string): Stop {
	return {
		code: 'stopped-type',
		why: `'Ledger Types' says to stop at ${type}`,
		fix: `Look at the row in Shopify, then name its account in the row of 'Ledger Types' for ${type}.`,
	};
}

function fixedType({ type, meaning }: LedgerType): Stop {
	return {
		code: 'fixed-type',
		why: `'Ledger Types' names an account for ${type}, which is ${meaning} and is booked by other documents`,
		fix: `Remove the row for ${type} from 'Ledger Types', or it would be booked twice.`,
	};
}

/** One problem for all rows that stop; undefined where none does. */
export function stopProblem(
	stopped: ReadonlyArray<{ row: LedgerRowFacts; stop: Stop }>,
	where: string,
): Problem | undefined {
	if (stopped.length === 0) return undefined;
	const rows = stopped.map(({ row, stop }) => `row ${row.legacyId} of ${row.amount}: ${stop.why}`);
	const fixes = [...new Set(stopped.map(({ stop }) => stop.fix))];
	return {
		code: stopped[0].stop.code,
		what: `It cannot be booked, because of ${rows.slice(0, 10).join('; ')}${more(rows.length)}`,
		where,
		fix: fixes.slice(0, 5).join(' '),
	};
}

function more(count: number): string {
	return count > 10 ? `; and ${count - 10} more` : '';
}
