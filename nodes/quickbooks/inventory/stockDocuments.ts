import type { Answer, QuickBooksClient } from '../client';
import { compareIds } from '../found';
import { type Json, recordsAt, textAt } from '../json';
import { keysIn, saleKeysIn } from '../key';

export const SALES = ['SalesReceipt', 'Invoice'] as const;
export const RETURNS = ['RefundReceipt', 'CreditMemo'] as const;
export type StockEntity = (typeof SALES)[number] | (typeof RETURNS)[number];

/** What a document in the books has to do with the shop's orders, and what it moves in stock. */
export interface StockDocument {
	id: string;
	number: string;
	isSale: boolean;
	/** Of what it books, and of what it takes back. */
	keys: string[];
	takesBack: string[];
	/** By item: what it takes out of stock; below zero where it puts back. */
	pieces: Map<string, number>;
}

/** Documents of the books that were read, each once. */
export class StockDocuments {
	private readonly byName = new Map<string, StockDocument>();

	constructor(private readonly client: QuickBooksClient) {}

	/** Lowest id first. */
	all(): StockDocument[] {
		return [...this.byName.values()].sort((a, b) => compareIds(a.id, b.id));
	}

	/** Reads what meets any of the conditions: a metered call for 1,000 documents of each. */
	async read(
		entities: readonly StockEntity[],
		conditions: readonly string[],
	): Promise<Answer<undefined>> {
		for (const entity of entities) {
			for (const condition of conditions) {
				const answer = await this.client.rows(entity, condition);
				if (answer.kind !== 'done') return answer;
				for (const row of answer.value) this.add(entity, row);
			}
		}
		return { kind: 'done', value: undefined };
	}

	/** What names no key is none of ours. */
	private add(entity: StockEntity, row: Json): void {
		const id = textAt(row, 'Id');
		const note = textAt(row, 'PrivateNote') ?? '';
		const [keys, takesBack] = [keysIn(note), saleKeysIn(note)];
		if (id === undefined || keys.length === 0) return;
		const isSale = SALES.some((sale) => sale === entity);
		const pieces = isVoided(row, note) ? new Map() : piecesOf(row, isSale ? 1 : -1);
		const number = textAt(row, 'DocNumber') ?? '';
		this.byName.set(`${entity} ${id}`, { id, number, isSale, keys, takesBack, pieces });
	}
}

/** It keeps its lines, and moves nothing any more. */
function isVoided(row: Json, note: string): boolean {
	return /^voided\b/i.test(note) && Number(textAt(row, 'TotalAmt') ?? '') === 0;
}

/** Without a quantity a line moves no stock. A bundle's lines lie inside its own. */
function piecesOf(row: Json, sign: number): Map<string, number> {
	const pieces = new Map<string, number>();
	const lines = recordsAt(row, 'Line').flatMap((line) => [
		line,
		...recordsAt(line, 'GroupLineDetail', 'Line'),
	]);
	for (const line of lines) {
		const item = textAt(line, 'SalesItemLineDetail', 'ItemRef', 'value');
		const count = Number(textAt(line, 'SalesItemLineDetail', 'Qty') ?? '0');
		if (item === undefined || !Number.isFinite(count)) continue;
		pieces.set(item, (pieces.get(item) ?? 0) + sign * count);
	}
	return pieces;
}
