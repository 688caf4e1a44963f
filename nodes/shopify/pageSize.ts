import { MAX_QUERY_COST } from './queries';

/** A page may not use the whole allowance: what an order costs varies with Shopify's own rules. */
const AFFORDABLE_COST = MAX_QUERY_COST * 0.95;
export const MAX_PAGE_SIZE = 250;

/**
 * The size of the next page. Nested pages cost at most in proportion, so what the last one cost
 * bounds the next.
 *
 * @param before what to stay with where Shopify did not say what it charged.
 */
export function affordable(size: number, cost: number | undefined, before: number): number {
	if (!cost || cost <= 0) return before;
	return Math.max(1, Math.min(MAX_PAGE_SIZE, Math.floor((AFFORDABLE_COST * size) / cost)));
}
