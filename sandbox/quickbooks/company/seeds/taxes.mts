import type { Books } from '../books.mts';
import { insertCode, insertRate } from '../entities/tax-lists.mts';
import type { CompanyKind, Json, Row } from '../types.mts';

function agency(books: Books, name: string): Row {
	return books.store.insert('TaxAgency', {
		DisplayName: name,
		TaxTrackedOnSales: true,
		TaxTrackedOnPurchases: books.country !== 'US',
	});
}

/** TAX and NON are codes of lines; they have no rates. */
function pseudoCodes(books: Books): void {
	for (const [id, taxable] of [
		['TAX', true],
		['NON', false],
	] as const) {
		const pseudo = {
			Name: id,
			Description: id,
			Active: true,
			Hidden: false,
			Taxable: taxable,
			TaxGroup: false,
		};
		books.store.insert('TaxCode', pseudo, id);
	}
}

function manual(books: Books): void {
	const arizona = agency(books, 'Arizona Dept. of Revenue').Id;
	const california = agency(books, 'Board of Equalization').Id;
	const state = insertRate(books, 'AZ State tax', 7.1, arizona);
	const city = insertRate(books, 'Tucson City', 2, arizona);
	const cal = insertRate(books, 'California', 8, california);
	pseudoCodes(books);
	insertCode(books, 'California', { sales: [cal] });
	insertCode(books, 'Tucson', { sales: [state, city] });
}

/** The states where the company is registered; goods sent elsewhere are out of scope. */
const REGISTRATIONS: { state: string; agency: string; rates: [string, number][] }[] = [
	{
		state: 'CA',
		agency: 'California Department of Tax and Fee Administration',
		rates: [
			['California State', 6],
			['California, Santa Clara County', 0.25],
			['California, Santa Clara County District', 2.875],
		],
	},
	{
		state: 'NY',
		agency: 'New York State Department of Taxation and Finance',
		rates: [
			['New York State', 4],
			['New York City', 4.5],
			['New York Metropolitan Commuter District', 0.375],
		],
	},
	{
		state: 'TX',
		agency: 'Texas Comptroller of Public Accounts',
		rates: [
			['Texas State', 6.25],
			['Texas, Austin City', 1],
			['Texas, Austin MTA', 1],
		],
	},
];

function automated(books: Books): void {
	const more = (state: string): Json => ({
		Description: `Automated: ${state}`,
		TaxCodeConfigType: 'SYSTEM_GENERATED',
		Hidden: true,
	});
	pseudoCodes(books);
	for (const registration of REGISTRATIONS) {
		const agencyId = agency(books, registration.agency).Id;
		const rates = registration.rates.map(([name, percent]) =>
			insertRate(books, name, percent, agencyId),
		);
		insertCode(books, registration.agency, { sales: rates }, more(registration.state));
	}
	const elsewhere = insertRate(books, 'Out of scope', 0, agency(books, 'Out Of Scope Agency').Id);
	insertCode(books, 'Out of scope', { sales: [elsewhere] }, more('Out of scope'));
}

const UK_CODES: { name: string; percent?: number; suffix: string; taxable: boolean }[] = [
	{ name: '20.0% S', percent: 20, suffix: '20.0', taxable: true },
	{ name: '5.0% R', percent: 5, suffix: '5.0', taxable: true },
	{ name: '0.0% Z', percent: 0, suffix: '0.0', taxable: true },
	{ name: 'Exempt', percent: 0, suffix: 'Exempt', taxable: true },
	{ name: 'No VAT', suffix: '', taxable: false },
];

function vat(books: Books): void {
	const hmrc = agency(books, 'HM Revenue & Customs (VAT)').Id;
	for (const { name, percent, suffix, taxable } of UK_CODES) {
		const kind = name.slice(-1);
		const label = suffix === 'Exempt' ? 'Exempt' : `${kind}-${suffix}`;
		const sides =
			percent === undefined
				? {}
				: {
						sales: [insertRate(books, `S${label}`, percent, hmrc)],
						purchase: [insertRate(books, `P${label}`, percent, hmrc)],
					};
		insertCode(books, name, sides, { Taxable: taxable, TaxCodeConfigType: 'SYSTEM_GENERATED' });
	}
}

export function seedTaxes(books: Books, kind: CompanyKind): void {
	if (kind === 'us-automated') automated(books);
	else if (kind === 'uk-vat') vat(books);
	else manual(books);
}
