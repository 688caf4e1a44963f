import type { ShopifyClient } from '../client';
import { failed, ok, type Outcome, type Problem } from '../types';
import {
	byEntry,
	isStale,
	noBasis,
	refusal,
	refusedForAll,
	wholeRunError,
	type QuantityError,
} from './quantityErrors';
import { QuantitySender } from './sendQuantities';
import type { LevelChange, SetRequest, SetResult } from './types';

/** Shopify takes no longer list. */
const MAX_ENTRIES = 250;

/**
 * Sets quantities in Shopify, each only if it is still what it was read as (`from`): a sale in between
 * makes it stale, and nothing is written. Up to 250 in one mutation, which Shopify carries out whole or
 * not at all: what it names as wrong is taken out, and the rest is sent again.
 *
 * @returns every entry in exactly one of the lists. A problem where nothing at all was written, e.g.
 * `access-denied` without the scope write_inventory; where something was, the rest is `refused` with it.
 */
export async function setQuantities(
	client: ShopifyClient,
	request: SetRequest,
): Promise<Outcome<SetResult>> {
	const result: SetResult = { done: [], stale: [], refused: [], unknown: [] };
	const queue = chunksOf(usable(request.entries, result));
	const sender = new QuantitySender(client, request);
	for (let part = queue.shift(); part; part = queue.shift()) {
		const sent = await sender.send(part);
		const bar = sent.kind === 'refused' ? wholeRunError(sent.errors) : undefined;
		if (sent.kind === 'written') {
			for (const change of part) result.done.push(change);
		} else if (sent.kind === 'refused' && !bar) {
			queue.unshift(...sortOut(part, sent.errors, result));
		} else if (sent.kind === 'unknown') {
			for (const change of part) result.unknown.push({ change, problem: sent.problem });
			refuseAll(queue.splice(0), sent.cause, result);
		} else {
			const problem = sent.kind === 'barred' ? sent.problem : refusedForAll(bar);
			if (nothingSent(result)) return failed(problem);
			refuseAll([part, ...queue.splice(0)], problem, result);
		}
	}
	return ok(result);
}

/** JSON has no NaN: it would be sent as null, and null makes Shopify write without a check. */
function usable(entries: readonly LevelChange[], result: SetResult): LevelChange[] {
	return entries.filter((change) => {
		const whole = Number.isSafeInteger(change.from) && Number.isSafeInteger(change.to);
		if (!whole) result.refused.push({ change, problem: noBasis(change) });
		return whole;
	});
}

function chunksOf(entries: LevelChange[]): LevelChange[][] {
	const chunks: LevelChange[][] = [];
	for (let from = 0; from < entries.length; from += MAX_ENTRIES) {
		chunks.push(entries.slice(from, from + MAX_ENTRIES));
	}
	return chunks;
}

/**
 * Puts the entries that Shopify names where they belong.
 *
 * @returns what is to be sent again: the others, or, where Shopify names none, each half by itself.
 */
function sortOut(part: LevelChange[], errors: QuantityError[], result: SetResult): LevelChange[][] {
	const named = byEntry(errors, part.length);
	if (named.size === 0 && part.length > 1) {
		const half = Math.ceil(part.length / 2);
		return [part.slice(0, half), part.slice(half)];
	}
	const rest: LevelChange[] = [];
	part.forEach((change, position) => {
		const error = named.get(position) ?? (named.size === 0 ? errors[0] : undefined);
		if (!error) rest.push(change);
		else if (isStale(error)) result.stale.push(change);
		else result.refused.push({ change, problem: refusal(error, change) });
	});
	return rest.length > 0 ? [rest] : [];
}

function nothingSent({ done, stale, unknown }: SetResult): boolean {
	return done.length + stale.length + unknown.length === 0;
}

function refuseAll(parts: LevelChange[][], problem: Problem, result: SetResult): void {
	for (const change of parts.flat()) result.refused.push({ change, problem });
}
