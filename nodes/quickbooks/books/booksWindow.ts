import type { Answer } from '../client';
import type { Entity } from '../entities';
import { dateRanges } from '../lookup';
import type { Session } from '../session';
import { type BookedDocument, bookedDocument } from './bookedDocument';

/** Days of the books, both included, YYYY-MM-DD. */
export interface BooksDays {
	from: string;
	to: string;
}

/**
 * The documents of some days, ours and all others. QuickBooks can be asked for a kind of document by
 * date, but not for our keys: each kind is read once, a call for every 1000 documents.
 */
export class BooksWindow {
	private readonly cache = new Map<Entity, BookedDocument[]>();

	/** @param appUrl of QuickBooks' web pages (`CompanyAddress.appUrl`). */
	constructor(
		readonly session: Session,
		readonly days: BooksDays,
		readonly appUrl: string,
	) {}

	/** Documents of the kinds, oldest first. */
	async read(entities: readonly Entity[]): Promise<Answer<BookedDocument[]>> {
		const all: BookedDocument[] = [];
		for (const entity of new Set(entities)) {
			const answer = await this.readEntity(entity);
			if (answer.kind !== 'done') return answer;
			all.push(...answer.value);
		}
		const sorted = all.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
		return { kind: 'done', value: sorted };
	}

	private async readEntity(entity: Entity): Promise<Answer<BookedDocument[]>> {
		const known = this.cache.get(entity);
		if (known) return { kind: 'done', value: known };
		const { client, company } = this.session;
		const context = { homeCurrency: company.homeCurrency, appUrl: this.appUrl };
		const documents: BookedDocument[] = [];
		for (const condition of dateRanges([this.days])) {
			const answer = await client.rows(entity, condition);
			if (answer.kind !== 'done') return answer;
			documents.push(...answer.value.flatMap((row) => bookedDocument(entity, row, context) ?? []));
		}
		this.cache.set(entity, documents);
		return { kind: 'done', value: documents };
	}
}
