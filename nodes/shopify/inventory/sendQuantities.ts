import { wasCancelled, type ShopifyClient } from '../client';
import { problem } from '../problems';
import type { Problem } from '../types';
import { SET_QUANTITIES } from './queries';
import {
	hasCode,
	isKeySpent,
	KEY_IN_USE,
	mayNotWrite,
	noAnswerYet,
	stillInProgress,
	type QuantityError,
} from './quantityErrors';
import type { LevelChange, SetRequest } from './types';

/** What became of one mutation, after all tries. Shopify writes all of its entries or none. */
export type Sent =
	| { kind: 'written' }
	| { kind: 'refused'; errors: QuantityError[] }
	/** Maybe written; `cause` is what kept the answer away. */
	| { kind: 'unknown'; problem: Problem; cause: Problem }
	/** Certainly not written, and nothing else will be. */
	| { kind: 'barred'; problem: Problem };

interface Payload {
	inventorySetQuantities: { userErrors: QuantityError[] } | null;
}

const MAX_TRIES = 6;
const FIRST_BACK_OFF_MS = 1000;
/** After these the mutation may have been carried out. */
const LOST = ['no-answer', 'malformed-answer', 'shopify-unavailable'];

/**
 * Sends quantities until Shopify answers. The same key for the same entries, so that what was carried
 * out before its answer was lost is not carried out again; a new key where Shopify has spent the old one.
 */
export class QuantitySender {
	private keys = 0;

	constructor(
		private readonly client: ShopifyClient,
		private readonly request: SetRequest,
	) {}

	async send(entries: readonly LevelChange[]): Promise<Sent> {
		let key = this.nextKey();
		let lost: Problem | undefined;
		let waiting: Problem = stillInProgress();
		for (let tried = 0; tried < MAX_TRIES; tried++) {
			if (tried > 0) await this.client.clock.sleep(FIRST_BACK_OFF_MS * 2 ** (tried - 1));
			const answer = await this.ask(entries, key);
			if ('problem' in answer) {
				if (!LOST.includes(answer.problem.code)) return givenUp(answer.problem, lost);
				lost = answer.problem;
				if (wasCancelled(lost)) break;
			} else if (answer.errors.length === 0) {
				return { kind: 'written' };
			} else if (isKeySpent(answer.errors)) {
				// what was sent under this key has failed, so nothing of it is in doubt any more
				key = this.nextKey();
				lost = undefined;
			} else if (hasCode(answer.errors, KEY_IN_USE)) {
				lost = stillInProgress();
			} else {
				return { kind: 'refused', errors: answer.errors };
			}
			waiting = lost ?? waiting;
		}
		return givenUp(waiting, lost);
	}

	private nextKey(): string {
		this.keys += 1;
		return `${this.request.key}-${this.keys}`;
	}

	private async ask(
		entries: readonly LevelChange[],
		key: string,
	): Promise<{ errors: QuantityError[] } | { problem: Problem }> {
		const { name, reference } = this.request;
		const input = {
			name,
			reason: 'correction',
			referenceDocumentUri: reference,
			quantities: entries.map(({ inventoryItemId, locationId, from, to }) => ({
				inventoryItemId,
				locationId,
				quantity: to,
				changeFromQuantity: from,
			})),
		};
		const answer = await this.client.ask<Payload & { [field: string]: unknown }>(SET_QUANTITIES, {
			input,
			key,
		});
		if (!answer.ok) return { problem: answer.problem };
		const errors = answer.value.data.inventorySetQuantities?.userErrors;
		return errors ? { errors } : { problem: emptyAnswer() };
	}
}

function givenUp(last: Problem, lost: Problem | undefined): Sent {
	if (lost) return { kind: 'unknown', problem: noAnswerYet(lost), cause: lost };
	return {
		kind: 'barred',
		problem: last.code === 'access-denied' ? mayNotWrite(last) : last,
	};
}

function emptyAnswer(): Problem {
	return problem(
		'malformed-answer',
		'Shopify answered to the change of quantities with nothing',
		'Run the workflow again.',
	);
}
