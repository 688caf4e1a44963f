import type { AccountingDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import { Balances } from './balances';
import type { Answer } from './client';
import {
	closedPeriod,
	isClosed,
	latestDay,
	onOpenDay,
	stoppedByClosedPeriod,
} from './closedPeriod';
import { copiesOf, type Difference, differencesOf } from './differences';
import { KINDS } from './entities';
import type { Booked, Found } from './found';
import { checkDocument } from './fromDocuments/checkDocument';
import { bookedLink, linkedWanted, linkName, linkOf, readOpen } from './links';
import { lookUp } from './lookup';
import { isNumberUnique } from './numbers';
import {
	contradiction,
	type Missing,
	notThere,
	numberTaken,
	sameNumber,
	tooManyDigits,
	tooManyLines,
	wrongCurrency,
} from './obstacles';
import { linkFor } from './planLinks';
import { postingOf, wantedOf } from './posting';
import { refundsBeyondSale } from './refundLimit';
import { resolve } from './resolve/resolve';
import type { Wish } from './resolve/sought';
import type { Session } from './session';

interface Common {
	/** Position among the inputs. */
	index: number;
	missing: Missing[];
	differences: Difference[];
}

/** What would be done with one document. */
export type Planned =
	| (Common & {
			action: 'Create';
			/** As it will be written: perhaps on another day than the input's. */
			document: AccountingDocument;
			/** What it applies to, where the books hold it already. */
			link?: Booked;
			note?: string;
	  })
	| (Common & {
			action: 'Already Posted';
			document: AccountingDocument;
			booked: Booked;
			link?: Booked;
	  })
	| (Common & { action: 'Same As'; document: AccountingDocument; original: number })
	| (Common & { action: 'Held'; problem: Problem });

/** What is known while a plan is made. */
export interface Planning {
	session: Session;
	found: Found;
	/** Documents of this run by `linkName`. */
	entries: ReadonlyMap<string, Entry>;
	planned: Map<number, Planned>;
	balances: Balances;
	/** By key. */
	beyondSale: ReadonlyMap<string, Problem>;
}

export interface Entry {
	index: number;
	document: AccountingDocument;
}

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
	const read = await readBooks(session, [...entries.values()]);
	if (read.kind !== 'done') return read;
	const balances = new Balances(session.company);
	const planning: Planning = { session, entries, planned, balances, ...read.value };
	const fresh = inStageOrder([...entries.values()].filter((entry) => !isDecided(planning, entry)));
	const loaded = await session.directory.load(fresh.map(({ document }) => document));
	if (loaded.kind !== 'done') return loaded;
	const numbers = new Map<string, AccountingDocument>();
	for (const entry of fresh) {
		const other = takeNumber(session, entry.document, numbers);
		const decision = other
			? held(entry.index, sameNumber(entry.document, other))
			: planFresh(planning, entry);
		planned.set(entry.index, decision);
	}
	stopAtClosedPeriod(planning);
	return { kind: 'done', value: inputs.map((_, index) => planned.get(index) as Planned) };
}

async function readBooks(
	session: Session,
	entries: readonly Entry[],
): Promise<Answer<Pick<Planning, 'found' | 'beyondSale'>>> {
	const { company, settings } = session;
	const documents = entries.map(({ document }) => document);
	const own = documents.map((document) =>
		wantedOf(postingOf(document), latestDay(company, settings, document.date)),
	);
	const found = await lookUp(session, [...own, ...linkedWanted(documents)]);
	if (found.kind !== 'done') return found;
	const open = await readOpen(session, documents, found.value);
	if (open.kind !== 'done') return open;
	const beyondSale = await refundsBeyondSale(session, documents, found.value);
	if (beyondSale.kind !== 'done') return beyondSale;
	return { kind: 'done', value: { found: found.value, beyondSale: beyondSale.value } };
}

/** Takes out what is no document, and documents that come twice among the inputs. */
function sift(inputs: readonly unknown[], planned: Map<number, Planned>): Map<string, Entry> {
	const first = new Map<string, Entry>();
	for (const [index, input] of inputs.entries()) {
		const checked = checkDocument(input);
		if (!checked.ok) {
			planned.set(index, held(index, checked.problem));
			continue;
		}
		const document = checked.value;
		const original = first.get(linkName(document));
		if (!original) first.set(linkName(document), { index, document });
		else if (original.document.total !== document.total) {
			planned.set(index, held(index, contradiction(document, original.document)));
		} else {
			const common = { index, missing: [], differences: [] };
			planned.set(index, { ...common, action: 'Same As', document, original: original.index });
		}
	}
	return first;
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
): Difference[] {
	const differences = differencesOf(postingOf(document), booked, company);
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
	const { session, beyondSale } = planning;
	const document = onOpenDay(input, session.company);
	const beyond = beyondSale.get(document.key);
	if (beyond) return held(index, beyond);
	const resolved = resolve(document, session.company, session.directory);
	if (resolved.state === 'refused') return held(index, resolved.problem);
	const wishes = resolved.state === 'missing' ? resolved.wishes : [];
	const missing = wishes.map((wish) => missingOf(session, wish));
	const barred = missing.filter(({ willBeCreated }) => !willBeCreated);
	if (barred.length > 0) return { ...held(index, notThere(document, barred)), missing };
	const { problem, link, note } = linkFor(planning, document);
	if (problem) return held(index, problem);
	return { index, action: 'Create', document, missing, differences: [], ...link, ...note };
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

function held(index: number, problem: Problem): Planned {
	return { index, action: 'Held', problem, missing: [], differences: [] };
}
