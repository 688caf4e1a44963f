import { account } from './entities/account.mts';
import { companyCurrency, exchangeRate } from './entities/currency.mts';
import type { Handler } from './entities/handler.mts';
import { item } from './entities/item.mts';
import { customer, employee, vendor } from './entities/party.mts';
import {
	attachable,
	classList,
	department,
	paymentMethod,
	term,
} from './entities/simple-lists.mts';
import { taxAgency, taxCode, taxRate } from './entities/tax-lists.mts';
import { deposit } from './transactions/deposit.mts';
import { inventoryAdjustment } from './transactions/inventory-adjustment.mts';
import { journalEntry } from './transactions/journal-entry.mts';
import { bill, billPayment, vendorCredit } from './transactions/payable.mts';
import { purchase } from './transactions/purchase.mts';
import { creditMemo, invoice, payment } from './transactions/receivable.mts';
import { refundReceipt, salesReceipt } from './transactions/receipts.mts';
import { transfer } from './transactions/transfer.mts';

/** Every entity with rows of its own. TaxService, Preferences and CompanyInfo have none. */
export const HANDLERS: Record<string, Handler> = {
	Account: account,
	Customer: customer,
	Vendor: vendor,
	Employee: employee,
	Item: item,
	PaymentMethod: paymentMethod,
	Term: term,
	Class: classList,
	Department: department,
	TaxAgency: taxAgency,
	TaxRate: taxRate,
	TaxCode: taxCode,
	CompanyCurrency: companyCurrency,
	ExchangeRate: exchangeRate,
	Attachable: attachable,
	SalesReceipt: salesReceipt,
	RefundReceipt: refundReceipt,
	Invoice: invoice,
	CreditMemo: creditMemo,
	Payment: payment,
	Deposit: deposit,
	Transfer: transfer,
	JournalEntry: journalEntry,
	Bill: bill,
	BillPayment: billPayment,
	VendorCredit: vendorCredit,
	Purchase: purchase,
	InventoryAdjustment: inventoryAdjustment,
};
