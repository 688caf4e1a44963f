import type { AccountingDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Outcome, Problem } from '../accounting/problems';
import type { Balances } from './balances';
import { answerProblem } from './client';
import { receiptLines, receiptProblem } from './depositLinks';
import type { Booked } from './found';
import type { BankedReceipt } from './fromDocuments/deposit';
import { whereOf } from './fromDocuments/checkDocument';
import type { Json } from './json';
import {
	beyondOpen,
	type Link,
	linkName,
	linkNotPosted,
	linkOf,
	notInBooks,
	nothingToSettle,
	otherCurrency,
} from './links';
import type { Recipe } from './resolve/resolve';
import type { Session } from './session';

/** What a document applies to, as far as it is in the books; undefined where nothing is known of it. */
export type Target = { ok: true; booked: Booked } | { ok: false; problem: Problem } | undefined;

/** A document that is ready but for what it links to. */
export interface Linked {
	document: AccountingDocument;
	recipe: Recipe;
	targetOf(link: Link): Target;
}

/** The JSON of a document, now that what it settles is in the books. */
export async function linkedJson(
	session: Session,
	balances: Balances,
	linked: Linked,
): Promise<Outcome<Json>> {
	const { document, recipe } = linked;
	if (recipe.needs === 'nothing') return { ok: true, value: recipe.json() };
	if (recipe.needs === 'receipts') {
		const banked = bankedReceipts(session, linked);
		return banked.ok ? { ok: true, value: recipe.json(banked.value) } : banked;
	}
	const settled = settledBy(balances, linked);
	if (!settled.ok) return settled;
	const { booked, amount } = settled.value;
	const { id, customer, vendor } = booked;
	if (recipe.needs === 'bill') return { ok: true, value: recipe.json({ id, vendor }) };
	if (recipe.needs === 'invoice') {
		return { ok: true, value: recipe.json({ id, customer, amount: amount.toDecimalString() }) };
	}
	const receivable = await receivableFor(session, document);
	if (!receivable.ok) return receivable;
	return { ok: true, value: recipe.json({ customer, receivable: receivable.value }) };
}

/** Takes the document's part of the balance of what it settles. */
function settledBy(
	balances: Balances,
	{ document, targetOf }: Linked,
): Outcome<{ booked: Booked; amount: Money }> {
	const link = linkOf(document);
	const target = link && targetOf(link);
	if (!link || !target) {
		const nothing: Link = link ?? { document: document.document, key: document.key };
		return { ok: false, problem: notInBooks(document, nothing) };
	}
	if (!target.ok) return { ok: false, problem: linkNotPosted(document, link, target.problem) };
	const { booked } = target;
	const open = balances.of(booked, document.currency);
	if (!open) return { ok: false, problem: otherCurrency(document, link, booked) };
	if (open.isZero() || open.isNegative()) {
		return { ok: false, problem: nothingToSettle(document, link, booked) };
	}
	const total = Money.parse(document.total, document.currency);
	if (document.document === 'Bill Payment' && open.compare(total) < 0) {
		return { ok: false, problem: beyondOpen(document, booked, open) };
	}
	return { ok: true, value: { booked, amount: balances.take(booked, total) } };
}

function bankedReceipts(
	session: Session,
	{ document, targetOf }: Linked,
): Outcome<BankedReceipt[]> {
	const banked: BankedReceipt[] = [];
	if (document.document !== 'Deposit') return { ok: true, value: banked };
	for (const line of receiptLines(document)) {
		const target = targetOf(line.links);
		if (!target) return { ok: false, problem: notInBooks(document, line.links) };
		if (!target.ok) {
			return { ok: false, problem: linkNotPosted(document, line.links, target.problem) };
		}
		const problem = receiptProblem(session, document, line, target.booked);
		if (problem) return { ok: false, problem };
		banked.push({ name: linkName(line.links), booked: target.booked });
	}
	return { ok: true, value: banked };
}

async function receivableFor(
	{ client, directory }: Session,
	document: AccountingDocument,
): Promise<Outcome<string>> {
	const where = whereOf(document);
	const loaded = await directory.receivables.load(client);
	if (loaded.kind !== 'done') return { ok: false, problem: answerProblem(loaded, where) };
	const sought = directory.receivables.find(document.currency);
	if (sought.state === 'found') return { ok: true, value: sought.row.id };
	const refusal =
		sought.state === 'refused'
			? sought.refusal
			: { code: 'no-receivable', what: 'QuickBooks has no Accounts Receivable', fix: 'Create it' };
	return { ok: false, problem: { ...refusal, where } };
}
