import type { AccountingDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import { Balances } from './balances';
import { type Answer, answerProblem } from './client';
import { openDay } from './closedPeriod';
import { calledInBooks, type Entity } from './entities';
import { type Booked, Found, nameInBooks } from './found';
import { application } from './fromDocuments/application';
import { lookUp, readInto } from './lookup';
import { type Posting, wantedOf } from './posting';
import { inConditions } from './query';
import type { Task } from './send';
import type { Session } from './session';
import { writeOnce } from './writeOnce';

/** A document in the books, and what it applies to. */
export interface Pair {
	result: { index: number; document: AccountingDocument; booked: Booked };
	to: Booked;
}

/** One use of a credit: the memo, and what it pays. */
interface Use {
	index: number;
	document: AccountingDocument;
	credit: Booked;
	debt: Booked;
	posting: Posting;
}

const BY_HAND =
	"Do it in QuickBooks: '+ New', 'Receive payment', choose the customer, and tick both with a payment of 0.00";

/**
 * Uses credit memos up: for money that was paid out first, then for the invoices that they lower.
 * Each use is a document of its own with a key of its own, written exactly once like all others.
 *
 * @returns notes by input, where a credit could not be used.
 */
export async function applyCredits(
	session: Session,
	pairs: readonly Pair[],
): Promise<Map<number, string>> {
	const notes = new Map<number, string>();
	const uses = pairs.flatMap((pair) => useOf(session, pair) ?? []);
	if (uses.length === 0) return notes;
	const read = await readAll(session, uses);
	if (read.kind !== 'done') {
		for (const use of uses) notes.set(use.index, notUsed(use, answerProblem(read, '').what));
		return notes;
	}
	const balances = new Balances(session.company);
	const tasks = new Map<Task, Use>();
	for (const use of payoutsFirst(uses)) {
		const { task, note } = taskOf(use, read.value, balances);
		if (task) tasks.set(task, use);
		if (note) notes.set(use.index, note);
	}
	const written = await writeOnce(session, [...tasks.keys()]);
	for (const [{ posting }, use] of tasks) {
		const outcome = written.get(posting);
		if (outcome?.state === 'refused') notes.set(use.index, notUsed(use, outcome.problem.what));
	}
	return notes;
}

/** @returns undefined where the pair uses no credit. */
function useOf({ company }: Session, { result, to }: Pair): Use | undefined {
	const { index, document, booked } = result;
	const isMemo = document.document === 'Credit Memo' && to.entity === 'Invoice';
	if (!isMemo && document.document !== 'Credit Refund') return undefined;
	const [credit, debt] = isMemo ? [booked, to] : [to, booked];
	if (credit.balance !== undefined && Number(credit.balance) === 0) return undefined;
	const { key, currency } = document;
	const posting: Posting = {
		entity: 'Payment',
		key: `${key}/Applied`,
		where: `Use of credit memo ID ${credit.id}`,
		number: undefined,
		date: openDay(company, credit.date > debt.date ? credit.date : debt.date),
		margin: 0,
		currency,
		total: Money.zero(currency).toDecimalString(),
		taxTotal: undefined,
	};
	return { index, document, credit, debt, posting };
}

/** Uses that stand in the books already, and what credits and invoices have left now. */
async function readAll(session: Session, uses: readonly Use[]): Promise<Answer<Found>> {
	const found = await lookUp(
		session,
		uses.map(({ posting }) => wantedOf(posting)),
	);
	if (found.kind !== 'done') return found;
	const open = uses.filter(({ posting }) => found.value.byKey('Payment', posting.key).length === 0);
	for (const entity of ['CreditMemo', 'Invoice'] as const) {
		const ids = open.flatMap(({ credit, debt }) => idsOf(entity, [credit, debt]));
		const answer = await readInto(found.value, session, entity, inConditions('Id', ids));
		if (answer.kind !== 'done') return answer;
	}
	return found;
}

function idsOf(entity: Entity, documents: readonly Booked[]): string[] {
	return documents.filter((each) => each.entity === entity).map(({ id }) => id);
}

function payoutsFirst(uses: readonly Use[]): Use[] {
	const isPayout = ({ debt }: Use) => debt.entity === 'Purchase';
	return [...uses.filter(isPayout), ...uses.filter((use) => !isPayout(use))];
}

function taskOf(use: Use, found: Found, balances: Balances): { task?: Task; note?: string } {
	const { posting, document } = use;
	if (found.byKey('Payment', posting.key).length > 0) return {};
	const credit = now(found, use.credit);
	const debt = now(found, use.debt);
	if (credit.customer !== debt.customer) {
		return { note: notUsed(use, 'they belong to different customers') };
	}
	const open = [credit, debt].map((each) => balances.of(each, document.currency));
	const [smaller] = open.filter((each) => each !== undefined).sort((a, b) => a.compare(b));
	if (open.includes(undefined) || !smaller) {
		return { note: notUsed(use, 'they are in different currencies') };
	}
	if (smaller.isZero() || smaller.isNegative()) return {};
	const amount = balances.take(credit, balances.take(debt, smaller)).toDecimalString();
	const memo = `Credit memo ${credit.number ?? credit.id} used for ${calledInBooks(debt.entity)} ${debt.number ?? debt.id}`;
	const json = application({ credit, debt, amount }, posting, memo);
	return { task: { posting, json, salt: '' } };
}

/** As it was read last; an expense has no balance to read. */
function now(found: Found, booked: Booked): Booked {
	return found.byName(nameInBooks(booked)) ?? booked;
}

function notUsed({ credit, debt }: Use, why: string): string {
	return `Credit memo ID ${credit.id} could not be used for ${calledInBooks(debt.entity)} ID ${debt.id}: ${why}. ${BY_HAND}`;
}
