import { DAY, dateTime } from './calendar.mts';
import type { Market } from './market.mts';
import type { Node } from './model.mts';

const DOMAIN = 'northwind-demo.myshopify.com';

/** `shop { ... }`. */
export function createShopNode(market: Market, monthStart: number): Node {
	const british = market.countryCode === 'GB';
	const { city, province, provinceCode, zip } = market.home[0];
	return {
		id: 'gid://shopify/Shop/72840151234',
		name: british ? 'Northwind Goods UK' : 'Northwind Goods',
		myshopifyDomain: DOMAIN,
		url: `https://${DOMAIN}`,
		primaryDomain: { id: 'gid://shopify/Domain/90210001', host: DOMAIN, url: `https://${DOMAIN}` },
		email: 'owner@example.com',
		contactEmail: 'hello@example.com',
		shopOwnerName: 'Robin Example',
		description: null,
		currencyCode: market.currency,
		enabledPresentmentCurrencies: [market.currency, 'EUR', 'CAD', 'JPY'],
		ianaTimezone: market.timezone,
		timezoneAbbreviation: british ? 'GMT' : 'EST',
		taxesIncluded: market.taxesIncluded,
		taxShipping: false,
		orderNumberFormatPrefix: '#',
		orderNumberFormatSuffix: '',
		unitSystem: british ? 'METRIC_SYSTEM' : 'IMPERIAL_SYSTEM',
		weightUnit: british ? 'KILOGRAMS' : 'POUNDS',
		setupRequired: false,
		transactionalSmsDisabled: false,
		checkoutApiSupported: true,
		plan: {
			publicDisplayName: 'Advanced',
			partnerDevelopment: false,
			shopifyPlus: false,
			displayName: 'Advanced',
		},
		features: {
			usingShopifyBalance: !british,
			giftCards: true,
			reports: true,
			storefront: true,
			shopifyPlus: false,
		},
		shopAddress: {
			id: 'gid://shopify/ShopAddress/72840151234',
			address1: '1 Example Street',
			address2: null,
			city,
			province,
			provinceCode,
			zip,
			company: 'Northwind Goods',
			country: market.country,
			countryCodeV2: market.countryCode,
			phone: null,
			coordinatesValidated: false,
			formatted: ['1 Example Street', city, market.country],
		},
		createdAt: dateTime(monthStart - 900 * DAY),
		updatedAt: dateTime(monthStart - DAY),
	};
}

/** The shop's company in the euro area, which is paid out in euros. */
export function createEuroEntity(market: Market): Node {
	return {
		...createBusinessEntity(market),
		id: 'gid://shopify/BusinessEntity/41000102',
		displayName: 'Northwind Goods Europe Ltd',
		companyName: 'Northwind Goods Europe Ltd',
		legalEntityId: '71000102',
		primary: false,
		address: {
			address1: '2 Example Quay',
			address2: null,
			city: 'Dublin',
			countryCode: 'IE',
			province: null,
			zip: 'D02 X285',
		},
	};
}

export function createBusinessEntity(market: Market): Node {
	return {
		id: 'gid://shopify/BusinessEntity/41000101',
		displayName: 'Northwind Goods LLC',
		companyName: 'Northwind Goods LLC',
		legalEntityId: '71000101',
		primary: true,
		archived: false,
		address: {
			address1: '1 Example Street',
			address2: null,
			city: market.home[0].city,
			countryCode: market.countryCode,
			province: market.home[0].provinceCode,
			zip: market.home[0].zip,
		},
	};
}
