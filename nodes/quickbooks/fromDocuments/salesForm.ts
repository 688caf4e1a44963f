import type { DocumentLine, ItemisedDocument } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import type { ItemRow } from '../resolve/items';
import { jsonNumber, plainText, quantityAndPrice } from './amounts';
import { customFieldsJson } from './customFields';
import { header, locationOf, reference } from './header';
import type { ReferenceIds } from './ids';

/** How one company carries a document's tax. */
export interface FormTax {
	/** One per line; undefined where the company has no sales tax. */
	lineCodes: ReadonlyArray<string | undefined>;
	header: Json;
}

/** All that the JSON of a sales form is made from. */
export interface FormParts {
	company: Company;
	ids: ReferenceIds;
	tax: FormTax;
}

/**
 * What SalesReceipt, Invoice, RefundReceipt and CreditMemo share. No EmailStatus: an import must never
 * send mail.
 *
 * @param memo in place of the document's own.
 */
export function salesForm(document: ItemisedDocument, parts: FormParts, memo?: string): Json {
	const { company, ids, tax } = parts;
	const lineClass = company.classes === 'lines' ? ids.class : undefined;
	const lines = document.lines.map((line, index) =>
		salesLine(line, document.currency, ids.items[index], {
			...reference('TaxCodeRef', tax.lineCodes[index]),
			...reference('ClassRef', lineClass),
		}),
	);
	return {
		...(company.ownNumbers ? { DocNumber: document.number } : {}),
		...header(document, company, memo),
		...reference('CustomerRef', ids.customer),
		...(company.classes === 'header' ? reference('ClassRef', ids.class) : {}),
		...locationOf(ids),
		...(company.regime === 'us-automated' ? shipAddress(document) : {}),
		...customFieldsJson(document, company),
		// Without it, everything made through the API waits to be printed
		PrintStatus: 'NotSet',
		Line: lines,
		...tax.header,
	};
}

/**
 * Automated sales tax goes by the place that the goods went to: without it, all tax is owed to the
 * agency of the company's own place.
 */
function shipAddress({ shipTo }: ItemisedDocument): Json {
	if (shipTo === undefined) return {};
	const { city, state, zip, country } = shipTo;
	return {
		ShipAddr: {
			...(city === undefined ? {} : { City: city }),
			...(state === undefined ? {} : { CountrySubDivisionCode: state }),
			...(zip === undefined ? {} : { PostalCode: zip }),
			...(country === undefined ? {} : { Country: country }),
		},
	};
}

function salesLine(line: DocumentLine, currency: string, item: ItemRow, references: Json): Json {
	return {
		DetailType: 'SalesItemLineDetail',
		Amount: jsonNumber(line.amount),
		Description: plainText(line.description ?? ''),
		SalesItemLineDetail: {
			ItemRef: { value: item.id },
			...quantityAndPrice(line, currency, item.type === 'Inventory'),
			...references,
		},
	};
}
