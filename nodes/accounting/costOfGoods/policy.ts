import type { AccountReference } from '../documents';
import type { Dimensions } from '../policy';

/** What a merchant decides about the cost of the goods that orders move. */
export interface CostPolicy {
	/** What one entry is about. Costs of a payout count once they are paid, whatever `counts` says. */
	per: 'Day' | 'Payout';
	/** Whether goods leave the shelf when they are ordered or when they are first paid in full. */
	counts: 'When Ordered' | 'When Paid';
	/** 'Hold' refuses an entry with a product that has no unit cost; else its pieces stay out of it. */
	missingCosts: 'Hold' | 'Leave Out and List';
	/** SKUs of products whose cost is booked elsewhere; "TEE-*" is all that begin so. */
	bookedElsewhere: readonly string[];
	/** Cost of goods sold. */
	cost: AccountReference;
	/** What lies on the shelf. */
	inventory: AccountReference;
	/** YYYY-MM-DD: from this day on every order that changed is among the input. Empty where not set. */
	firstDay: string;
	/** YYYY-MM-DD, included; undefined for the last day that is over. */
	lastDay: string | undefined;
	numberPrefix: string;
	dimensions: Dimensions;
	/** The moment of mapping (ISO 8601): a day waits until it is over. */
	asOf: string | undefined;
}

/** The settings a person changed; what is left out keeps its default. */
export interface CostSettings extends Partial<Omit<CostPolicy, 'cost' | 'inventory'>> {
	/** Names of accounts. */
	cost?: string;
	inventory?: string;
}

const DEFAULT_COST_ACCOUNTS = {
	cost: { account: 'Cost of Goods Sold', type: 'Cost of Goods Sold' },
	inventory: { account: 'Inventory Asset', type: 'Other Current Asset', detail: 'Inventory' },
} as const satisfies Record<'cost' | 'inventory', AccountReference>;

export function costPolicy(settings: CostSettings = {}): CostPolicy {
	const { cost, inventory } = DEFAULT_COST_ACCOUNTS;
	return {
		per: settings.per ?? 'Day',
		counts: settings.per === 'Payout' ? 'When Paid' : (settings.counts ?? 'When Ordered'),
		missingCosts: settings.missingCosts ?? 'Hold',
		bookedElsewhere: settings.bookedElsewhere ?? [],
		cost: { ...cost, account: settings.cost ?? cost.account },
		inventory: { ...inventory, account: settings.inventory ?? inventory.account },
		firstDay: settings.firstDay ?? '',
		lastDay: settings.lastDay,
		numberPrefix: settings.numberPrefix ?? 'COGS-',
		dimensions: settings.dimensions ?? {},
		asOf: settings.asOf,
	};
}
