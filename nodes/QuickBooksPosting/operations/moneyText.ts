import { moneyFromJson } from '../../quickbooks/fromDocuments/amounts';

/** "47.90" of QuickBooks' 47.9, so that it compares with the document's own figures. */
export function moneyText(amount: string, currency: string): string {
	return moneyFromJson(amount, currency)?.toDecimalString() ?? amount;
}
