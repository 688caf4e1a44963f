import type { Books } from '../books.mts';
import { centsOf, sum } from '../cents.mts';
import type { BuildContext, Handler, Posting } from '../entities/handler.mts';
import {
	business,
	lineWithoutAccount,
	missing,
	negativeAmount,
	noLines,
	unbalanced,
} from '../faults.mts';
import { flag, list, object, refId, text } from '../json.mts';
import type { Entry } from '../ledger.mts';
import { agencyAccount, ratesOfCode, regimeOf } from '../tax/rates.mts';
import type { Json, Row } from '../types.mts';
import { documentNumber } from './doc-number.mts';
import { buildHead } from './head.mts';
import { numberLines } from './lines.mts';

const DETAIL = 'JournalEntryLineDetail';

/** Receivables need to know who owes, payables who is owed. */
const PARTY_OF: Record<string, 'Customer' | 'Vendor'> = {
	'Accounts Receivable': 'Customer',
	'Accounts Payable': 'Vendor',
};

function partyOf(books: Books, detail: Json): { type: string; id: string } | undefined {
	const entity = object(detail, 'Entity');
	const type = text(entity, 'Type');
	if (entity === undefined || type === undefined) return undefined;
	const row = books.resolve(type, entity, 'EntityRef', 'Line.Entity.EntityRef');
	return row === undefined ? undefined : { type, id: row.Id };
}

function checkTax(books: Books, detail: Json): void {
	if (regimeOf(books) !== 'vat' || refId(detail, 'TaxCodeRef') === undefined) return;
	books.resolve('TaxCode', detail, 'TaxCodeRef', 'Line.TaxCodeRef');
	if (text(detail, 'TaxApplicableOn') === undefined)
		throw missing(`Line.${DETAIL}.TaxApplicableOn`);
	if (detail.TaxAmount === undefined) throw missing(`Line.${DETAIL}.TaxAmount`);
}

function checkLine(books: Books, line: Json): void {
	const cents = centsOf(line, 'Amount');
	if (cents === undefined) throw missing('Line.Amount');
	if (cents < 0) throw negativeAmount('Line.Amount');
	const detail = object(line, DETAIL) ?? {};
	if (text(detail, 'PostingType') === undefined) throw missing(`Line.${DETAIL}.PostingType`);
	const account = books.resolve('Account', detail, 'AccountRef', `Line.${DETAIL}.AccountRef`);
	if (account === undefined) throw lineWithoutAccount();
	const needed = PARTY_OF[String(account.AccountType)];
	if (needed !== undefined && partyOf(books, detail)?.type !== needed) {
		throw business(
			`When you use ${String(account.AccountType)}, you must choose a ${needed.toLowerCase()} in the Name field.`,
			'Line.Entity',
		);
	}
	books.resolve('Class', detail, 'ClassRef', 'Line.ClassRef');
	books.resolve('Department', detail, 'DepartmentRef', 'Line.DepartmentRef');
	checkTax(books, detail);
}

function lineEntries(books: Books, line: Json): Entry[] {
	const detail = object(line, DETAIL);
	if (detail === undefined) return [];
	const sign = detail.PostingType === 'Debit' ? 1 : -1;
	const party = partyOf(books, detail);
	const entry: Entry = {
		accountId: String(refId(detail, 'AccountRef')),
		cents: (centsOf(line, 'Amount') ?? 0) * sign + 0,
		classId: refId(detail, 'ClassRef'),
		departmentId: refId(detail, 'DepartmentRef'),
		memo: text(line, 'Description'),
		...(party === undefined || party.type === 'Employee'
			? {}
			: { entity: { type: party.type as 'Customer' | 'Vendor', id: party.id } }),
	};
	return [entry, ...taxEntry(books, detail, sign)];
}

/** Tax amounts of a journal entry are taken as they are sent. */
function taxEntry(books: Books, detail: Json, sign: number): Entry[] {
	const cents = centsOf(detail, 'TaxAmount') ?? 0;
	const code = books.find('TaxCode', refId(detail, 'TaxCodeRef'));
	if (regimeOf(books) !== 'vat' || code === undefined || cents === 0) return [];
	const side = text(detail, 'TaxApplicableOn') === 'Purchase' ? 'Purchase' : 'Sales';
	const rate = ratesOfCode(books, code, side)[0];
	return rate === undefined
		? []
		: [{ accountId: agencyAccount(books, rate.agencyId).Id, cents: cents * sign }];
}

function post(books: Books, row: Row): Posting {
	return { entries: list(row, 'Line').flatMap((line) => lineEntries(books, line)) };
}

function build(books: Books, body: Json, context: BuildContext): Json {
	const head = buildHead(books, body, context);
	if (body.Line === undefined) throw missing('Line');
	const lines = list(body, 'Line');
	const counted = lines.filter((line) => line.DetailType === DETAIL);
	if (counted.length < 2) throw noLines();
	for (const line of counted) checkLine(books, line);
	const entries = counted.flatMap((line) => lineEntries(books, line));
	if (sum(entries.map((entry) => entry.cents)) !== 0) throw unbalanced();
	return {
		...head.content,
		DocNumber: documentNumber(books, 'JournalEntry', body, context),
		Adjustment: flag(body, 'Adjustment'),
		Line: numberLines(lines, context.previous),
		TotalAmt: 0,
	};
}

export const journalEntry: Handler = { deletable: true, build, post };
