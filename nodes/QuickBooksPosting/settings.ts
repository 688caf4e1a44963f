import type { IExecuteFunctions } from 'n8n-workflow';

import type {
	ClosedPeriod,
	ItemMatch,
	ListKind,
	PostingSettings,
	TaxCodeRow,
	TaxDifferences,
} from '../quickbooks/settings';
import { at, recordsAt, textAt } from '../quickbooks/json';

const LIST_KINDS: readonly ListKind[] = [
	'Account',
	'Customer',
	'Vendor',
	'Item',
	'Payment Method',
	'Term',
];
const ITEM_MATCHES: readonly ItemMatch[] = ['skuThenName', 'sku', 'name'];
const TAX_DIFFERENCES: readonly TaxDifferences[] = ['shopify', 'hold'];
const CLOSED_PERIODS: readonly ClosedPeriod[] = ['hold', 'nextOpenDay', 'stop'];

/** Reads the panel. All documents are handled together, so the first item's values hold for all. */
export function settingsOf(context: IExecuteFunctions): PostingSettings {
	// Operations that do not write show no settings, and n8n throws where nothing stands in for them
	const read = (name: string): unknown => context.getNodeParameter(name, 0, null);
	const allowed = read('createMissing');
	const options = read('options');
	return {
		create: new Set(LIST_KINDS.filter((kind) => Array.isArray(allowed) && allowed.includes(kind))),
		itemMatch: ITEM_MATCHES.find((match) => match === read('itemMatch')) ?? 'skuThenName',
		fallbackItem: text(at(options, 'fallbackItem')),
		taxCodes: recordsAt(read('taxCodes'), 'rows')
			.map(rowOf)
			.filter(({ code }) => code !== ''),
		taxableCode: text(at(options, 'taxableCode')),
		zeroRateCode: text(at(options, 'zeroRateCode')),
		noTaxCode: text(at(options, 'noTaxCode')),
		taxDifferences:
			TAX_DIFFERENCES.find((rule) => rule === at(options, 'taxDifferences')) ?? 'shopify',
		closedPeriod: CLOSED_PERIODS.find((choice) => choice === at(options, 'closedPeriod')) ?? 'hold',
	};
}

/** A rate may come from an expression as a number. */
function rowOf(row: unknown): TaxCodeRow {
	return {
		title: textAt(row, 'title') ?? '',
		rate: textAt(row, 'rate') ?? '',
		country: (textAt(row, 'country') ?? '').trim(),
		code: (textAt(row, 'code') ?? '').trim(),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}
