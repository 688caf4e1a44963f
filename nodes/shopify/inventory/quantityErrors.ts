import { plainText, problem } from '../problems';
import type { Problem, ProblemCode } from '../types';
import type { LevelChange } from './types';

/** A user error of inventorySetQuantities. */
export interface QuantityError {
	/** ["input", "quantities", "3", "quantity"]; null where it is about no single entry. */
	field: string[] | null;
	message: string;
	code: string | null;
}

/** What a key of ours was answered with, so that another one (or time) is needed. */
export const KEY_IN_USE = 'IDEMPOTENCY_CONCURRENT_REQUEST';
const KEY_SPENT = ['IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED', 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH'];
/** Wrong for every entry alike. */
const WHOLE_RUN = ['INVALID_NAME', 'INVALID_REASON', 'INVALID_REFERENCE_DOCUMENT'];
const STALE = ['CHANGE_FROM_QUANTITY_STALE', 'COMPARE_QUANTITY_STALE'];

export const hasCode = (errors: QuantityError[], ...codes: string[]) =>
	errors.some(({ code }) => codes.includes(code ?? ''));

export const isKeySpent = (errors: QuantityError[]) => hasCode(errors, ...KEY_SPENT);

/** The error that bars every change, if there is one. */
export const wholeRunError = (errors: QuantityError[]) =>
	errors.find(({ code }) => WHOLE_RUN.includes(code ?? ''));

export const isStale = ({ code }: QuantityError) => STALE.includes(code ?? '');

/** Errors by the position of their entry; those that name none are not among them. */
export function byEntry(errors: QuantityError[], entries: number): Map<number, QuantityError> {
	const found = new Map<number, QuantityError>();
	for (const error of errors) {
		const position = error.field?.[1] === 'quantities' ? Number(error.field[2]) : Number.NaN;
		if (!Number.isInteger(position) || position < 0 || position >= entries) continue;
		const earlier = found.get(position);
		// a stale quantity is worth another look only where nothing else is wrong
		if (!earlier || isStale(earlier)) found.set(position, error);
	}
	return found;
}

const KNOWN: Record<string, [ProblemCode, string, string]> = {
	INVALID_INVENTORY_ITEM: [
		'product-gone',
		'Shopify no longer has this product',
		'Nothing to do if it was deleted; the next run no longer lists it.',
	],
	INVALID_LOCATION: [
		'location-gone',
		'Shopify does not know this location, or no longer',
		"Choose the locations again under 'Locations'.",
	],
	NON_MUTABLE_INVENTORY_ITEM: [
		'stock-not-settable',
		'Shopify does not let apps set the stock of this product, e.g. because it is a bundle',
		'Set the stock of the products that it is made of.',
	],
};

/** Why Shopify refused one entry. */
export function refusal({ code, message }: QuantityError, { location }: LevelChange): Problem {
	const where = `Shopify, ${location}`;
	const known = KNOWN[code ?? ''];
	if (known) return problem(...known, where);
	return problem(
		'stock-refused',
		`Shopify refused the quantity: ${plainText(message)}`,
		'Correct the quantity in QuickBooks or Shopify, or leave this product out; then run the workflow again.',
		where,
	);
}

export function refusedForAll(error: QuantityError | undefined): Problem {
	return problem(
		'stock-refused',
		`Shopify refused all quantities: ${plainText(error?.message ?? '')}`,
		'Update this node package. If it is up to date, report it with the text above.',
	);
}

/** A basis that is no whole number would reach Shopify as null, which means: write it in any case. */
export function noBasis({ location }: LevelChange): Problem {
	return problem(
		'stock-refused',
		'The quantity, or the quantity it is to replace, is no whole number',
		'Nothing was written for this product. Report it with the text above.',
		`Shopify, ${location}`,
	);
}

/** The scope's name is in Shopify's message; how to get it depends on the credential. */
export function mayNotWrite(denied: Problem): Problem {
	return {
		...denied,
		fix: "Add write_inventory to the app's access scopes in Shopify, release the app version and approve it in the shop. With the Shopify Store OAuth2 credential also switch on 'Write Stock to Shopify'. Then reconnect the credential.",
	};
}

export function noAnswerYet(last: Problem): Problem {
	return problem(
		'stock-write-unknown',
		`The quantities were sent to Shopify, but no answer came, also when asked again: ${last.what}`,
		'Run the workflow again: it reads the stock anew, so that nothing is written twice.',
	);
}

export function stillInProgress(): Problem {
	return problem(
		'shopify-unavailable',
		'Shopify is still busy with the same change',
		'Run the workflow again in some minutes.',
	);
}
