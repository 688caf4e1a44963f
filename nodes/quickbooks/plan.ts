import type { SalesReceiptDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import { type Answer, answerProblem } from './client';
import { moneyFromJson } from './fromDocuments/amounts';
import { checkDocument, whereOf } from './fromDocuments/checkDocument';
import { type Booked, type Found, lookUp } from './lookup';
import { resolve } from './resolve/resolve';
import type { Wish } from './resolve/sought';
import type { Session } from './session';
import type { ListKind } from './settings';

/** Something that QuickBooks lacks for a document. */
export interface Missing {
	kind: ListKind;
	name: string;
	willBeCreated: boolean;
}

/** A field in which the books differ from the document that was posted earlier. */
export interface Difference {
	field: 'date' | 'number' | 'total' | 'taxTotal' | 'copies';
	document: string;
	quickBooks: string;
}

interface Common {
	/** Position among the inputs. */
	index: number;
	missing: Missing[];
	differences: Difference[];
}

/** What would be done with one document. */
export type Planned =
	| (Common & { action: 'Create'; document: SalesReceiptDocument })
	| (Common & { action: 'Already Posted'; document: SalesReceiptDocument; booked: Booked })
	| (Common & { action: 'Same As'; document: SalesReceiptDocument; original: number })
	| (Common & { action: 'Held'; problem: Problem });

export const ENTITY = 'SalesReceipt';

/**
 * What posting would do with each input, without writing anything. Inputs may be any JSON.
 * @returns a refusal only where QuickBooks could not be read at all.
 */
export async function plan(
	session: Session,
	inputs: readonly unknown[],
): Promise<Answer<Planned[]>> {
	const planned = new Map<number, Planned>();
	const open = sift(inputs, planned);
	const found = await lookUp(
		session.client,
		ENTITY,
		open.map(({ document }) => document),
		session.company.ownNumbers,
	);
	if (found.kind !== 'done') return found;
	const fresh = open.filter((entry) => !decideByBooks(session, entry, found.value, planned));
	const loaded = await session.directory.load(fresh.map(({ document }) => document));
	if (loaded.kind !== 'done') return loaded;
	const numbers = new Map<string, SalesReceiptDocument>();
	for (const { index, document } of fresh) {
		const other = session.company.ownNumbers ? numbers.get(document.number) : undefined;
		numbers.set(document.number, document);
		planned.set(
			index,
			other ? held(index, sameNumber(document, other)) : planFresh(session, index, document),
		);
	}
	return { kind: 'done', value: inputs.map((_, index) => planned.get(index) as Planned) };
}

interface Entry {
	index: number;
	document: SalesReceiptDocument;
}

/** Takes out what is no document, and documents that come twice among the inputs. */
function sift(inputs: readonly unknown[], planned: Map<number, Planned>): Entry[] {
	const first = new Map<string, Entry>();
	for (const [index, input] of inputs.entries()) {
		const checked = checkDocument(input);
		if (!checked.ok) {
			planned.set(index, held(index, checked.problem));
			continue;
		}
		const document = checked.value;
		const original = first.get(document.key);
		if (!original) first.set(document.key, { index, document });
		else if (original.document.total !== document.total) {
			planned.set(index, held(index, contradiction(document, original.document)));
		} else {
			const common = { index, missing: [], differences: [] };
			planned.set(index, { ...common, action: 'Same As', document, original: original.index });
		}
	}
	return [...first.values()];
}

/** True where the books already say what becomes of the document. */
function decideByBooks(
	session: Session,
	{ index, document }: Entry,
	found: Found,
	planned: Map<number, Planned>,
): boolean {
	const copies = found.byKey(document.key);
	const [booked] = copies;
	if (booked) {
		const differences = [
			...differencesOf(document, booked, session.company.ownNumbers),
			...copiesOf(copies),
		];
		const common = { index, missing: [], differences };
		planned.set(index, { ...common, action: 'Already Posted', document, booked });
		return true;
	}
	const problem = closedPeriod(session, document) ?? numberTaken(session, document, found);
	const obstacle = problem ?? wrongCurrency(session, document) ?? tooManyDigits(document);
	if (obstacle) planned.set(index, held(index, obstacle));
	return obstacle !== undefined;
}

function planFresh(session: Session, index: number, document: SalesReceiptDocument): Planned {
	const resolved = resolve(document, session.company, session.directory);
	const common = { index, missing: [], differences: [] };
	if (resolved.state === 'refused') return held(index, resolved.problem);
	if (resolved.state === 'ready') return { ...common, action: 'Create', document };
	const missing = resolved.wishes.map((wish) => missingOf(session, wish));
	const barred = missing.filter(({ willBeCreated }) => !willBeCreated);
	if (barred.length === 0) return { ...common, action: 'Create', document, missing };
	return { ...held(index, notThere(document, barred)), missing };
}

function missingOf(session: Session, { kind, name }: Wish): Missing {
	return { kind, name, willBeCreated: session.settings.create.has(kind) };
}

function held(index: number, problem: Problem): Planned {
	return { index, action: 'Held', problem, missing: [], differences: [] };
}

function notThere(document: SalesReceiptDocument, barred: readonly Missing[]): Problem {
	const names = barred.map(({ kind, name }) => `${kind.toLowerCase()} "${name}"`).join(', ');
	const kinds = [...new Set(barred.map(({ kind }) => `${kind}s`))].join(', ');
	return {
		code: 'missing-in-quickbooks',
		what: `QuickBooks has no ${names}`,
		where: whereOf(document),
		fix: `Create it in QuickBooks, choose another one, or allow ${kinds} under 'Create Missing'`,
	};
}

function contradiction(document: SalesReceiptDocument, original: SalesReceiptDocument): Problem {
	return {
		code: 'contradiction',
		what: `The input has this document twice, once with ${original.total} and once with ${document.total}`,
		where: whereOf(document),
		fix: 'Let only one of the two reach posting',
	};
}

function closedPeriod({ company }: Session, document: SalesReceiptDocument): Problem | undefined {
	if (!company.closedUntil || document.date > company.closedUntil) return undefined;
	return {
		code: 'closed-period',
		what: `The books are closed up to ${company.closedUntil}, and the document is dated ${document.date}`,
		where: whereOf(document),
		fix: 'Date the document on an open day, or re-open the period in QuickBooks',
	};
}

/** A number of somebody else's document, in the books or earlier among the inputs. */
function numberTaken(
	{ company }: Session,
	document: SalesReceiptDocument,
	found: Found,
): Problem | undefined {
	if (!company.ownNumbers) return undefined;
	const [other] = found.byNumber(document.number);
	if (!other) return undefined;
	const maker = other.keys.length > 0 ? `for ${other.keys.join(', ')}` : 'not by this workflow';
	return {
		code: 'number-taken',
		what: `Another document has number ${document.number}, made ${maker}: sales receipt ID ${other.id} of ${other.date} over ${other.total}`,
		where: whereOf(document),
		fix: "If it is the same sale, write the document's key into its memo in QuickBooks; else set a number prefix in the mapping",
	};
}

function sameNumber(document: SalesReceiptDocument, other: SalesReceiptDocument): Problem {
	return {
		code: 'number-taken',
		what: `Another document of this run has number ${document.number}: ${other.key}`,
		where: whereOf(document),
		fix: 'Set a number prefix for each shop in the mapping',
	};
}

function wrongCurrency({ company }: Session, document: SalesReceiptDocument): Problem | undefined {
	if (company.multiCurrency || document.currency === company.homeCurrency) return undefined;
	return {
		code: 'foreign-currency',
		what: `The document is in ${document.currency}, and "${company.name}" keeps its books in ${company.homeCurrency} only`,
		where: whereOf(document),
		fix: 'Turn on Multicurrency in QuickBooks (it cannot be turned off again), or post to a company in this currency',
	};
}

/** QuickBooks keeps two decimals, also of currencies that have three. */
function tooManyDigits(document: SalesReceiptDocument): Problem | undefined {
	const amounts = [document.total, document.taxTotal, ...document.lines.map((line) => line.amount)];
	if (!amounts.some((amount) => /\.\d\d\d*[1-9]/.test(amount))) {
		return undefined;
	}
	return {
		code: 'too-many-digits',
		what: `QuickBooks keeps two decimals, and the document has amounts with more`,
		where: whereOf(document),
		fix: 'Enter this document by hand',
	};
}

export function differencesOf(
	document: SalesReceiptDocument,
	booked: Booked,
	ownNumbers: boolean,
): Difference[] {
	const differences: Difference[] = [];
	const note = (field: Difference['field'], ours: string, theirs: string) =>
		differences.push({ field, document: ours, quickBooks: theirs });
	if (document.date !== booked.date) note('date', document.date, booked.date);
	if (ownNumbers && document.number !== booked.number) {
		note('number', document.number, booked.number ?? '');
	}
	for (const field of ['total', 'taxTotal'] as const) {
		const theirs = moneyFromJson(booked[field], document.currency);
		if (!theirs?.equals(Money.parse(document[field], document.currency))) {
			note(field, document[field], theirs?.toDecimalString() ?? booked[field]);
		}
	}
	return differences;
}

/** More than one document of the same source, left from elsewhere: a person must choose. */
function copiesOf(copies: readonly Booked[]): Difference[] {
	if (copies.length < 2) return [];
	const ids = copies.map(({ id }) => id).join(', ');
	return [{ field: 'copies', document: '1', quickBooks: `${copies.length} (ID ${ids})` }];
}

/** The problem of a run that could not read QuickBooks at all. */
export function planProblem(answer: Exclude<Answer<unknown>, { kind: 'done' }>): Problem {
	return answerProblem(answer, 'QuickBooks');
}
