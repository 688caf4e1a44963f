import type { EntryCategory } from '../entryCategories';

/**
 * Which documents book the amount of a row. 'Order', 'Refund' and 'Payout' rows are booked by the
 * documents of that event; 'Charge' is what Shopify bills the shop for, 'Entry' everything else. The
 * fee of a row is booked as a fee, whatever its type.
 */
export type Booking = 'Order' | 'Refund' | 'Payout' | 'Charge' | 'Entry';

/** The accounts of the ledger; each has a name and a type by default, and may be given another. */
export type LedgerAccountRole =
	| 'cardFees'
	| 'conversionFees'
	| 'disputeFees'
	| 'otherFees'
	| 'shopifyBill'
	| 'shippingLabels'
	| 'advertising'
	| 'disputes'
	| 'disputeLosses'
	| 'reserves'
	| 'loan'
	| 'financingCost'
	| 'duties'
	| 'importTax'
	| 'marketplaceTax'
	| 'vatRefunds'
	| 'advances'
	| 'shopCash'
	| 'channels'
	| 'shopifyCredits'
	| 'balanceTransfers';

/** How the rows of one type of balance transaction are booked. */
export interface LedgerType {
	/** Shopify's ShopifyPaymentsTransactionType, e.g. "DISPUTE_WITHDRAWAL". */
	type: string;
	booking: Booking;
	category: EntryCategory;
	/** What stands against the clearing account; none where other documents book the row. */
	role?: LedgerAccountRole;
	/**
	 * Shopify does not document what the type is for and no practice is known: nothing is booked until a
	 * person names the account, and `role` is only what one would propose.
	 */
	confirm: boolean;
	/** What it is, in a few words for the person who is asked. */
	meaning: string;
}
