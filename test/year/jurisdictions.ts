import type { Bookkeeping } from './books.mts';

/** One tax code with one agency for each place that the stand-in shops charge taxes for. */
const PLACES: Array<[string, number, string[]]> = [
	[
		'New York City',
		8.875,
		[
			'New York State Tax',
			'New York City Tax',
			'Metropolitan Commuter Transportation District Tax',
		],
	],
	[
		'Los Angeles',
		9.75,
		['California State Tax', 'Los Angeles County Tax', 'Los Angeles County District Tax Sp'],
	],
	['Austin', 8.25, ['Texas State Tax', 'Austin City Tax', 'Austin Mta Transit Tax']],
	['Seattle', 10.2, ['Washington State Tax', 'Seattle City Tax']],
	[
		'Chicago',
		10.25,
		[
			'Illinois State Tax',
			'Chicago City Tax',
			'Cook County Tax',
			'Regional Transportation Authority Tax',
		],
	],
	['Columbus', 8, ['Ohio State Tax', 'Franklin County Tax']],
	['Ontario', 13, ['HST']],
	['United Kingdom', 20, ['GB VAT']],
];

/** How a company with manual rates gets ready for taxes of many places. */
export const jurisdictions: Pick<Bookkeeping, 'posting' | 'prepare'> = {
	prepare: ({ sandbox: { company } }) => {
		for (const [name, percent] of PLACES) {
			const agency = company.create('TaxAgency', { DisplayName: `Agency of ${name}` });
			company.create('TaxService', {
				TaxCode: name,
				TaxRateDetails: [
					{ TaxRateName: `Rate of ${name}`, RateValue: percent, TaxAgencyId: agency.Id },
				],
			});
		}
	},
	posting: {
		taxCodes: PLACES.flatMap(([code, , titles]) =>
			titles.map((title) => ({ title, rate: '', code })),
		),
	},
};
