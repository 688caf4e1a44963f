/**
 * Minor digits of every ISO 4217 currency, and of those that ended since Shopify sold in them. Shopify writes all amounts with as few
 * digits as it can ("20.0", "1000.0" for yen), so the digits must come from here, never from the text.
 */
const DIGITS: ReadonlyArray<readonly [number, string]> = [
	[0, 'BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
	[3, 'BHD IQD JOD KWD LYD OMR TND'],
	[4, 'CLF UYW'],
	[
		2,
		'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN ' +
			'BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL ' +
			'GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK ' +
			'LBP LKR LRD LSL LTL LVL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO ' +
			'NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE ' +
			'SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VEF VES ' +
			'WST XCD XCG YER ZAR ZMW ZWG',
	],
];

const DIGITS_BY_CODE: ReadonlyMap<string, number> = new Map(
	DIGITS.flatMap(([digits, codes]) =>
		codes.split(' ').map((code): [string, number] => [code, digits]),
	),
);

/** Minor digits of an ISO 4217 code, or undefined for a code that is none (USDC, XXX). */
export function minorDigits(currency: string): number | undefined {
	return DIGITS_BY_CODE.get(currency);
}
