import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { forEachItem, throwProblem } from '../../n8n/problems';
import { booksByKeys, booksOfShop, isOfShop } from '../../quickbooks/books/byKeys';
import type { BookedDocument } from '../../quickbooks/books/bookedDocument';
import { BooksWindow } from '../../quickbooks/books/booksWindow';
import { type Answer, answerProblem } from '../../quickbooks/client';
import type { CompanyAddress } from '../../quickbooks/credential';
import type { Session } from '../../quickbooks/session';
import { bookedItem } from './bookedItem';
import { daysOf, keysOf, shopOf } from './findFields';

interface Match {
	document: BookedDocument;
	key: string;
}

/** The documents in the books that carry keys of a shop, or the keys given; each item asks for itself. */
export async function findDocuments(
	context: IExecuteFunctions,
	session: Session,
	{ appUrl }: CompanyAddress,
): Promise<INodeExecutionData[]> {
	const windows = new Map<string, BooksWindow>();
	return await forEachItem(context, async (index) => {
		const days = daysOf(context, index);
		const name = `${days.from} ${days.to}`;
		const books = windows.get(name) ?? new BooksWindow(session, days, appUrl);
		windows.set(name, books);
		const answer = await matches(books, keysOf(context, index), shopOf(context, index));
		if (answer.kind !== 'done') {
			throwProblem(context.getNode(), index, answerProblem(answer, 'QuickBooks'));
		}
		return answer.value.map(({ document, key }) => ({
			json: bookedItem(document, key),
			pairedItem: { item: index },
		}));
	});
}

async function matches(
	books: BooksWindow,
	keys: readonly string[],
	shop: string,
): Promise<Answer<Match[]>> {
	if (keys.length > 0) {
		const found = await booksByKeys(books, keys);
		if (found.kind !== 'done') return found;
		const all = [...found.value].flatMap(([key, documents]) =>
			documents.map((document) => ({ document, key })),
		);
		return { kind: 'done', value: all };
	}
	const found = await booksOfShop(books, shop);
	if (found.kind !== 'done') return found;
	const all = found.value.map((document) => ({
		document,
		key: document.keys.find((key) => isOfShop(key, shop)) ?? '',
	}));
	return { kind: 'done', value: all };
}
