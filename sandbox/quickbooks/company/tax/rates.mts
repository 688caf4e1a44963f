import type { Books } from '../books.mts';
import { amountOf, decimal } from '../cents.mts';
import { list, object, refId, text } from '../json.mts';
import type { Json, Row } from '../types.mts';

export type Regime = 'none' | 'us-manual' | 'us-automated' | 'vat';

export function regimeOf(books: Books): Regime {
	const preferences = object(books.preferences, 'TaxPrefs');
	if (preferences?.UsingSalesTax !== true) return 'none';
	if (books.country !== 'US') return 'vat';
	// PartnerTaxEnabled: absent = manual rates, true = automated, false = automated but not set up.
	if (preferences.PartnerTaxEnabled === undefined) return 'us-manual';
	return preferences.PartnerTaxEnabled === true ? 'us-automated' : 'none';
}

export interface Rate {
	id: string;
	percent: number;
	agencyId: string;
}

export function rateById(books: Books, id: string): Rate {
	const row = books.need('TaxRate', id, 'TaxRateRef');
	return {
		id,
		percent: decimal(row, 'RateValue')?.toNumber() ?? 0,
		agencyId: refId(row, 'AgencyRef') ?? '',
	};
}

export function ratesOfCode(books: Books, code: Row, side: 'Sales' | 'Purchase'): Rate[] {
	const details = list(object(code, `${side}TaxRateList`), 'TaxRateDetail');
	return details.map((detail) => rateById(books, String(refId(detail, 'TaxRateRef'))));
}

/** The liability account of an agency; QuickBooks creates it when the agency's first tax arrives. */
export function agencyAccount(books: Books, agencyId: string): Row {
	const agency = books.need('TaxAgency', agencyId, 'AgencyRef');
	const uk = books.country === 'GB';
	const name = uk ? 'VAT Control' : `${text(agency, 'DisplayName') ?? ''} Payable`;
	return (
		books.accountNamed(name) ??
		books.store.insert('Account', {
			Name: name,
			SubAccount: false,
			FullyQualifiedName: name,
			Active: true,
			Classification: 'Liability',
			AccountType: 'Other Current Liability',
			AccountSubType: 'GlobalTaxPayable',
			CurrencyRef: { value: books.homeCurrency },
		})
	);
}

export interface TaxedRate extends Rate {
	/** Cents of the transaction currency. */
	tax: number;
	base: number;
	/** The difference a client's own tax amount made. */
	override?: number;
}

export function taxLine(rate: TaxedRate): Json {
	return {
		Amount: amountOf(rate.tax),
		DetailType: 'TaxLineDetail',
		TaxLineDetail: {
			TaxRateRef: { value: rate.id },
			PercentBased: true,
			TaxPercent: rate.percent,
			NetAmountTaxable: amountOf(rate.base),
			...(rate.override ? { OverrideDeltaAmount: amountOf(rate.override) } : {}),
		},
	};
}
