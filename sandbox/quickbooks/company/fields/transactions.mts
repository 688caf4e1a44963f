import { ROW, shape, type Shape } from './table.mts';

const TRANSACTION = `${ROW} TxnDate:d PrivateNote:s4000 CurrencyRef:r ExchangeRate:n DepartmentRef:r TxnSource:s TransactionLocationType:s RecurDataRef:x TotalAmt:x HomeTotalAmt:x HomeBalance:x Balance:x ProjectRef:r TaxExemptionRef:r`;
const TAX =
	'TxnTaxDetail:o(TxnTaxDetail) GlobalTaxCalculation:e(TaxExcluded|TaxInclusive|NotApplicable)';
const SALES = `${TRANSACTION} ${TAX} DocNumber:s21 Line:l(SalesLine) CustomerRef:r CustomerMemo:o(Memo) ClassRef:r BillAddr:o(Address) ShipAddr:o(Address) ShipFromAddr:o(Address) ApplyTaxAfterDiscount:b PrintStatus:s EmailStatus:s BillEmail:o(Email) BillEmailCc:o(Email) BillEmailBcc:o(Email) CustomField:l(CustomField) DeliveryInfo:x FreeFormAddress:b LinkedTxn:l(LinkedTxn) ShipDate:d ShipMethodRef:r TrackingNum:s21`;
const PAID = 'PaymentMethodRef:r DepositToAccountRef:r CreditCardPayment:o(CardPayment)';
const PURCHASE = `${TRANSACTION} ${TAX} DocNumber:s21 Line:l(ExpenseLine) LinkedTxn:l(LinkedTxn) IncludeInAnnualTPAR:b`;

export const TRANSACTION_FIELDS: Record<string, Shape> = {
	SalesReceipt: shape(SALES, PAID, 'PaymentRefNum:s21'),
	RefundReceipt: shape(
		SALES,
		PAID,
		'PaymentRefNum:s100 PaymentType:e(Cash|Check|CreditCard|Other) CheckPayment:o(RefundCheck)',
	),
	Invoice: shape(
		SALES,
		'SalesTermRef:r DueDate:d Deposit:n DepositToAccountRef:r AllowOnlineACHPayment:b AllowOnlineCreditCardPayment:b AllowOnlinePayment:b AllowIPNPayment:b InvoiceLink:s ARAccountRef:r PaymentMethodRef:r',
	),
	CreditMemo: shape(SALES, 'SalesTermRef:r RemainingCredit:x InvoiceRef:r PaymentMethodRef:r'),
	Payment: shape(
		TRANSACTION,
		PAID,
		// The only total a client decides: what the customer paid.
		'TotalAmt:n Line:l(PaymentLine) CustomerRef:r ARAccountRef:r PaymentRefNum:s21 UnappliedAmt:x ProcessPayment:b LinkedTxn:l(LinkedTxn)',
	),
	Deposit: shape(
		TRANSACTION,
		TAX,
		'Line:l(DepositLine) DepositToAccountRef:r CashBack:o(CashBack)',
	),
	Transfer: shape(TRANSACTION, 'FromAccountRef:r ToAccountRef:r Amount:n'),
	JournalEntry: shape(
		TRANSACTION,
		TAX,
		'DocNumber:s21 Line:l(JournalEntryLine) Adjustment:b TaxRateRef:r',
	),
	Bill: shape(PURCHASE, 'VendorRef:r APAccountRef:r SalesTermRef:r DueDate:d'),
	VendorCredit: shape(PURCHASE, 'VendorRef:r APAccountRef:r'),
	Purchase: shape(
		PURCHASE,
		'AccountRef:r PaymentType:e(Cash|Check|CreditCard) EntityRef:r Credit:b PaymentMethodRef:r PrintStatus:s RemitToAddr:o(Address) PurchaseEx:x',
	),
	BillPayment: shape(
		TRANSACTION,
		'TotalAmt:n DocNumber:s21 VendorRef:r PayType:e(Check|CreditCard) CheckPayment:o(CheckPayment) CreditCardPayment:o(BillCardPayment) APAccountRef:r Line:l(PaymentLine) ProcessBillPayment:b',
	),
	InventoryAdjustment: shape(
		TRANSACTION,
		'DocNumber:s21 AdjustAccountRef:r CustomerRef:r ClassRef:r Line:l(AdjustmentLine)',
	),
};
