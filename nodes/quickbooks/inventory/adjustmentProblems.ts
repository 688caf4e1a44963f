import type { Outcome, Problem } from '../../accounting/problems';
import type { AccountType } from '../../accounting/documents';
import { answerProblem } from '../client';
import { isClosed } from '../closedPeriod';
import { type Fault, faultProblem } from '../faults';
import type { Session } from '../session';
import { readItems } from './readItems';
import type { BooksAdjustment } from './adjustments';
import type { Adjustment, AdjustmentLine } from './types';

/** What an adjustment is booked against, most usual first. */
const ACCOUNT_TYPES: readonly AccountType[] = ['Cost of Goods Sold', 'Expense'];

export function whereOf({ date, key }: Pick<Adjustment, 'date' | 'key'>): string {
	return `Inventory adjustment of ${date} (${key})`;
}

/** The id of the account, which is never created: where lost stock goes is an accountant's decision. */
export async function accountOf(
	{ client, directory }: Session,
	adjustment: Adjustment,
): Promise<Outcome<string>> {
	const where = whereOf(adjustment);
	const references = ACCOUNT_TYPES.map((type) => ({ account: adjustment.account, type }));
	const loaded = await directory.accounts.load(client, references);
	if (loaded.kind !== 'done') return { ok: false, problem: answerProblem(loaded, where) };
	const sought = references.map((reference) => directory.accounts.find(reference));
	const found = sought.find(({ state }) => state === 'found');
	if (found?.state === 'found') return { ok: true, value: found.row.id };
	const [first] = sought;
	if (first.state === 'refused') {
		const fix = `Choose an account of type ${ACCOUNT_TYPES.join(' or ')} for adjustments`;
		const isType = first.refusal.code === 'wrong-account-type';
		return { ok: false, problem: { ...first.refusal, where, ...(isType ? { fix } : {}) } };
	}
	return {
		ok: false,
		problem: {
			code: 'missing-in-quickbooks',
			what: `QuickBooks has no account "${adjustment.account}" to book the value of adjustments on`,
			where,
			fix: 'Create the account in QuickBooks with type Cost of Goods Sold (QuickBooks itself calls it "Inventory Shrinkage"), or choose another account for adjustments',
		},
	};
}

export function closedBooks({ company }: Session, adjustment: Adjustment): Problem | undefined {
	if (!isClosed(company, adjustment.date)) return undefined;
	return {
		code: 'closed-period',
		what: `The books are closed up to ${company.closedUntil}, and the adjustment is dated ${adjustment.date}`,
		where: whereOf(adjustment),
		fix: 'Date the adjustment on an open day, or re-open the period in QuickBooks',
	};
}

/** QuickBooks' refusals that a single item may be the cause of. */
const OF_ITEMS = ['610', '2500', '6000', '6270'];

/** Which lines QuickBooks refuses an adjustment for, with the reason of each. */
export async function badLines(
	session: Session,
	{ lines, date }: Adjustment,
	fault: Fault,
): Promise<Map<AdjustmentLine, Problem>> {
	const bad = new Map<AdjustmentLine, Problem>();
	if (!OF_ITEMS.includes(fault.code)) return bad;
	const items = await readItems(session, { ids: lines.map(({ itemId }) => itemId) });
	if (items.kind !== 'done') return bad;
	const byId = new Map(items.value.map((item) => [item.id, item]));
	for (const line of lines) {
		const problem = problemOf(line, byId.get(line.itemId), date);
		if (problem) bad.set(line, problem);
	}
	return bad;
}

type Item = Extract<Awaited<ReturnType<typeof readItems>>, { kind: 'done' }>['value'][number];

function problemOf(
	{ itemId }: AdjustmentLine,
	item: Item | undefined,
	date: string,
): Problem | undefined {
	if (!item) {
		return {
			code: 'not-in-quickbooks',
			what: `QuickBooks has no item with ID ${itemId} any more`,
			where: `Item ID ${itemId}`,
			fix: 'Run again: the items are read anew',
		};
	}
	const { name, type, active, stockedFrom } = item;
	const where = `Item "${name}" (ID ${itemId})`;
	if (type !== 'Inventory') {
		return {
			code: 'not-inventory',
			what: `"${name}" is of type ${type} in QuickBooks, which has no stock`,
			where,
			fix: 'Make it an inventory item in QuickBooks, or leave it out',
		};
	}
	if (!active) {
		return {
			code: 'inactive-item',
			what: `"${name}" is inactive in QuickBooks`,
			where,
			fix: 'Make the item active again in QuickBooks, or leave it out',
		};
	}
	if (stockedFrom === null || stockedFrom <= date) return undefined;
	return {
		code: 'before-stock-start',
		what: `The stock of "${name}" begins on ${stockedFrom} in QuickBooks, and the adjustment is dated ${date}`,
		where,
		fix: `Date the adjustment on ${stockedFrom} or later, or set an earlier start date for the item in QuickBooks`,
	};
}

/** Codes of a company that cannot have adjustments at all. */
const NOT_OFFERED = ['500', '5030'];

export function refusedBy(fault: Fault, adjustment: Adjustment): Problem {
	const problem = faultProblem(fault, whereOf(adjustment));
	if (!NOT_OFFERED.includes(fault.code)) return problem;
	return {
		...problem,
		fix: 'QuickBooks documents inventory adjustments for companies in the US with the plans Plus and Advanced: adjust the quantities in QuickBooks by hand, or keep stock in the direction QuickBooks to Shopify',
	};
}

export function otherRun(adjustment: Adjustment, other: BooksAdjustment): Problem {
	return {
		code: 'changed-meanwhile',
		what: `Another run at the same time has adjusted the stock with other quantities (ID ${other.id}); this one was not booked`,
		where: whereOf(adjustment),
		fix: 'Run again: what is still different is computed anew. Let one workflow at a time adjust stock',
	};
}

/** Not tried, because of what befell the part before. */
export function notTried(adjustment: Adjustment, { what, fix }: Problem): Problem {
	return {
		code: 'not-posted',
		what: `Not tried, because the adjustment before it failed: ${what}`,
		where: whereOf(adjustment),
		fix,
	};
}

/** What QuickBooks made differently. @param fate what became of the wrong one. */
export function wrongAdjustment(
	adjustment: Adjustment,
	booked: BooksAdjustment,
	fate: string,
): Problem {
	const where = whereOf(adjustment);
	if (!booked.keys.includes(adjustment.key)) {
		return {
			code: 'note-not-kept',
			what: `QuickBooks did not keep the private note of the adjustment, without which it could be booked twice. ${fate}`,
			where,
			fix: 'Adjust the quantities in QuickBooks by hand, and report this with the plan and country of the company',
		};
	}
	const text = booked.lines.map(({ itemId, change }) => `item ${itemId}: ${change}`).join(', ');
	return {
		code: 'wrong-quantities',
		what: `QuickBooks made another adjustment of it: ${text}, dated ${booked.date}, account ${booked.account ?? '?'}. ${fate}`,
		where,
		fix: 'Run again; if it happens again, adjust these items in QuickBooks by hand and report it',
	};
}

export function writtenTwice(
	adjustment: Adjustment,
	first: BooksAdjustment,
	kept: readonly string[],
): Problem {
	return {
		code: 'posted-twice',
		what: `Two runs adjusted the stock at the same moment, and the second copy could not be deleted: ID ${first.id} and ${kept.join(', ')}`,
		where: whereOf(adjustment),
		fix: `Delete the inventory adjustment ID ${kept.join(', ')} in QuickBooks`,
	};
}
