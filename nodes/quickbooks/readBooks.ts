import type { Answer } from './client';
import { latestDay } from './closedPeriod';
import { readReceipts } from './depositLinks';
import { linkedWanted, readOpen } from './links';
import { lookUp } from './lookup';
import type { Entry, Planning } from './planned';
import { postingOf, wantedOf } from './posting';
import { refundsBeyondSale } from './refundLimit';
import type { Session } from './session';

/** What the books tell of the documents and of what they apply to, before anything is written. */
export async function readBooks(
	session: Session,
	entries: readonly Entry[],
): Promise<Answer<Pick<Planning, 'found' | 'barred'>>> {
	const { company, settings } = session;
	const documents = entries.map(({ document }) => document);
	const own = documents.map((document) =>
		wantedOf(postingOf(document), latestDay(company, settings, document.date)),
	);
	const found = await lookUp(session, [...own, ...linkedWanted(documents)]);
	if (found.kind !== 'done') return found;
	const open = await readOpen(session, documents, found.value);
	if (open.kind !== 'done') return open;
	const receipts = await readReceipts(session, documents, found.value);
	if (receipts.kind !== 'done') return receipts;
	const beyondSale = await refundsBeyondSale(session, documents, found.value);
	if (beyondSale.kind !== 'done') return beyondSale;
	return { kind: 'done', value: { found: found.value, barred: beyondSale.value } };
}
