import { invalidQuery } from './errors.mts';
import type { Predicate } from './parse.mts';
import type { Property } from './properties.mts';

type Row = Record<string, unknown>;
type Scalar = string | number | boolean | null;

/** Whether a row satisfies a predicate; `today` is 'YYYY-MM-DD' for CURRENT_DATE. */
export function satisfies(
	row: Row,
	property: Property,
	predicate: Predicate,
	today: string,
): boolean {
	const actual = valueOf(row, property);
	const { operator, values } = predicate;
	if (operator === 'IN') {
		const known = typeof actual === 'string' ? textsOf(predicate, property) : undefined;
		if (known !== undefined) return known.has((actual as string).toLowerCase());
		return values.some((value) => equals(actual, property, value, today));
	}
	const [value] = values;
	if (operator === '=') return equals(actual, property, value, today);
	if (operator === 'LIKE') return typeof actual === 'string' && like(actual, value);
	if (actual === null) return false;
	const order = compareScalars(actual, literal(property, value, today));
	if (operator === '<') return order < 0;
	if (operator === '>') return order > 0;
	return operator === '<=' ? order <= 0 : order >= 0;
}

const texts = new WeakMap<Predicate, Set<string>>();

/** A list may hold hundreds of texts, and every row is compared with it: as a set, that is one look. */
function textsOf(predicate: Predicate, { type }: Property): Set<string> | undefined {
	if (!['text', 'id', 'ref', 'address'].includes(type)) return undefined;
	const known = texts.get(predicate);
	if (known !== undefined) return known;
	if (predicate.values.some((value) => value === ' ' || /^current_date$/i.test(value))) {
		return undefined;
	}
	const made = new Set(predicate.values.map((value) => value.toLowerCase()));
	texts.set(predicate, made);
	return made;
}

function equals(actual: Scalar, property: Property, value: string, today: string): boolean {
	// The language writes null as a single space in quotes; an empty string matches nothing.
	if (value === ' ') return actual === null;
	return actual !== null && compareScalars(actual, literal(property, value, today)) === 0;
}

/** The row's comparable value: an instant in ms for times, the id for references, else as stored. */
export function valueOf(row: Row, { name, type }: Property): Scalar {
	let value: unknown = row;
	for (const key of name.split('.')) value = isRow(value) ? value[key] : undefined;
	if (isRow(value)) value = type === 'address' ? value.Address : value.value;
	if (value === undefined || value === null) return null;
	if (type === 'dateTime') return Date.parse(String(value));
	if (type === 'number') return Number(value);
	if (type === 'boolean') return String(value).toLowerCase() === 'true';
	return String(value);
}

function literal({ name, type }: Property, text: string, today: string): Scalar {
	const value = /^current_date$/i.test(text) ? today : text;
	switch (type) {
		case 'number':
			return checked(Number(value.replace(/,/g, '')), value.trim() !== '', name, text);
		case 'dateTime':
			return checked(instant(value), true, name, text);
		case 'date':
			checked(Date.parse(value.slice(0, 10)), /^\d{4}-\d{2}-\d{2}/.test(value), name, text);
			return value.slice(0, 10);
		case 'boolean':
			if (!/^(true|false)$/i.test(value)) throw badValue(name, text);
			return value.toLowerCase() === 'true';
		default:
			return value;
	}
}

/** A time without offset is taken in Pacific standard time, the zone QuickBooks answers in. */
function instant(value: string): number {
	if (!/^\d{4}-\d{2}-\d{2}/.test(value)) return Number.NaN;
	if (value.length === 10) return Date.parse(`${value}T00:00:00-08:00`);
	return Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}-08:00`);
}

function checked(value: number, wellFormed: boolean, name: string, text: string): number {
	if (!wellFormed || Number.isNaN(value)) throw badValue(name, text);
	return value;
}

function badValue(name: string, text: string) {
	return invalidQuery(`Invalid value '${text}' for property ${name}`);
}

/** Comparison is case-insensitive. Numeric ids compare as numbers, so that '9' comes before '10'. */
export function compareScalars(left: Scalar, right: Scalar): number {
	if (left === null || right === null) return Number(left !== null) - Number(right !== null);
	if (typeof left === 'string' && typeof right === 'string') {
		if (/^\d+$/.test(left) && /^\d+$/.test(right)) {
			const [a, b] = [BigInt(left), BigInt(right)];
			if (a !== b) return a < b ? -1 : 1;
		}
		const [a, b] = [left.toLowerCase(), right.toLowerCase()];
		return a < b ? -1 : Number(a > b);
	}
	return left < right ? -1 : Number(left > right);
}

function like(actual: string, pattern: string): boolean {
	const source = pattern
		.split('%')
		.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
		.join('[\\s\\S]*');
	return new RegExp(`^${source}$`, 'i').test(actual);
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null;
}
