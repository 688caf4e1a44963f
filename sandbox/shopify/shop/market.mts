import { GB_HOME, US_HOME, type Destination } from './destinations.mts';

export interface Market {
	currency: string;
	timezone: string;
	taxesIncluded: boolean;
	countryCode: string;
	country: string;
	/** Home customers. */
	home: Destination[];
	/** Card processing: share in millionths plus a flat fee in minor units. */
	card: { rate: number; flat: number; posRate: number; posFlat: number };
	disputeFee: number;
	/** Smallest cash amount in minor units, 0 where pennies exist. */
	cashStep: number;
}

/** Presentment units per shop unit, millionths, by shop currency. */
export const RATES: Record<string, Record<string, number>> = {
	USD: { EUR: 921_340, CAD: 1_372_900, JPY: 149_870_000 },
	GBP: { EUR: 1_163_200, CAD: 1_741_500, JPY: 190_450_000 },
	EUR: { CAD: 1_490_100, JPY: 162_660_000 },
	JPY: { EUR: 6_150, CAD: 9_160 },
	KWD: { EUR: 2_998_400, CAD: 4_468_100, JPY: 487_750_000 },
};

const US: Market = {
	currency: 'USD',
	timezone: 'America/New_York',
	taxesIncluded: false,
	countryCode: 'US',
	country: 'United States',
	home: US_HOME,
	card: { rate: 29_000, flat: 30, posRate: 26_000, posFlat: 10 },
	disputeFee: 1500,
	cashStep: 5,
};

const GB: Market = {
	currency: 'GBP',
	timezone: 'Europe/London',
	taxesIncluded: true,
	countryCode: 'GB',
	country: 'United Kingdom',
	home: GB_HOME,
	card: { rate: 20_000, flat: 25, posRate: 17_000, posFlat: 0 },
	disputeFee: 1000,
	cashStep: 0,
};

/**
 * Shops in other currencies have the customers and taxes of one of the two; their prices are the same
 * numbers of minor units, and their money has none or three digits after the point.
 */
const MARKETS: Record<string, Market> = {
	USD: US,
	GBP: GB,
	EUR: { ...GB, timezone: 'Europe/Berlin' },
	JPY: { ...GB, timezone: 'Asia/Tokyo' },
	KWD: { ...US, timezone: 'Asia/Kuwait' },
};

/** The home market of a currency; time zone and tax regime can be told otherwise. */
export function marketFor(options: {
	currency?: string;
	timezone?: string;
	taxesIncluded?: boolean;
}): Market {
	const currency = options.currency ?? 'USD';
	if (!(currency in MARKETS)) {
		throw new Error(
			`The sandbox has shops in ${Object.keys(MARKETS).join(', ')}, not in ${currency}.`,
		);
	}
	const base = MARKETS[currency];
	return {
		...base,
		currency,
		timezone: options.timezone ?? base.timezone,
		taxesIncluded: options.taxesIncluded ?? base.taxesIncluded,
	};
}
