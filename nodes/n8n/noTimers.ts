/**
 * Takes the place of `setTimeout` in what is bundled (gulpfile.js). @shopify/graphql-client uses it
 * only to wait between its own retries, which are switched off; waiting is ours, by n8n's sleep.
 */
export function noTimers(): never {
	throw new Error('A bundled library wanted to wait by itself; waiting goes through n8n');
}
