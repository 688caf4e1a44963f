import type { AccountReference, LedgerDocument, PartyReference } from '../../accounting/documents';
import type { Company } from '../company';
import { bill } from '../fromDocuments/bill';
import { billPayment } from '../fromDocuments/billPayment';
import { deposit } from '../fromDocuments/deposit';
import { expense } from '../fromDocuments/expense';
import { journalEntry } from '../fromDocuments/journalEntry';
import { type LedgerParts } from '../fromDocuments/ledgerParts';
import { purchaseTax } from '../fromDocuments/purchaseTax';
import { transfer } from '../fromDocuments/transfer';
import type { Directory } from './directory';
import { classFor, locationFor } from './dimensions';
import {
	classOf,
	currencyOn,
	ledgerAccounts,
	ledgerParties,
	locationOfLedger,
} from './ledgerNames';
import type { ListRow } from './listTable';
import type { Recipe } from './resolve';
import { rowOf, type Refusal, type Sought, type Wish } from './sought';

/** A document of the ledger whose names were looked for in the company's lists. */
export type ResolvedLedger =
	| { state: 'ready'; recipe: Recipe }
	| { state: 'missing'; wishes: Wish[] }
	| { state: 'refused'; refusal: Refusal };

export function resolveLedger(
	document: LedgerDocument,
	company: Company,
	directory: Directory,
): ResolvedLedger {
	const withoutBills = planRefusal(document, company);
	if (withoutBills) return { state: 'refused', refusal: withoutBills };
	const find = finder(document, directory);
	const named = [
		...ledgerAccounts(document).map(find.account),
		...ledgerParties(document).map(find.party),
	];
	const dimensions = {
		class: dimension(classOf(document), (name) => classFor(name, company, directory)),
		location: dimension(locationOfLedger(document), (name) =>
			locationFor(name, company, directory),
		),
	};
	const all = [...named, dimensions.class, dimensions.location].filter(
		(each) => each !== undefined,
	);
	const unfit = all.find((sought) => sought.state === 'refused');
	if (unfit) return unfit;
	const tax =
		document.document === 'Bill' || document.document === 'Expense'
			? purchaseTax(document, company, directory.taxCodes)
			: undefined;
	if (tax && !tax.ok) return { state: 'refused', refusal: tax.refusal };
	const wishes = all.flatMap((sought) => (sought.state === 'missing' ? [sought.wish] : []));
	if (wishes.length > 0) {
		return {
			state: 'missing',
			wishes: [...new Map(wishes.map((wish) => [wish.id, wish])).values()],
		};
	}
	const parts: LedgerParts = {
		company,
		account: (reference) => rowOf(find.account(reference)).id,
		party: (reference) => rowOf(find.party(reference)).id,
		class: dimensions.class && rowOf(dimensions.class).id,
		location: dimensions.location && rowOf(dimensions.location).id,
		tax: tax ?? { ok: true, lineCodes: [], header: {} },
	};
	return { state: 'ready', recipe: recipeOf(document, parts) };
}

function finder({ currency }: LedgerDocument, directory: Directory) {
	return {
		account: (reference: AccountReference): Sought<ListRow> =>
			directory.accounts.find(reference, currencyOn(reference, currency)),
		party: (party: PartyReference): Sought<ListRow> =>
			'vendor' in party
				? directory.vendors.find({ name: party.vendor }, currency)
				: directory.customers.find({ name: party.customer }, currency),
	};
}

function dimension(
	name: string | undefined,
	find: (name: string) => Sought<ListRow>,
): Sought<ListRow> | undefined {
	return name ? find(name) : undefined;
}

function recipeOf(document: LedgerDocument, parts: LedgerParts): Recipe {
	switch (document.document) {
		case 'Deposit':
			return { needs: 'receipts', json: (ids) => deposit(document, parts, ids) };
		case 'Bill Payment':
			return { needs: 'bill', json: (settled) => billPayment(document, parts, settled) };
		case 'Transfer':
			return { needs: 'nothing', json: () => transfer(document, parts) };
		case 'Bill':
			return { needs: 'nothing', json: () => bill(document, parts) };
		case 'Expense':
			return { needs: 'nothing', json: () => expense(document, parts) };
		case 'Journal Entry':
			return { needs: 'nothing', json: () => journalEntry(document, parts) };
	}
}

/** The smallest plans have no bills (5030): an expense says the same where nothing is owed in between. */
function planRefusal({ document }: LedgerDocument, company: Company): Refusal | undefined {
	if (company.bills || (document !== 'Bill' && document !== 'Bill Payment')) return undefined;
	return {
		code: 'plan-without-bills',
		what: `"${company.name}" has the plan ${company.plan}, which has no bills`,
		fix: "Set 'Book Fees As' in 'Fee to Bill' to 'Expense', or change to the plan Essentials or higher",
	};
}
