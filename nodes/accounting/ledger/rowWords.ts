import type { LedgerRowFacts } from '../facts/payout';

/** "Dispute withdrawal" of DISPUTE_WITHDRAWAL. */
export function typeWords(type: string): string {
	const words = type.replaceAll('_', ' ').toLowerCase();
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "Adjustment of #1001: Card network correction", for lines and memos. */
export function rowWords({ type, order, reason }: LedgerRowFacts): string {
	const of = order === null ? '' : ` of ${order.name}`;
	return `${typeWords(type)}${of}${reason === null ? '' : `: ${reason.slice(0, 100)}`}`;
}
