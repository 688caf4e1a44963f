import type { TransactionFacts } from '../facts/order';
import type { RefundFacts } from '../facts/refund';

export type RefundState = 'done' | 'pending' | 'failed' | 'nothing';

export function takesBack({ lines, shipping, duties }: RefundFacts): boolean {
	return lines.length + shipping.length + duties.length > 0;
}

/** Money back in a test mode is none. */
export function successful(refund: RefundFacts): TransactionFacts[] {
	return refund.transactions.filter(
		({ kind, status, test }) => kind === 'REFUND' && status === 'SUCCESS' && !test,
	);
}

const WAITING = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);

export function stateOf(refund: RefundFacts, isNothing: boolean): RefundState {
	const money = refund.transactions.filter(({ kind, test }) => kind === 'REFUND' && !test);
	if (money.some(({ status }) => WAITING.has(status))) return 'pending';
	if (money.length > 0 && !money.some(({ status }) => status === 'SUCCESS')) return 'failed';
	return isNothing ? 'nothing' : 'done';
}
