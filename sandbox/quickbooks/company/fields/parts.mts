import { shape, type Shape } from './table.mts';

const SALES_LINE_PARTS =
	'ItemRef:r ClassRef:r TaxCodeRef:r UnitPrice:n Qty:n ServiceDate:d TaxInclusiveAmt:n DiscountRate:n DiscountAmt:n ItemAccountRef:x MarkupInfo:x TaxClassificationRef:r';

/** Objects inside rows. */
export const PARTS: Record<string, Shape> = {
	Address: shape(
		'Id:s Line1:s500 Line2:s500 Line3:s500 Line4:s500 Line5:s500 City:s255 Country:s255 CountrySubDivisionCode:s255 PostalCode:s30 Lat:s Long:s Note:s',
	),
	Email: shape('Address:s100'),
	Memo: shape('value:s1000'),
	Phone: shape('FreeFormNumber:s30'),
	Web: shape('URI:s1000'),
	CustomField: shape('DefinitionId:s Name:s Type:s StringValue:s31'),
	LinkedTxn: shape('TxnId:s TxnType:s TxnLineId:s'),
	TxnTaxDetail: shape('TxnTaxCodeRef:r TotalTax:n TaxLine:l(TaxLine)'),
	TaxLine: shape('Id:s Amount:n DetailType:s TaxLineDetail:o(TaxLineDetail)'),
	TaxLineDetail: shape(
		'TaxRateRef:r PercentBased:b TaxPercent:n NetAmountTaxable:n TaxInclusiveAmount:n OverrideDeltaAmount:n',
	),
	CardPayment: shape('CreditChargeInfo:x CreditChargeResponse:x'),
	SalesLine: shape(
		'Id:s LineNum:n Description:s4000 Amount:n DetailType:e(SalesItemLineDetail|DiscountLineDetail|SubTotalLineDetail|DescriptionOnly|GroupLineDetail|TaxLineDetail)',
		'SalesItemLineDetail:o(SalesItemLineDetail) DiscountLineDetail:o(DiscountLineDetail) SubTotalLineDetail:x DescriptionLineDetail:o(DescriptionLineDetail) GroupLineDetail:x LinkedTxn:l(LinkedTxn) CustomField:l(CustomField)',
	),
	SalesItemLineDetail: shape(SALES_LINE_PARTS),
	DiscountLineDetail: shape(
		'PercentBased:b DiscountPercent:n DiscountAccountRef:r ClassRef:r TaxCodeRef:r',
	),
	DescriptionLineDetail: shape('ServiceDate:d TaxCodeRef:r'),
	ExpenseLine: shape(
		'Id:s LineNum:n Description:s4000 Amount:n DetailType:e(AccountBasedExpenseLineDetail|ItemBasedExpenseLineDetail)',
		'AccountBasedExpenseLineDetail:o(AccountBasedExpenseLineDetail) ItemBasedExpenseLineDetail:o(ItemBasedExpenseLineDetail) LinkedTxn:l(LinkedTxn) ProjectRef:r CustomField:l(CustomField)',
	),
	AccountBasedExpenseLineDetail: shape(
		'AccountRef:r TaxAmount:n TaxInclusiveAmt:n ClassRef:r TaxCodeRef:r MarkupInfo:x BillableStatus:e(Billable|NotBillable|HasBeenBilled) CustomerRef:r',
	),
	ItemBasedExpenseLineDetail: shape(
		'ItemRef:r CustomerRef:r PriceLevelRef:r ClassRef:r TaxCodeRef:r MarkupInfo:x BillableStatus:e(Billable|NotBillable|HasBeenBilled) Qty:n UnitPrice:n TaxInclusiveAmt:n ItemAccountRef:x',
	),
	DepositLine: shape(
		'Id:s LineNum:n Description:s4000 Amount:n DetailType:e(DepositLineDetail) DepositLineDetail:o(DepositLineDetail) LinkedTxn:l(LinkedTxn) ProjectRef:r CustomField:l(CustomField)',
	),
	DepositLineDetail: shape(
		'AccountRef:r Entity:r PaymentMethodRef:r ClassRef:r CheckNum:s21 TaxCodeRef:r TaxApplicableOn:e(Sales|Purchase) TxnType:s',
	),
	CashBack: shape('AccountRef:r Amount:n Memo:s'),
	JournalEntryLine: shape(
		'Id:s LineNum:n Description:s4000 Amount:n DetailType:e(JournalEntryLineDetail|DescriptionOnly) JournalEntryLineDetail:o(JournalEntryLineDetail) ProjectRef:r CustomField:l(CustomField)',
	),
	JournalEntryLineDetail: shape(
		'PostingType:e(Debit|Credit) AccountRef:r Entity:o(JournalEntity) ClassRef:r DepartmentRef:r TaxCodeRef:r TaxApplicableOn:e(Sales|Purchase) TaxAmount:n TaxInclusiveAmt:n BillableStatus:s JournalCodeRef:r',
	),
	JournalEntity: shape('Type:e(Customer|Vendor|Employee) EntityRef:r'),
	PaymentLine: shape('Id:s LineNum:n Description:s Amount:n LinkedTxn:l(LinkedTxn) LineEx:x'),
	CheckPayment: shape('BankAccountRef:r PrintStatus:s'),
	BillCardPayment: shape('CCAccountRef:r'),
	RefundCheck: shape('CheckNum:s Status:s NameOnAcct:s AcctNum:s BankName:s'),
	AdjustmentLine: shape(
		'Id:s LineNum:n Description:s DetailType:e(ItemAdjustmentLineDetail) Amount:n ItemAdjustmentLineDetail:o(ItemAdjustmentLineDetail)',
	),
	ItemAdjustmentLineDetail: shape('ItemRef:r QtyDiff:n NewQty:n SalesPrice:n ClassRef:r'),
	TaxRateDetails: shape(
		'TaxRateName:s100 TaxRateId:s RateValue:n TaxAgencyId:s TaxApplicableOn:e(Sales|Purchase|Other)',
	),
	AttachableRef: shape(
		'EntityRef:r LineInfo:s IncludeOnSend:b Inactive:b NoRefOnly:b CustomField:l(CustomField)',
	),
};
