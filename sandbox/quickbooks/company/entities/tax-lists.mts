import type { Books } from '../books.mts';
import { decimal } from '../cents.mts';
import { duplicateName, invalidNumber, missing, noTaxRate } from '../faults.mts';
import { list, reference, text } from '../json.mts';
import type { Json, Row } from '../types.mts';
import type { Handler } from './handler.mts';
import { equalNames } from './list-names.mts';

export const taxAgency: Handler = {
	build(books, body, { id }) {
		const name = text(body, 'DisplayName');
		if (name === undefined) throw missing('DisplayName');
		const taken = (row: Row) => equalNames(row.DisplayName, name) && row.Id !== id;
		if (books.store.table('TaxAgency').values().some(taken)) throw duplicateName('null');
		return { ...body, TaxTrackedOnSales: true, TaxTrackedOnPurchases: books.country !== 'US' };
	},
};

export const taxRate: Handler = { readOnly: true, build: (_books, body) => body };
export const taxCode: Handler = { readOnly: true, build: (_books, body) => body };

export function insertRate(books: Books, name: string, percent: number, agencyId: string): Row {
	return books.store.insert('TaxRate', {
		Name: name,
		Description: name,
		Active: true,
		RateValue: percent,
		AgencyRef: reference(agencyId),
		SpecialTaxType: 'NONE',
		DisplayType: 'ReadOnly',
	});
}

export function insertCode(
	books: Books,
	name: string,
	rates: { sales?: Row[]; purchase?: Row[] },
	more: Json = {},
): Row {
	const details = (rows: Row[] = []) => ({
		TaxRateDetail: rows.map((rate, index) => ({
			TaxRateRef: { value: rate.Id, name: String(rate.Name) },
			TaxTypeApplicable: 'TaxOnAmount',
			TaxOrder: index,
		})),
	});
	return books.store.insert('TaxCode', {
		Name: name,
		Description: name,
		Active: true,
		Hidden: false,
		Taxable: true,
		TaxGroup: true,
		SalesTaxRateList: details(rates.sales),
		PurchaseTaxRateList: details(rates.purchase),
		...more,
	});
}

function rateOfDetail(books: Books, detail: Json): Row {
	const id = text(detail, 'TaxRateId');
	if (id !== undefined) return books.need('TaxRate', id, 'TaxRateDetails.TaxRateId');
	const name = text(detail, 'TaxRateName');
	if (name === undefined) throw missing('TaxRateDetails.TaxRateName');
	const percent = decimal(detail, 'RateValue');
	if (percent === undefined) throw missing('TaxRateDetails.RateValue');
	if (percent.lt(0) || percent.gt(100)) throw invalidNumber('TaxRateDetails.RateValue', percent);
	const taken = books.store
		.table('TaxRate')
		.values()
		.some((row) => equalNames(row.Name, name));
	if (taken) throw duplicateName('Another tax rate is already using this name');
	const agencyId = text(detail, 'TaxAgencyId');
	if (agencyId === undefined) throw missing('TaxRateDetails.TaxAgencyId');
	books.need('TaxAgency', agencyId, 'TaxRateDetails.TaxAgencyId');
	return insertRate(books, name, percent.toNumber(), agencyId);
}

/** Creates a tax code with its rates and answers what the service answers, not the code's row. */
export function createTaxService(books: Books, body: Json): Json {
	const name = text(body, 'TaxCode');
	if (name === undefined) throw missing('TaxCode');
	const taken = books.store
		.table('TaxCode')
		.values()
		.some((row) => equalNames(row.Name, name));
	if (taken) throw duplicateName('Another tax code is already using this name');
	const details = list(body, 'TaxRateDetails');
	if (details.length === 0) throw missing('TaxRateDetails');
	const rates = details.map((detail) => rateOfDetail(books, detail));
	if (new Set(rates.map((rate) => rate.Id)).size < rates.length) {
		throw noTaxRate('A tax rate can be listed only once');
	}
	const side = (wanted: string) =>
		rates.filter((_, index) => (text(details[index], 'TaxApplicableOn') ?? 'Sales') === wanted);
	const code = insertCode(
		books,
		name,
		{ sales: side('Sales'), purchase: side('Purchase') },
		{ TaxCodeConfigType: 'USER_DEFINED' },
	);
	return {
		TaxCode: name,
		TaxCodeId: code.Id,
		TaxRateDetails: details.map((detail, index) => ({
			...detail,
			TaxRateName: rates[index].Name,
			TaxRateId: rates[index].Id,
			RateValue: rates[index].RateValue,
		})),
	};
}
