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
import { refundReceipt, salesReceipt } from './transactions/receipts.mts';

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
};
