import { QuickBooksFault } from '../fault.mts';
import { invalidDate, invalidEnum, invalidNumber, invalidType, tooLong } from '../faults.mts';
import { isObject } from '../json.mts';
import type { Json } from '../types.mts';
import { PARTS } from './parts.mts';
import type { Kind, Shape } from './table.mts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function unknownProperty(entity: string, name: string, shape: Shape): QuickBooksFault {
	const known = [...shape.keys()].map((key) => `"${key}"`).join(', ');
	return new QuickBooksFault({
		code: '2010',
		message: 'Request has invalid or unsupported property',
		detail: `Property Name:Unrecognized field "${name}" (class com.intuit.schema.finance.v3.${entity}), not marked as ignorable (${shape.size} known properties: ${known}])\n specified is unsupported or invalid`,
	});
}

function checkText(value: unknown, max: number, path: string): string {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') throw invalidType(path);
	if (text.length > max) throw tooLong(path, max);
	return text;
}

function checkNumber(value: unknown, path: string): number {
	// Amounts travel as numbers or as numeric strings; "max 15 digits in 10.5 format".
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
	throw invalidNumber(path, value);
}

function checkDate(value: unknown, path: string): string {
	const parts = typeof value === 'string' ? DATE.exec(value) : null;
	if (parts === null) throw invalidDate(path, value);
	const day = `${parts[1]}-${parts[2]}-${parts[3]}`;
	const instant = new Date(`${day}T00:00:00Z`);
	if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) {
		throw invalidDate(path, value);
	}
	return day;
}

function checkBoolean(value: unknown, path: string): boolean {
	if (value === true || value === 'true') return true;
	if (value === false || value === 'false') return false;
	throw invalidType(path);
}

function checkRef(value: unknown, path: string): Json | undefined {
	if (!isObject(value)) throw invalidType(path);
	const id = value.value;
	if (id === undefined || id === null || id === '') return undefined;
	// The name is only an echo of an answer: QuickBooks resolves by value.
	const ref: Json = { value: checkText(id, Infinity, path) };
	if (typeof value.type === 'string') ref.type = value.type;
	return ref;
}

function checkValue(kind: Kind, value: unknown, path: string): unknown {
	switch (kind.type) {
		case 'text':
			return checkText(value, kind.max, path);
		case 'number':
			return checkNumber(value, path);
		case 'boolean':
			return checkBoolean(value, path);
		case 'date':
			return checkDate(value, path);
		case 'ref':
			return checkRef(value, path);
		case 'enum':
			if (!kind.values.includes(String(value))) throw invalidEnum(path, value);
			return value;
		case 'object':
			if (!isObject(value)) throw invalidType(path);
			return checkShape(kind.shape, PARTS[kind.shape], value, `${path}.`);
		case 'list':
			if (!Array.isArray(value)) throw invalidType(path);
			return value.map((part: unknown) => {
				if (!isObject(part)) throw invalidType(path);
				return checkShape(kind.shape, PARTS[kind.shape], part, `${path}.`);
			});
		case 'readOnly':
			return undefined;
	}
}

/**
 * Refuses what the entity doesn't know and normalises the rest: numeric strings become numbers,
 * dates lose their time, nulls and read-only values vanish.
 */
export function checkShape(entity: string, shape: Shape, body: Json, path = ''): Json {
	const checked: Json = {};
	for (const [name, value] of Object.entries(body)) {
		const kind = shape.get(name);
		if (kind === undefined) throw unknownProperty(entity, name, shape);
		if (value === null || value === undefined) continue;
		const normal = checkValue(kind, value, `${path}${name}`);
		if (normal !== undefined) checked[name] = normal;
	}
	return checked;
}
