/** What the user decides about posting. */

export type ItemMatch = 'skuThenName' | 'sku' | 'name';

export type ListKind = 'Account' | 'Customer' | 'Vendor' | 'Item' | 'Payment Method' | 'Term';

/**
 * What happens to a document that is dated in closed books: it waits, it is dated on the first open
 * day, or nothing of the run is posted.
 */
export type ClosedPeriod = 'hold' | 'nextOpenDay' | 'stop';

/** Shopify's tax by title, rate in percent and country -> name of a tax code; an empty part fits all. */
export interface TaxCodeRow {
	title: string;
	rate: string;
	/** ISO 3166 code of where the goods went. */
	country?: string;
	code: string;
}

/**
 * Where QuickBooks would compute another tax than Shopify charged: Shopify's is written over it, or the
 * document is held.
 */
export type TaxDifferences = 'shopify' | 'hold';

export interface PostingSettings {
	/** Kinds of list entries that may be created where they are missing. */
	create: ReadonlySet<ListKind>;
	itemMatch: ItemMatch;
	/** Name of the item that stands in for products that are missing and may not be created; '' for none. */
	fallbackItem: string;
	taxCodes: readonly TaxCodeRow[];
	/** Names of tax codes, '' where not set. For taxed lines that no row fits. */
	taxableCode: string;
	/** For lines that Shopify taxed at 0 %. */
	zeroRateCode: string;
	/** For lines that Shopify did not tax. */
	noTaxCode: string;
	taxDifferences: TaxDifferences;
	closedPeriod: ClosedPeriod;
}

export const DEFAULT_SETTINGS: PostingSettings = {
	create: new Set<ListKind>(),
	itemMatch: 'skuThenName',
	fallbackItem: '',
	taxCodes: [],
	taxableCode: '',
	zeroRateCode: '',
	noTaxCode: '',
	taxDifferences: 'shopify',
	closedPeriod: 'hold',
};
