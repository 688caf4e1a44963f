import { fieldError } from '../errors.mts';
import { SandboxGap } from '../gap.mts';
import { DEFAULT_FIELDS, FILTERS, numberOfId, type Filter } from './filters.mts';
import { parseSearch, type SearchNode, type Term } from './parse.mts';
import { parseTime } from './time.mts';

export interface SearchWarning {
	field: string;
	message: string;
	code: 'invalid_field' | 'invalid_value';
}

/** One entry of `extensions.search`; only connections with warnings are reported. */
export interface SearchNote {
	path: Array<string | number>;
	query: string;
	parsed: object;
	warnings: SearchWarning[];
}

export interface SearchSetting {
	/** The type of the connection's nodes, e.g. "Order". */
	type: string;
	/** The filters that the schema documents for this connection. */
	documented: ReadonlySet<string>;
	timeZone: string;
	now: Date;
	/** An object by its global id, for filters on what an object only refers to. */
	find: (id: unknown) => unknown;
}

export interface CompiledSearch {
	matches(item: unknown): boolean;
	warnings: SearchWarning[];
	parsed: object;
}

type Predicate = (item: unknown) => boolean;

/**
 * Compiles a search. A term with an unknown field is dropped with a warning, as Shopify does: a
 * misspelled filter answers with everything.
 * @throws GraphQLError BAD_REQUEST for a time that is none; SandboxGap for a documented filter that
 * the sandbox does not know, because ignoring it would look like an answer.
 */
export function compileSearch(query: string, setting: SearchSetting): CompiledSearch | undefined {
	const tree = parseSearch(query);
	if (!tree) return undefined;
	const warnings: SearchWarning[] = [];
	const predicate = compile(tree, setting, warnings);
	return { matches: predicate ?? (() => true), warnings, parsed: echo(tree) };
}

function compile(
	node: SearchNode,
	setting: SearchSetting,
	warnings: SearchWarning[],
): Predicate | undefined {
	if (node.kind === 'term') return compileTerm(node, setting, warnings);
	if (node.kind === 'not') {
		const inner = compile(node.node, setting, warnings);
		return inner && ((item) => !inner(item));
	}
	const parts = node.nodes
		.map((inner) => compile(inner, setting, warnings))
		.filter((part): part is Predicate => part !== undefined);
	if (parts.length === 0) return undefined;
	return node.kind === 'and'
		? (item) => parts.every((part) => part(item))
		: (item) => parts.some((part) => part(item));
}

function compileTerm(
	term: Term,
	setting: SearchSetting,
	warnings: SearchWarning[],
): Predicate | undefined {
	const filters = FILTERS[setting.type] ?? {};
	if (term.field === undefined) {
		const defaults = DEFAULT_FIELDS.filter((name) => name in filters).map((name) => filters[name]);
		return (item) =>
			defaults.some((filter) => contains(filter.values(item, setting.find), term.value));
	}
	const field = term.field === 'tag_not' ? 'tag' : term.field;
	if (!setting.documented.has(term.field)) {
		const message = 'Invalid search field for this query.';
		warnings.push({ field: term.field, message, code: 'invalid_field' });
		return undefined;
	}
	const filter = Object.hasOwn(filters, field) ? filters[field] : undefined;
	if (!filter) {
		throw new SandboxGap(`The sandbox does not know the filter "${field}" of ${setting.type} yet`);
	}
	if (filter.accepted && !filter.accepted.includes(term.value.toLowerCase())) {
		const message = `Input \`${term.value}\` is not an accepted value.`;
		warnings.push({ field, message, code: 'invalid_value' });
		return () => false;
	}
	const test = comparison(filter, { ...term, field }, setting);
	const found: Predicate = (item) => filter.values(item, setting.find).some(test);
	return term.field === 'tag_not' ? (item) => !found(item) : found;
}

function contains(values: unknown[], word: string): boolean {
	return values.some((value) => String(value).toLowerCase().includes(word.toLowerCase()));
}

function comparison(
	filter: Filter,
	term: Term & { field: string },
	setting: SearchSetting,
): (value: unknown) => boolean {
	switch (filter.kind) {
		case 'time':
			return timeComparison(term, setting);
		case 'id': {
			const wanted = numberOfId(term.value);
			return (value) => {
				const number = numberOfId(value);
				return wanted !== undefined && number !== undefined && ordered(number, wanted, term);
			};
		}
		case 'number':
			return (value) =>
				value !== null && value !== undefined && ordered(Number(value), Number(term.value), term);
		case 'boolean':
			return (value) => String(value) === term.value.toLowerCase();
		case 'text':
			return (value) => textMatches(value, term.value);
	}
}

function ordered<T extends bigint | number>(a: T, b: T, { comparator }: Term): boolean {
	if (comparator === '<') return a < b;
	if (comparator === '<=') return a <= b;
	if (comparator === '>') return a > b;
	if (comparator === '>=') return a >= b;
	return a === b;
}

/** Case does not matter, nor the # of an order's name; a trailing * asks for a beginning. */
function textMatches(value: unknown, wanted: string): boolean {
	if (value === null || value === undefined) return false;
	const plain = (text: string) => text.toLowerCase().replace(/^#/, '');
	if (wanted.endsWith('*')) return plain(String(value)).startsWith(plain(wanted.slice(0, -1)));
	return plain(String(value)) === plain(wanted);
}

/** A date stands for its whole day: <= takes the day in, > leaves it out. */
function timeComparison(
	term: Term & { field: string },
	{ timeZone, now }: SearchSetting,
): (value: unknown) => boolean {
	const range = parseTime(term.value, timeZone, now);
	if (!range) {
		throw fieldError(`Invalid timestamp for query filter \`${term.field}\`.`, 'BAD_REQUEST');
	}
	return (value) => {
		if (typeof value !== 'string') return false;
		const at = Date.parse(value);
		if (term.comparator === '<') return at < range.from;
		if (term.comparator === '<=') return at < range.to;
		if (term.comparator === '>') return at >= range.to;
		if (term.comparator === '>=') return at >= range.from;
		return at >= range.from && at < range.to;
	};
}

const RANGES = { '<': 'range_lt', '<=': 'range_lte', '>': 'range_gt', '>=': 'range_gte' } as const;

/** The `parsed` echo of `extensions.search`. */
function echo(node: SearchNode): object {
	if (node.kind === 'not') return { not: echo(node.node) };
	if (node.kind !== 'term') return { [node.kind]: node.nodes.map(echo) };
	const field = node.field ?? 'default';
	if (node.comparator !== '=') return { field, [RANGES[node.comparator]]: node.value };
	return { field, [node.quoted ? 'match_phrase' : 'match_all']: node.value };
}
