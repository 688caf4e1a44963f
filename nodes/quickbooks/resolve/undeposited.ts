import type { Answer, QuickBooksClient } from '../client';
import { textAt } from '../json';

/** The account that QuickBooks puts money into which is still to be banked: "Undeposited Funds". */
export class UndepositedFunds {
	private ids: ReadonlySet<string> | undefined;

	/** By its sub-type: its name is translated, and "Payments to deposit" in newer companies. */
	async load(client: QuickBooksClient): Promise<Answer<undefined>> {
		if (this.ids) return { kind: 'done', value: undefined };
		const answer = await client.rows('Account', "AccountSubType = 'UndepositedFunds'");
		if (answer.kind !== 'done') return answer;
		this.ids = new Set(answer.value.flatMap((row) => textAt(row, 'Id') ?? []));
		return { kind: 'done', value: undefined };
	}

	has(accountId: string): boolean {
		return this.ids?.has(accountId) ?? false;
	}
}
