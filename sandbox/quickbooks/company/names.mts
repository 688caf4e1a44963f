import type { Books } from './books.mts';
import { isObject } from './json.mts';
import { CURRENCY_NAMES } from './entities/currency.mts';
import type { Json } from './types.mts';

/** Which entity a reference points to, by the name of the property. */
const TARGETS: Record<string, string> = {
	CustomerRef: 'Customer',
	VendorRef: 'Vendor',
	ItemRef: 'Item',
	ClassRef: 'Class',
	DepartmentRef: 'Department',
	PaymentMethodRef: 'PaymentMethod',
	SalesTermRef: 'Term',
	TermRef: 'Term',
	PrefVendorRef: 'Vendor',
};

const NAME_OF: Record<string, string> = { Customer: 'DisplayName', Vendor: 'DisplayName' };

function nameBehind(books: Books, property: string, id: string): string | undefined {
	if (property === 'CurrencyRef') return CURRENCY_NAMES[id] ?? id;
	const entity = property.endsWith('AccountRef') ? 'Account' : TARGETS[property];
	if (entity === undefined) return undefined;
	const row = books.find(entity, id);
	const name = row?.[NAME_OF[entity] ?? (entity === 'Account' ? 'FullyQualifiedName' : 'Name')];
	return typeof name === 'string' ? name : undefined;
}

/** Adds the name to every reference, as answers carry it. Changes the JSON it is given. */
export function nameReferences(books: Books, json: Json): Json {
	for (const [property, value] of Object.entries(json)) {
		if (Array.isArray(value)) value.filter(isObject).forEach((part) => nameReferences(books, part));
		else if (isObject(value)) {
			const id = value.value;
			if (property.endsWith('Ref') && typeof id === 'string') {
				const name = nameBehind(books, property, id);
				if (name !== undefined) value.name = name;
			} else nameReferences(books, value);
		}
	}
	return json;
}
