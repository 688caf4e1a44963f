import type { AccountingDocument } from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Outcome } from '../accounting/problems';
import type { Balances } from './balances';
import { answerProblem } from './client';
import type { Booked } from './found';
import { whereOf } from './fromDocuments/checkDocument';
import type { Json } from './json';
import { linkOf, notInBooks, nothingToSettle, otherCurrency } from './links';
import type { Recipe } from './resolve/resolve';
import type { Session } from './session';

/** A document that is ready but for what it links to. */
export interface Linked {
	document: AccountingDocument;
	recipe: Recipe;
	/** What it applies to, as it stands in the books. */
	booked: Booked | undefined;
}

/** The JSON of a document, now that what it settles is in the books. */
export async function linkedJson(
	session: Session,
	balances: Balances,
	{ document, recipe, booked }: Linked,
): Promise<Outcome<Json>> {
	if (recipe.needs === 'nothing') return { ok: true, value: recipe.json() };
	const link = linkOf(document);
	if (!link) return { ok: true, value: {} };
	if (!booked) return { ok: false, problem: notInBooks(document, link) };
	const open = balances.of(booked, document.currency);
	if (!open) return { ok: false, problem: otherCurrency(document, link, booked) };
	if (open.isZero() || open.isNegative()) {
		return { ok: false, problem: nothingToSettle(document, link, booked) };
	}
	const amount = balances.take(booked, Money.parse(document.total, document.currency));
	const { id, customer } = booked;
	if (recipe.needs === 'invoice') {
		return { ok: true, value: recipe.json({ id, customer, amount: amount.toDecimalString() }) };
	}
	const receivable = await receivableFor(session, document);
	if (!receivable.ok) return receivable;
	return { ok: true, value: recipe.json({ customer, receivable: receivable.value }) };
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
