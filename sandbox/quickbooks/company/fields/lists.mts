import { ROW, shape, type Shape } from './table.mts';

const LIST = `${ROW} Active:b`;
const PARTY = `${LIST} DisplayName:s500 Title:s16 GivenName:s100 MiddleName:s100 FamilyName:s100 Suffix:s16 CompanyName:s100 PrintOnCheckName:s110 PrimaryEmailAddr:o(Email) PrimaryPhone:o(Phone) AlternatePhone:o(Phone) Mobile:o(Phone) Fax:o(Phone) WebAddr:o(Web) BillAddr:o(Address) ShipAddr:o(Address) OtherAddr:o(Address) CurrencyRef:r Balance:x Notes:s2000 GSTIN:s15 GSTRegistrationType:s15 BusinessNumber:s10 Source:s PrimaryTaxIdentifier:s SecondaryTaxIdentifier:s OpenBalanceDate:d V4IDPseudonym:x ClientEntityId:x`;

export const LIST_FIELDS: Record<string, Shape> = {
	Account: shape(
		LIST,
		'Name:s100 AcctNum:s20 CurrencyRef:r ParentRef:r Description:s100 SubAccount:x Classification:x FullyQualifiedName:x TxnLocationType:s AccountType:s CurrentBalanceWithSubAccounts:x AccountAlias:s TaxCodeRef:r AccountSubType:s CurrentBalance:x',
	),
	Customer: shape(
		PARTY,
		'ResaleNum:s16 ARAccountRef:r DefaultTaxCodeRef:r PreferredDeliveryMethod:e(Print|Email|None) SalesTermRef:r CustomerTypeRef:r BillWithParent:b Job:b BalanceWithJobs:x Taxable:b ParentRef:r PaymentMethodRef:r IsProject:b FullyQualifiedName:x Level:x TaxExemptionReasonId:n',
	),
	Vendor: shape(
		PARTY,
		'APAccountRef:r TermRef:r OtherContactInfo:x T4AEligible:b HasTPAR:b TaxReportingBasis:s Vendor1099:b CostRate:n BillRate:n T5018Eligible:b VendorPaymentBankDetail:x TaxIdentifier:s20 AcctNum:s100',
	),
	Employee: shape(PARTY, 'Organization:b SSN:s BillableTime:b EmployeeNumber:s100 HiredDate:d'),
	Item: shape(
		LIST,
		'Name:s100 ItemCategoryType:s InvStartDate:d Type:e(Service|NonInventory|Inventory|Category|Group) QtyOnHand:n AssetAccountRef:r Sku:s100 SalesTaxIncluded:b TrackQtyOnHand:b SalesTaxCodeRef:r ClassRef:r Source:s PurchaseTaxIncluded:b Description:s4000 AbatementRate:n SubItem:b Taxable:b UQCDisplayText:s25 ReorderPoint:n PurchaseDesc:s1000 PrefVendorRef:r UQCId:s ReverseChargeRate:n PurchaseTaxCodeRef:r ServiceType:s PurchaseCost:n ParentRef:r UnitPrice:n FullyQualifiedName:x ExpenseAccountRef:r Level:x IncomeAccountRef:r TaxClassificationRef:r PrintGroupedItems:b ItemGroupDetail:x',
	),
	PaymentMethod: shape(LIST, 'Name:s31 Type:e(CREDIT_CARD|NON_CREDIT_CARD)'),
	Term: shape(
		LIST,
		'Name:s31 Type:s DueDays:n DiscountDays:n DiscountPercent:n DayOfMonthDue:n DiscountDayOfMonth:n DueNextMonthDays:n',
	),
	Class: shape(LIST, 'Name:s100 ParentRef:r SubClass:b FullyQualifiedName:x'),
	Department: shape(
		LIST,
		'Name:s100 ParentRef:r SubDepartment:b FullyQualifiedName:x Address:o(Address)',
	),
	TaxAgency: shape(
		LIST,
		'DisplayName:s100 TaxTrackedOnSales:x TaxTrackedOnPurchases:x LastFileDate:x TaxRegistrationNumber:s TaxAgencyConfig:x',
	),
	TaxService: shape('TaxCode:s100 TaxCodeId:s TaxRateDetails:l(TaxRateDetails)'),
	CompanyCurrency: shape(LIST, 'Code:s3 Name:s CustomField:l(CustomField)'),
	ExchangeRate: shape(
		ROW,
		'SourceCurrencyCode:s3 TargetCurrencyCode:s3 Rate:n AsOfDate:d CustomField:l(CustomField)',
	),
	Attachable: shape(
		ROW,
		'FileName:s1000 Note:s2000 Category:s100 ContentType:s100 PlaceName:s2000 Tag:s2000 Lat:s100 Long:s100 Size:x FileAccessUri:x TempDownloadUri:x ThumbnailFileAccessUri:x ThumbnailTempDownloadUri:x AttachableRef:l(AttachableRef)',
	),
};
