import type { Json, Ref } from './types.mts';

/** Typed looks into JSON whose shape the field tables have already checked. */

export function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function copy<T>(value: T): T {
	return structuredClone(value);
}

export function object(row: Json | undefined, name: string): Json | undefined {
	const value = row?.[name];
	return isObject(value) ? value : undefined;
}

export function list(row: Json | undefined, name: string): Json[] {
	const value = row?.[name];
	return Array.isArray(value) ? value.filter(isObject) : [];
}

export function text(row: Json | undefined, name: string): string | undefined {
	const value = row?.[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function flag(row: Json | undefined, name: string): boolean {
	return row?.[name] === true;
}

export function refId(row: Json | undefined, name: string): string | undefined {
	return text(object(row, name), 'value');
}

export function reference(value: string, name?: string): Ref {
	return name === undefined ? { value } : { value, name };
}

/** Leaves out what is undefined, as QuickBooks leaves out what is null. */
export function compact(row: Json): Json {
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

export function without(row: Json, ...names: string[]): Json {
	return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}
