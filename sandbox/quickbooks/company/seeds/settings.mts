import type { CompanyKind, Json } from '../types.mts';

interface Profile {
	name: string;
	country: string;
	currency: string;
	address: Json;
	timezone: string;
	tax: Json;
}

const US_ADDRESS = {
	Id: '1',
	Line1: '2500 Garcia Ave',
	City: 'Mountain View',
	CountrySubDivisionCode: 'CA',
	PostalCode: '94043',
	Country: 'US',
};

const PROFILES: Record<CompanyKind, Profile> = {
	'us-automated': {
		name: 'Harbor & Pine Outfitters',
		country: 'US',
		currency: 'USD',
		address: US_ADDRESS,
		timezone: 'America/Los_Angeles',
		tax: { UsingSalesTax: true, PartnerTaxEnabled: true },
	},
	'us-manual': {
		name: "Rosie's Garden Supply",
		country: 'US',
		currency: 'USD',
		address: US_ADDRESS,
		timezone: 'America/Los_Angeles',
		// PartnerTaxEnabled absent is what marks a company with manual rates.
		tax: { UsingSalesTax: true, TaxGroupCodeRef: { value: '1' } },
	},
	'uk-vat': {
		name: 'Ashdown Tea Company',
		country: 'GB',
		currency: 'GBP',
		address: {
			Id: '1',
			Line1: '12 Market Row',
			City: 'Lewes',
			PostalCode: 'BN7 2NB',
			Country: 'GB',
		},
		timezone: 'Europe/London',
		tax: { UsingSalesTax: true },
	},
	multicurrency: {
		name: 'Northern Lights Trading',
		country: 'US',
		currency: 'USD',
		address: US_ADDRESS,
		timezone: 'America/New_York',
		tax: { UsingSalesTax: true, TaxGroupCodeRef: { value: '1' } },
	},
};

function single(now: string): Json {
	return {
		Id: '1',
		SyncToken: '0',
		domain: 'QBO',
		sparse: false,
		MetaData: { CreateTime: now, LastUpdatedTime: now },
	};
}

function preferences(kind: CompanyKind, profile: Profile, now: string): Json {
	return {
		...single(now),
		AccountingInfoPrefs: {
			FirstMonthOfFiscalYear: 'January',
			UseAccountNumbers: false,
			TaxYearMonth: 'January',
			ClassTrackingPerTxn: false,
			ClassTrackingPerTxnLine: true,
			TrackDepartments: true,
			CustomerTerminology: 'Customers',
			DepartmentTerminology: 'Location',
		},
		ProductAndServicesPrefs: {
			ForSales: true,
			ForPurchase: true,
			QuantityWithPriceAndRate: true,
			QuantityOnHand: true,
		},
		SalesFormsPrefs: {
			CustomTxnNumbers: true,
			AllowDiscount: true,
			DefaultDiscountAccount: '20',
			AllowShipping: false,
			AllowDeposit: false,
			AllowEstimates: true,
			AllowServiceDate: false,
			AutoApplyCredit: false,
			AutoApplyPayments: false,
			ETransactionEnabledStatus: 'NotApplicable',
			DefaultTerms: { value: '3' },
		},
		EmailMessagesPrefs: {},
		VendorAndPurchasesPrefs: { TrackingByCustomer: true, BillableExpenseTracking: true },
		TimeTrackingPrefs: { UseServices: true, BillCustomers: true, WorkWeekStartDate: 'Monday' },
		TaxPrefs: profile.tax,
		CurrencyPrefs: {
			MultiCurrencyEnabled: kind === 'multicurrency',
			HomeCurrency: { value: profile.currency },
		},
		ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
		OtherPrefs: {
			NameValue: [
				{ Name: 'SalesFormsPrefs.DefaultCustomerMessage', Value: '' },
				{ Name: 'WarnDuplicateCheckNumber', Value: 'true' },
				{ Name: 'WarnDuplicateJournalNumber', Value: 'true' },
				{ Name: 'VendorAndPurchasesPrefs.UseCustomTxnNumbers', Value: 'true' },
			],
		},
	};
}

/** CompanyInfo and Preferences of a freshly set up company on the Plus plan. */
export function settingsOf(kind: CompanyKind, now: string): { info: Json; preferences: Json } {
	const profile = PROFILES[kind];
	const info = {
		...single(now),
		CompanyName: profile.name,
		LegalName: profile.name,
		CompanyAddr: profile.address,
		LegalAddr: profile.address,
		CustomerCommunicationAddr: profile.address,
		Country: profile.country,
		Email: { Address: 'owner@example.com' },
		WebAddr: {},
		FiscalYearStartMonth: 'January',
		SupportedLanguages: 'en',
		DefaultTimeZone: profile.timezone,
		CompanyStartDate: '2024-01-01',
		NameValue: [
			{ Name: 'NeoEnabled', Value: 'true' },
			{ Name: 'IndustryType', Value: 'Retail Shop' },
			{ Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
			{ Name: 'SubscriptionStatus', Value: 'PAID' },
		],
	};
	return { info, preferences: preferences(kind, profile, now) };
}
