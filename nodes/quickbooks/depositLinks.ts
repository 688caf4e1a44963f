import type {
	AccountingDocument,
	DepositDocument,
	DepositReceiptLine,
} from '../accounting/documents';
import { Money } from '../accounting/money';
import type { Problem } from '../accounting/problems';
import type { Answer } from './client';
import type { Company } from './company';
import { shifted } from './days';
import { calledInBooks, type Entity, KINDS } from './entities';
import type { Booked, Found } from './found';
import { moneyFromJson } from './fromDocuments/amounts';
import { whereOf } from './fromDocuments/checkDocument';
import { bookedLink, linkName } from './links';
import { dateRanges, readInto, type Reader } from './lookup';
import type { Session } from './session';

/** What a deposit banks: documents that wait in Undeposited Funds. */

export function receiptLines(document: AccountingDocument): DepositReceiptLine[] {
	if (document.document !== 'Deposit') return [];
	return document.lines.flatMap((line) => ('links' in line ? [line] : []));
}

/** How far back receipts are sought, in steps: a payout's are mostly a few days old. */
const REACHES = [14, 60, 400];
/** What lay in closed books may be dated on a later day than the payout. */
const AFTER = 7;

/**
 * Reads the receipts that deposits of this run bank and earlier runs have posted. Neither key nor
 * deposit can be asked for, so they are read by day, further back only while some are missing.
 */
export async function readReceipts(
	reader: Reader,
	documents: readonly AccountingDocument[],
	found: Found,
): Promise<Answer<undefined>> {
	const own = new Set(documents.map(linkName));
	const deposits = documents.filter(
		(document): document is DepositDocument =>
			document.document === 'Deposit' && found.byKey('Deposit', document.key).length === 0,
	);
	let near = -AFTER - 1;
	for (const reach of REACHES) {
		for (const entity of new Set(deposits.flatMap((each) => missing(each, own, found)))) {
			const days = deposits
				.filter((each) => missing(each, own, found).includes(entity))
				.map(({ date }) => ({ from: shifted(date, -reach), to: shifted(date, -near - 1) }));
			const answer = await readInto(found, reader, entity, dateRanges(days));
			if (answer.kind !== 'done') return answer;
		}
		near = reach;
	}
	return { kind: 'done', value: undefined };
}

/** Of which kinds something is neither found nor part of this run. */
function missing(document: DepositDocument, own: ReadonlySet<string>, found: Found): Entity[] {
	return receiptLines(document)
		.filter(({ links }) => !own.has(linkName(links)) && !bookedLink(links, found))
		.map(({ links }) => KINDS[links.document].entity);
}

/** Why a deposit cannot bank what stands in the books. */
export function receiptProblem(
	{ company, directory }: Session,
	document: DepositDocument,
	{ links, amount }: DepositReceiptLine,
	booked: Booked,
): Problem | undefined {
	const called = `${calledInBooks(booked.entity)} ID ${booked.id} of ${booked.date} over ${booked.total}`;
	const where = whereOf(document);
	if (booked.deposit !== undefined) {
		return {
			code: 'already-deposited',
			what: `The ${called} is in another deposit already (ID ${booked.deposit})`,
			where,
			fix: `If that deposit is this payout, recorded by hand, write [${document.key}] into its memo in QuickBooks; else delete it there`,
		};
	}
	const [move] = booked.moves;
	const account = move?.on.replace('Account ', '');
	if (account !== undefined && !directory.undeposited.has(account)) {
		return {
			code: 'not-in-undeposited-funds',
			what: `The ${called} does not wait in Undeposited Funds, so no deposit can bank it`,
			where,
			fix: "Set 'Book Payouts As' in 'Payout to Deposit' to 'Deposit', or let the nodes for orders and refunds use Undeposited Funds",
		};
	}
	return isOver(booked, amount, document.currency, company)
		? undefined
		: {
				code: 'receipt-amount',
				what: `The deposit banks ${amount} ${document.currency} of ${links.document.toLowerCase()} ${links.key}, and QuickBooks has the ${called} ${booked.currency ?? ''}`.trim(),
				where,
				fix: 'Compare the order in Shopify with its document in QuickBooks; a document is banked as a whole',
			};
}

function isOver(booked: Booked, amount: string, currency: string, company: Company): boolean {
	if ((booked.currency ?? company.homeCurrency) !== currency) return false;
	const theirs = moneyFromJson(booked.total, currency);
	const ours = Money.parse(amount, currency);
	return theirs?.equals(ours.isNegative() ? ours.negate() : ours) ?? false;
}
