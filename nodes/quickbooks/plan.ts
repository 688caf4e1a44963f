import type { SalesReceiptDocument } from '../accounting/documents';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import { copiesOf, type Difference, differencesOf } from './differences';
import { checkDocument } from './fromDocuments/checkDocument';
import { type Booked, ENTITY, type Found, lookUp } from './lookup';
import {
	closedPeriod,
	contradiction,
	type Missing,
	notThere,
	numberTaken,
	sameNumber,
	tooManyDigits,
	wrongCurrency,
} from './obstacles';
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
	| (Common & { action: 'Create'; document: SalesReceiptDocument })
	| (Common & { action: 'Already Posted'; document: SalesReceiptDocument; booked: Booked })
	| (Common & { action: 'Same As'; document: SalesReceiptDocument; original: number })
	| (Common & { action: 'Held'; problem: Problem });

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
