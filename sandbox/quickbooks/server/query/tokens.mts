import { parseError } from './errors.mts';

export type TokenKind = 'word' | 'string' | 'number' | 'symbol' | 'end';

export interface Token {
	kind: TokenKind;
	/** Words keep their case; strings are without quotes and with escapes undone. */
	text: string;
	/** 1-based, as QuickBooks names it in its messages. */
	line: number;
	column: number;
}

const SPACE = /\s+/y;
const WORD = /[A-Za-z_][A-Za-z0-9_.]*/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?/y;
const SYMBOL = /<=|>=|[=<>(),*]/y;
/**
 * Only an apostrophe is escaped with a backslash; every other backslash stands for itself, so a
 * literal that ends in one swallows its closing quote (seen in public issues).
 */
const STRING = /'((?:\\'|\\(?!')|[^'\\])*)'/y;

/** @throws QuickBooksFault 4000 for a character or an open quote that the language does not know. */
export function tokenize(statement: string): Token[] {
	const tokens: Token[] = [];
	let offset = 0;
	while (offset < statement.length) {
		const space = match(SPACE, statement, offset);
		if (space) {
			offset += space[0].length;
			continue;
		}
		const { token, length } = readToken(statement, offset);
		tokens.push(token);
		offset += length;
	}
	tokens.push({ kind: 'end', text: '<EOF>', ...place(statement, statement.length) });
	return tokens;
}

function readToken(statement: string, offset: number): { token: Token; length: number } {
	const position = place(statement, offset);
	const string = match(STRING, statement, offset);
	if (string) {
		const text = string[1].replace(/\\'/g, "'");
		return { token: { kind: 'string', text, ...position }, length: string[0].length };
	}
	const kinds: [TokenKind, RegExp][] = [
		['word', WORD],
		['number', NUMBER],
		['symbol', SYMBOL],
	];
	for (const [kind, pattern] of kinds) {
		const found = match(pattern, statement, offset);
		if (found) return { token: { kind, text: found[0], ...position }, length: found[0].length };
	}
	throw parseError(
		`Lexical error at line ${position.line}, column ${position.column}.  Encountered: "${statement[offset]}"`,
	);
}

function match(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
	pattern.lastIndex = offset;
	return pattern.exec(text);
}

function place(statement: string, offset: number): { line: number; column: number } {
	const before = statement.slice(0, offset).split('\n');
	return { line: before.length, column: before[before.length - 1].length + 1 };
}
