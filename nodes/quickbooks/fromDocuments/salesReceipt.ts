import type { DocumentLine, SalesReceiptDocument } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import { noteWithKey } from '../key';
import type { ItemRow } from '../resolve/items';
import { jsonNumber, quantityAndPrice } from './amounts';

/** Ids of everything that a document names. */
export interface SalesReceiptIds {
	customer: string;
	depositTo: string;
	paymentMethod: string | undefined;
	/** One per line. */
	items: readonly ItemRow[];
}

export interface SalesReceiptTax {
	/** One per line; undefined where the company has no sales tax. */
	lineCodes: ReadonlyArray<string | undefined>;
	header: Json;
}

const DESCRIPTION_LENGTH = 4000;

/** The document as QuickBooks takes it. No EmailStatus: an import must never send mail. */
export function salesReceipt(
	document: SalesReceiptDocument,
	company: Company,
	ids: SalesReceiptIds,
	tax: SalesReceiptTax,
): Json {
	const lines = document.lines.map((line, index) =>
		salesLine(line, document.currency, ids.items[index], tax.lineCodes[index]),
	);
	return {
		...(company.ownNumbers ? { DocNumber: document.number } : {}),
		TxnDate: document.date,
		...(company.multiCurrency ? { CurrencyRef: { value: document.currency } } : {}),
		CustomerRef: { value: ids.customer },
		DepositToAccountRef: { value: ids.depositTo },
		...(ids.paymentMethod === undefined ? {} : { PaymentMethodRef: { value: ids.paymentMethod } }),
		PrivateNote: noteWithKey(document.memo ?? '', document.key),
		// Without it, everything made through the API waits to be printed
		PrintStatus: 'NotSet',
		Line: lines,
		...tax.header,
	};
}

function salesLine(
	line: DocumentLine,
	currency: string,
	item: ItemRow,
	taxCode: string | undefined,
): Json {
	return {
		DetailType: 'SalesItemLineDetail',
		Amount: jsonNumber(line.amount),
		Description: plainText(line.description ?? ''),
		SalesItemLineDetail: {
			ItemRef: { value: item.id },
			...quantityAndPrice(line, currency, item.type === 'Inventory'),
			...(taxCode === undefined ? {} : { TaxCodeRef: { value: taxCode } }),
		},
	};
}

/** QuickBooks gives markup back escaped, once more each time: it is taken out. */
function plainText(text: string): string {
	const clean = text
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return Array.from(clean).slice(0, DESCRIPTION_LENGTH).join('');
}
