import type { AccountReference } from '../documents';
import type { LedgerShopFacts } from '../facts/payout';
import type { Fee } from '../ledger/fees';
import type { LedgerPolicy } from '../ledgerPolicy';

/** Fees that become one bill or expense. */
export interface FeeGroup {
	fees: Fee[];
	shop: LedgerShopFacts;
	policy: LedgerPolicy;
	clearing: AccountReference;
	currency: string;
	/** Without the shop's domain: "Payout/5550001/Fees". */
	key: string;
	date: string;
	number: string;
	/** What the fees are of: "payout 5550001", "2026-10-03". */
	of: string;
	sourceId: string;
}
