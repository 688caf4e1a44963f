/** Where the shop sells, and what it must charge there. Rates are millionths (0.0625 = 62_500). */
export interface TaxRate {
	title: string;
	rate: number;
}

export interface Destination {
	city: string;
	province: string | null;
	provinceCode: string | null;
	country: string;
	countryCode: string;
	zip: string;
	taxes: TaxRate[];
	/** Whether shipping is taxed there. */
	taxShipping: boolean;
}

const us = (
	city: string,
	provinceCode: string,
	province: string,
	zip: string,
	taxShipping: boolean,
	...taxes: Array<[string, number]>
): Destination => ({
	city,
	province,
	provinceCode,
	country: 'United States',
	countryCode: 'US',
	zip,
	taxes: taxes.map(([title, rate]) => ({ title, rate })),
	taxShipping,
});

export const US_HOME: Destination[] = [
	us(
		'New York',
		'NY',
		'New York',
		'10012',
		true,
		['New York State Tax', 40_000],
		['New York City Tax', 45_000],
		['Metropolitan Commuter Transportation District Tax', 3_750],
	),
	us(
		'Los Angeles',
		'CA',
		'California',
		'90028',
		false,
		['California State Tax', 60_000],
		['Los Angeles County Tax', 2_500],
		['Los Angeles County District Tax Sp', 35_000],
	),
	us(
		'Austin',
		'TX',
		'Texas',
		'78701',
		true,
		['Texas State Tax', 62_500],
		['Austin City Tax', 10_000],
		['Austin Mta Transit Tax', 10_000],
	),
	us(
		'Seattle',
		'WA',
		'Washington',
		'98101',
		true,
		['Washington State Tax', 65_000],
		['Seattle City Tax', 37_000],
	),
	us(
		'Chicago',
		'IL',
		'Illinois',
		'60601',
		false,
		['Illinois State Tax', 62_500],
		['Chicago City Tax', 12_500],
		['Cook County Tax', 17_500],
		['Regional Transportation Authority Tax', 10_000],
	),
	us(
		'Columbus',
		'OH',
		'Ohio',
		'43085',
		true,
		['Ohio State Tax', 57_500],
		['Franklin County Tax', 22_500],
	),
	us('Portland', 'OR', 'Oregon', '97201', false),
];

export const GB_HOME: Destination[] = [
	['London', 'SW1A 1AA'],
	['Manchester', 'M1 1AE'],
	['Édinburgh Old Town', 'EH1 1RE'],
	['Bristol', 'BS1 4DJ'],
].map(([city, zip]) => ({
	city,
	zip,
	province: 'England',
	provinceCode: 'ENG',
	country: 'United Kingdom',
	countryCode: 'GB',
	taxes: [{ title: 'GB VAT', rate: 200_000 }],
	taxShipping: true,
}));

export const ABROAD: Record<'EUR' | 'CAD' | 'JPY', Destination> = {
	EUR: {
		city: 'Köln',
		province: null,
		provinceCode: null,
		country: 'Germany',
		countryCode: 'DE',
		zip: '50667',
		taxes: [],
		taxShipping: false,
	},
	CAD: {
		city: 'Toronto',
		province: 'Ontario',
		provinceCode: 'ON',
		country: 'Canada',
		countryCode: 'CA',
		zip: 'M5H 2M9',
		taxes: [{ title: 'HST', rate: 130_000 }],
		taxShipping: true,
	},
	JPY: {
		city: '渋谷区',
		province: 'Tōkyō',
		provinceCode: 'JP-13',
		country: 'Japan',
		countryCode: 'JP',
		zip: '150-0002',
		taxes: [],
		taxShipping: false,
	},
};
