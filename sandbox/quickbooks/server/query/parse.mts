import { invalidQuery, parseError } from './errors.mts';
import { tokenize, type Token } from './tokens.mts';

export type Operator = '=' | '<' | '>' | '<=' | '>=' | 'IN' | 'LIKE';

export interface Predicate {
	property: string;
	operator: Operator;
	/** One value, or the list of IN. All values are text; the property's type says how to compare. */
	values: string[];
}

export interface Query {
	select: 'all' | 'count' | string[];
	entity: string;
	where: Predicate[];
	orderBy: { property: string; descending: boolean }[];
	/** 1-based. */
	startPosition: number;
	maxResults: number;
}

const COMPARISONS = ['=', '<', '>', '<=', '>='] as const;
const MAX_RESULTS = 1000;

/**
 * `SELECT * | count(*) | properties FROM Entity [WHERE p AND p] [ORDERBY ...] [STARTPOSITION n] [MAXRESULTS n]`
 * @throws QuickBooksFault 4000 when the statement is not in the grammar, 4001 for a bad page window.
 */
export function parseQuery(statement: string): Query {
	return new Parser(tokenize(statement)).query();
}

class Parser {
	private at = 0;

	constructor(private readonly tokens: Token[]) {}

	query(): Query {
		this.expect('SELECT');
		const select = this.projection();
		this.expect('FROM');
		const entity = this.word();
		const where = this.accept('WHERE') ? this.predicates() : [];
		const orderBy = this.orderBy();
		const window = this.window();
		if (this.peek().kind !== 'end') throw this.unexpected();
		return { select, entity, where, orderBy, ...window };
	}

	private projection(): Query['select'] {
		if (this.acceptSymbol('*')) return 'all';
		const first = this.word();
		if (first.toUpperCase() === 'COUNT' && this.acceptSymbol('(')) {
			this.expectSymbol('*');
			this.expectSymbol(')');
			return 'count';
		}
		const properties = [first];
		while (this.acceptSymbol(',')) properties.push(this.acceptSymbol('*') ? '*' : this.word());
		return properties;
	}

	private predicates(): Predicate[] {
		const predicates = [this.predicate()];
		// AND only: the language has no OR, NOT or parentheses.
		while (this.accept('AND')) predicates.push(this.predicate());
		return predicates;
	}

	private predicate(): Predicate {
		const property = this.word();
		if (this.accept('IN')) return { property, operator: 'IN', values: this.list() };
		if (this.accept('LIKE')) return { property, operator: 'LIKE', values: [this.value()] };
		const operator = COMPARISONS.find((symbol) => this.acceptSymbol(symbol));
		if (!operator) throw this.unexpected();
		return { property, operator, values: [this.value()] };
	}

	private list(): string[] {
		this.expectSymbol('(');
		const values = [this.value()];
		while (this.acceptSymbol(',')) values.push(this.value());
		this.expectSymbol(')');
		return values;
	}

	private value(): string {
		const token = this.peek();
		const isWord = token.kind === 'word' && /^(true|false|current_date)$/i.test(token.text);
		if (token.kind !== 'string' && token.kind !== 'number' && !isWord) throw this.unexpected();
		this.at += 1;
		return token.text;
	}

	private orderBy(): Query['orderBy'] {
		if (!this.accept('ORDERBY')) {
			if (!this.accept('ORDER')) return [];
			this.expect('BY');
		}
		const keys = [this.sortKey()];
		while (this.acceptSymbol(',')) keys.push(this.sortKey());
		return keys;
	}

	private sortKey(): { property: string; descending: boolean } {
		const property = this.word();
		const descending = this.accept('DESC');
		if (!descending) this.accept('ASC');
		return { property, descending };
	}

	/** STARTPOSITION and MAXRESULTS come in either order (both were seen in real traffic). */
	private window(): { startPosition: number; maxResults: number } {
		let startPosition: number | undefined;
		let maxResults: number | undefined;
		for (;;) {
			if (startPosition === undefined && this.accept('STARTPOSITION')) {
				startPosition = this.bounded(Number.MAX_SAFE_INTEGER);
			} else if (maxResults === undefined && this.accept('MAXRESULTS')) {
				maxResults = this.bounded(MAX_RESULTS);
			} else break;
		}
		return { startPosition: startPosition ?? 1, maxResults: maxResults ?? 100 };
	}

	private bounded(max: number): number {
		const token = this.peek();
		if (token.kind !== 'number' || !/^-?\d+$/.test(token.text)) throw this.unexpected();
		this.at += 1;
		const value = Number(token.text);
		if (value < 1) throw invalidQuery(`value ${value} is too small. Min allowed value is 1`);
		if (value > max) throw invalidQuery(`value ${value} is too large. Max allowed value is ${max}`);
		return value;
	}

	private peek(): Token {
		return this.tokens[this.at];
	}

	private accept(keyword: string): boolean {
		const { kind, text } = this.peek();
		if (kind !== 'word' || text.toUpperCase() !== keyword) return false;
		this.at += 1;
		return true;
	}

	private acceptSymbol(symbol: string): boolean {
		const { kind, text } = this.peek();
		if (kind !== 'symbol' || text !== symbol) return false;
		this.at += 1;
		return true;
	}

	private expect(keyword: string): void {
		if (!this.accept(keyword)) throw this.unexpected();
	}

	private expectSymbol(symbol: string): void {
		if (!this.acceptSymbol(symbol)) throw this.unexpected();
	}

	private word(): string {
		const token = this.peek();
		if (token.kind !== 'word') throw this.unexpected();
		this.at += 1;
		return token.text;
	}

	private unexpected() {
		const { kind, text, line, column } = this.peek();
		const shown = kind === 'end' ? '<EOF>' : ` <${kind.toUpperCase()}> "${text} "`;
		return parseError(`Encountered "${shown}" at line ${line}, column ${column}.`);
	}
}
