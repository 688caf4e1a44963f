import type { AccountingDocument } from '../accounting/documents';
import { Balances } from './balances';
import type { Answer } from './client';
import { closedPeriod, isClosed, onOpenDay, stoppedByClosedPeriod } from './closedPeriod';
import { findCostsTwice } from './costTwice';
import { copiesOf, type Difference, differencesOf, ofGoods } from './differences';
import { KINDS } from './entities';
import type { Booked } from './found';
import { bookedLink, linkOf } from './links';
import { isNumberUnique } from './numbers';
import {
	type Missing,
	notThere,
	numberTaken,
	sameNumber,
	tooManyDigits,
	tooManyLines,
	wrongCurrency,
} from './obstacles';
import { type Entry, held, type Planned, type Planning } from './planned';
import { linkFor } from './planLinks';
import { postingOf } from './posting';
import { readBooks } from './readBooks';
import { resolve } from './resolve/resolve';
import type { Wish } from './resolve/sought';
import type { Session } from './session';
import { sift } from './sift';
import { barStockAfterCosts } from './stockAfterCosts';
import { billsAsExpenses, withoutBillsNote } from './withoutBills';

/**
 * What posting would do with each input, without writing anything. Inputs may be any JSON.
 * @returns a refusal only where QuickBooks could not be read at all.
 */
export async function plan(
	session: Session,
	inputs: readonly unknown[],
): Promise<Answer<Planned[]>> {
	const planned = new Map<number, Planned>();
	const entries = sift(inputs, planned);
	const expenses = billsAsExpenses(session.company, entries, planned);
	const read = await readBooks(session, [...entries.values()]);
	if (read.kind !== 'done') return read;
	const balances = new Balances(session.company);
	const planning: Planning = { session, entries, planned, balances, ...read.value };
	const fresh = inStageOrder([...entries.values()].filter((entry) => !isDecided(planning, entry)));
	const twice = await findCostsTwice(planning, fresh);
	if (twice.kind !== 'done') return twice;
	const loaded = await session.directory.load(fresh.map(({ document }) => document));
	if (loaded.kind !== 'done') return loaded;
	const early = await barStockAfterCosts(planning, fresh);
	if (early.kind !== 'done') return early;
	const numbers = new Map<string, AccountingDocument>();
	for (const entry of fresh) {
		const other = takeNumber(session, entry.document, numbers);
		const decision = other
			? held(entry.index, sameNumber(entry.document, other))
			: planFresh(planning, entry);
		const told = expenses.has(entry.index) ? saying(session, decision) : decision;
		planned.set(entry.index, told);
	}
	stopAtClosedPeriod(planning);
	return { kind: 'done', value: inputs.map((_, index) => planned.get(index) as Planned) };
}

function saying({ company }: Session, planned: Planned): Planned {
	if (planned.action !== 'Create') return planned;
	const note = withoutBillsNote(company);
	return { ...planned, note: planned.note === undefined ? note : `${note}. ${planned.note}` };
}

/** What others link to is planned before them. */
function inStageOrder(entries: readonly Entry[]): Entry[] {
	const stage = ({ document }: Entry) => KINDS[document.document].stage;
	return [...entries].sort((a, b) => stage(a) - stage(b));
}

/** True where the books already say what becomes of the document, or what keeps it out. */
function isDecided(planning: Planning, { index, document }: Entry): boolean {
	const { session, found, planned } = planning;
	const posting = postingOf(document);
	const copies = found.byKey(posting.entity, posting.key);
	const [booked] = copies;
	if (booked) {
		const differences = [...knownDifferences(session, document, booked), ...copiesOf(copies)];
		const link = linkOf(document);
		const to = link && bookedLink(link, found);
		const common = { index, missing: [], differences, ...(to ? { link: to } : {}) };
		planned.set(index, { ...common, action: 'Already Posted', document, booked });
		return true;
	}
	const closed =
		isClosed(session.company, document.date) && session.settings.closedPeriod !== 'nextOpenDay';
	const obstacle =
		(closed ? closedPeriod(document, session.company) : undefined) ??
		numberTaken(session, document, found) ??
		wrongCurrency(session, document) ??
		tooManyDigits(document) ??
		tooManyLines(document);
	if (obstacle) planned.set(index, held(index, obstacle));
	return obstacle !== undefined;
}

/** A later day is no difference where this node itself moves documents out of closed books. */
function knownDifferences(
	{ company, settings }: Session,
	document: AccountingDocument,
	booked: Booked,
): readonly Difference[] {
	const differences = ofGoods(
		document,
		booked,
		differencesOf(postingOf(document), booked, company),
	);
	const wasMoved =
		settings.closedPeriod === 'nextOpenDay' &&
		isClosed(company, document.date) &&
		booked.date > document.date;
	return wasMoved ? differences.filter(({ field }) => field !== 'date') : differences;
}

/** @returns the document that has the number already, where QuickBooks would refuse the second. */
function takeNumber(
	{ company }: Session,
	document: AccountingDocument,
	numbers: Map<string, AccountingDocument>,
): AccountingDocument | undefined {
	const { entity, number } = postingOf(document);
	if (number === undefined || !isNumberUnique(entity, company)) return undefined;
	const name = `${entity} ${number}`;
	const other = numbers.get(name);
	numbers.set(name, document);
	return other;
}

function planFresh(planning: Planning, { index, document: input }: Entry): Planned {
	const { session } = planning;
	const document = onOpenDay(input, session.company);
	const barred = planning.barred.get(document.key);
	if (barred) return held(index, barred);
	const resolved = resolve(document, session.company, session.directory);
	if (resolved.state === 'refused') return held(index, resolved.problem);
	const wishes = resolved.state === 'missing' ? resolved.wishes : [];
	const missing = wishes.map((wish) => missingOf(session, wish));
	const lacking = missing.filter(({ willBeCreated }) => !willBeCreated);
	if (lacking.length > 0) return { ...held(index, notThere(document, lacking)), missing };
	const { problem, link, banked, note } = linkFor(planning, document);
	if (problem) return held(index, problem);
	const links = { ...link, ...banked };
	const notes = [...resolved.notes, ...(note ? [note.note] : [])];
	const told = notes.length > 0 ? { note: notes.join('. ') } : {};
	return { index, action: 'Create', document, missing, differences: [], ...links, ...told };
}

function missingOf(session: Session, { kind, name }: Wish): Missing {
	return { kind, name, willBeCreated: session.settings.create.has(kind) };
}

/** Where the user wants it, one document in closed books keeps all others from being written too. */
function stopAtClosedPeriod({ session, planned }: Planning): void {
	if (session.settings.closedPeriod !== 'stop') return;
	const all = [...planned.values()];
	const causes = all.flatMap((each) => (each.action === 'Held' ? [each.problem] : []));
	const cause = causes.find(({ code }) => code === 'closed-period');
	if (!cause) return;
	for (const each of all) {
		if (each.action !== 'Create') continue;
		planned.set(each.index, held(each.index, stoppedByClosedPeriod(each.document, cause)));
	}
}
