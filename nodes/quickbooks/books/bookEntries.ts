import type { AccountReference } from '../../accounting/documents';
import { Money } from '../../accounting/money';
import type { AccountMove, BookEntry } from '../../accounting/payoutProof/bookEntry';
import type { Answer } from '../client';
import type { Entity } from '../entities';
import { plain, scaled } from '../exact';
import { moneyFromJson } from '../fromDocuments/amounts';
import { textAt } from '../json';
import type { Move } from '../moves';
import { inConditions } from '../query';
import type { Session } from '../session';
import type { BookedDocument } from './bookedDocument';

/** As QuickBooks calls them; a credit refund and the use of a credit are an expense and a payment. */
const CALLED: Readonly<Record<Entity, string>> = {
	SalesReceipt: 'Sales Receipt',
	Invoice: 'Invoice',
	Payment: 'Payment',
	RefundReceipt: 'Refund Receipt',
	CreditMemo: 'Credit Memo',
	Purchase: 'Expense',
	Deposit: 'Deposit',
	Transfer: 'Transfer',
	Bill: 'Bill',
	BillPayment: 'Bill Payment',
	JournalEntry: 'Journal Entry',
};

/**
 * Documents of the books as the proofs read them, with accounts by name: one call for the names of up
 * to 100 accounts, and one more where a deposit banks what waits in Undeposited Funds.
 *
 * @param references accounts whose name stays as it is given here (QuickBooks may have it with those above it).
 */
export async function bookEntries(
	session: Session,
	documents: readonly BookedDocument[],
	references: readonly AccountReference[] = [],
): Promise<Answer<BookEntry[]>> {
	const names = await accountNames(session, documents, references);
	if (names.kind !== 'done') return names;
	return {
		kind: 'done',
		value: documents.map((document) => bookEntry(document, names.value)),
	};
}

interface Names {
	byId: ReadonlyMap<string, string>;
	undeposited: string | undefined;
}

async function accountNames(
	{ client, directory }: Session,
	documents: readonly BookedDocument[],
	references: readonly AccountReference[],
): Promise<Answer<Names>> {
	const byId = new Map<string, string>();
	const loaded = await directory.accounts.load(client, references);
	if (loaded.kind !== 'done') return loaded;
	for (const reference of references) {
		const sought = directory.accounts.find(reference);
		if (sought.state === 'found') byId.set(sought.row.id, reference.account);
	}
	const moves = documents.flatMap(({ booked }) => booked.moves);
	const ids = moves.flatMap((move) => idOf(move) ?? []).filter((id) => !byId.has(id));
	for (const condition of inConditions('Id', ids)) {
		const answer = await client.rows('Account', `${condition} AND Active IN (true, false)`);
		if (answer.kind !== 'done') return answer;
		for (const row of answer.value) {
			byId.set(textAt(row, 'Id') ?? '', textAt(row, 'FullyQualifiedName') ?? '');
		}
	}
	if (!documents.some(banksReceipts)) {
		return { kind: 'done', value: { byId, undeposited: undefined } };
	}
	const funds = await client.rows('Account', "AccountSubType = 'UndepositedFunds'");
	if (funds.kind !== 'done') return funds;
	const [row] = funds.value;
	const name = byId.get(textAt(row, 'Id') ?? '') ?? textAt(row, 'Name');
	return { kind: 'done', value: { byId, undeposited: name } };
}

function banksReceipts({ entity, booked }: BookedDocument): boolean {
	return entity === 'Deposit' && booked.moves.some((move) => idOf(move) === undefined);
}

function idOf({ on }: Move): string | undefined {
	return on.startsWith('Account ') ? on.slice('Account '.length) : undefined;
}

function bookEntry(document: BookedDocument, names: Names): BookEntry {
	const { entity, id, number, date, currency, keys, party, linked, url, booked } = document;
	return {
		document: CALLED[entity],
		id,
		number,
		date,
		currency,
		total: moneyFromJson(booked.total, currency) ?? Money.zero(currency),
		keys,
		customer: party === '' ? null : party,
		moves: movesOn(document, names),
		links: linked.map((name) => {
			const [type, linkedId] = name.split(' ');
			return `${CALLED[type as Entity] ?? type} ${linkedId}`;
		}),
		url,
	};
}

/** One move per account; what a deposit banks leaves Undeposited Funds. */
function movesOn({ entity, currency, booked }: BookedDocument, names: Names): AccountMove[] {
	const sums = new Map<string, bigint>();
	for (const move of booked.moves) {
		const id = idOf(move);
		const linkedTo = entity === 'Deposit' ? names.undeposited : undefined;
		const account = id === undefined ? linkedTo : (names.byId.get(id) ?? `Account ${id}`);
		if (account === undefined) continue;
		sums.set(account, (sums.get(account) ?? 0n) + (scaled(move.amount) ?? 0n));
	}
	return [...sums].flatMap(([account, units]) => {
		const amount = moneyFromJson(plain(units), currency);
		return amount === undefined ? [] : [{ account, amount }];
	});
}
