import type { ItemisedDocument } from '../../accounting/documents';
import type { Company } from '../company';
import type { Json } from '../json';
import { sameName } from '../resolve/names';
import type { Refusal } from '../resolve/sought';

/** QuickBooks cuts off what is longer. */
const LONGEST = 31;
const PO_NUMBER = /^(p\.?\s?o\.?|purchase order)(\s?(number|num|no\.?|#))?$/i;

/** Why the document's custom fields cannot be written. */
export function customFieldsRefusal(
	{ customFields }: ItemisedDocument,
	company: Company,
): Refusal | undefined {
	for (const { name, value } of customFields ?? []) {
		if (definitionOf(name, company) === undefined) return unknownField(name, company);
		if (value.length > LONGEST) {
			return {
				code: 'custom-field-too-long',
				what: `The custom field "${name}" takes ${LONGEST} characters, and its value has ${value.length}`,
				fix: 'Shorten the value in the mapping',
			};
		}
	}
	return undefined;
}

export function customFieldsJson(document: ItemisedDocument, company: Company): Json {
	const own = (document.customFields ?? []).flatMap(({ name, value }) => {
		const id = definitionOf(name, company);
		return id === undefined ? [] : [{ id, value }];
	});
	const po = poField(document, company);
	const fields = [...own, ...(po && !own.some(({ id }) => id === po.id) ? [po] : [])];
	if (fields.length === 0) return {};
	return {
		CustomField: fields.map(({ id, value }) => ({
			DefinitionId: id,
			Type: 'StringType',
			StringValue: value,
		})),
	};
}

/** The invoice's memo, with the PO number where no custom field of the company takes it. */
export function memoWithPoNumber(document: ItemisedDocument, company: Company): string {
	const memo = document.memo ?? '';
	if (document.document !== 'Invoice' || !document.poNumber) return memo;
	return poField(document, company) ? memo : `${memo}, PO ${document.poNumber}`;
}

/** QuickBooks has no field of its own for the customer's PO number: companies add a custom one. */
function poField(
	document: ItemisedDocument,
	company: Company,
): { id: string; value: string } | undefined {
	if (document.document !== 'Invoice' || !document.poNumber) return undefined;
	const { poNumber: value } = document;
	const field = company.customFields.find(({ name }) => PO_NUMBER.test(name));
	return field && value.length <= LONGEST ? { id: field.id, value } : undefined;
}

function definitionOf(name: string, company: Company): string | undefined {
	return company.customFields.find((field) => sameName(field.name, name.trim()))?.id;
}

function unknownField(name: string, company: Company): Refusal {
	const known = company.customFields.map((field) => field.name).join(', ') || 'none';
	return {
		code: 'unknown-custom-field',
		what: `Sales forms of "${company.name}" have no custom field "${name}"`,
		fix: `Add it in QuickBooks (Settings > Custom fields), or choose one that is there: ${known}`,
	};
}
