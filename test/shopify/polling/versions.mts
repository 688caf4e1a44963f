import type { Change } from '../../../sandbox/shopify/time/change.mts';
import type { TriggeredFact } from '../../../nodes/shopify/polling/settings.ts';

interface Transaction {
	id: string;
	kind: string;
	status: string;
}

/** What a fact tells the books, under the names that the sandbox's timeline uses. */
export function versionsIn(fact: TriggeredFact): string[] {
	const id = String(fact.id);
	if (fact.refund) return [`refund ${(fact.refund as { id: string }).id} `];
	if (id.includes('/Order/')) return orderVersions(fact, id);
	if (id.includes('BalanceTransaction')) {
		const { id: payout } = fact.associatedPayout as { id: string | null };
		return [`balanceTransaction ${id} ${payout ?? ''}`];
	}
	const kind = id.includes('Payout') ? 'payout' : 'dispute';
	return [`${kind} ${id} ${String(fact.status)}`];
}

function orderVersions(order: TriggeredFact, id: string): string[] {
	const agreements = order.agreements as Array<{ id: string; reason: string }>;
	return [
		`order ${id} created ${id}`,
		...(order.transactions as Transaction[])
			.filter(({ kind, status }) => status === 'SUCCESS' && ['SALE', 'CAPTURE'].includes(kind))
			.map((transaction) => `order ${id} paid ${transaction.id}`),
		...agreements
			.filter(({ reason }) => reason === 'ORDER_EDIT')
			.map((agreement) => `order ${id} edited ${agreement.id}`),
		...(order.cancelledAt ? [`order ${id} cancelled ${id}`] : []),
	];
}

export const keyOfChange = ({ kind, id, version }: Change): string => `${kind} ${id} ${version}`;
