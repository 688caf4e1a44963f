/** Shopify's search syntax, as its published grammar and its live `parsed` echoes describe it. */

export type Comparator = '=' | '<' | '>' | '<=' | '>=';

export interface Term {
	kind: 'term';
	/** Undefined for a bare word, which searches the default fields. */
	field: string | undefined;
	comparator: Comparator;
	value: string;
	quoted: boolean;
}

export type SearchNode =
	| Term
	| { kind: 'and' | 'or'; nodes: SearchNode[] }
	| { kind: 'not'; node: SearchNode };

interface Word {
	text: string;
	quoted: boolean;
}
type Token = { kind: '(' | ')' | ':' | 'AND' | 'OR' | 'NOT' } | { kind: 'word'; word: Word };

/** @returns undefined for an empty query. */
export function parseSearch(query: string): SearchNode | undefined {
	const tokens = tokenize(query);
	const state = { tokens, at: 0 };
	const nodes: SearchNode[] = [];
	while (state.at < tokens.length) {
		const node = parseOr(state);
		if (node) nodes.push(node);
		else state.at += 1;
	}
	return joined('and', nodes);
}

interface State {
	tokens: Token[];
	at: number;
}

const peek = (state: State): Token | undefined => state.tokens[state.at];

function parseOr(state: State): SearchNode | undefined {
	const nodes: SearchNode[] = [];
	for (;;) {
		const node = parseAnd(state);
		if (node) nodes.push(node);
		if (peek(state)?.kind !== 'OR') return joined('or', nodes);
		state.at += 1;
	}
}

/** Without a connective between two terms, AND is implied. */
function parseAnd(state: State): SearchNode | undefined {
	const nodes: SearchNode[] = [];
	for (;;) {
		const token = peek(state);
		if (token?.kind === 'AND') {
			state.at += 1;
			continue;
		}
		if (!token || token.kind === 'OR' || token.kind === ')') return joined('and', nodes);
		const node = parseNot(state);
		if (node) nodes.push(node);
	}
}

function parseNot(state: State): SearchNode | undefined {
	const token = peek(state);
	if (token?.kind === 'NOT') {
		state.at += 1;
		const node = parseNot(state);
		return node && { kind: 'not', node };
	}
	if (token?.kind === '(') {
		state.at += 1;
		const node = parseOr(state);
		if (peek(state)?.kind === ')') state.at += 1;
		return node;
	}
	return parseTerm(state);
}

function parseTerm(state: State): SearchNode | undefined {
	const token = peek(state);
	state.at += 1;
	if (token?.kind !== 'word') return undefined;
	if (peek(state)?.kind !== ':') return term(undefined, token.word);
	state.at += 1;
	const field = token.word.text;
	const next = peek(state);
	if (next?.kind === '(') return parseAlternatives(state, field);
	if (next?.kind !== 'word') return undefined;
	state.at += 1;
	// "a:1,2" offers alternatives; a quoted comma is only a comma.
	const values = next.word.quoted ? [next.word.text] : next.word.text.split(',');
	const terms = values.map((text) => term(field, { text, quoted: next.word.quoted }));
	return joined('or', terms);
}

/** "id:(1 OR 2)": every word inside belongs to the field. */
function parseAlternatives(state: State, field: string): SearchNode | undefined {
	state.at += 1;
	const node = parseOr(state);
	if (peek(state)?.kind === ')') state.at += 1;
	return node && withField(node, field);
}

function withField(node: SearchNode, field: string): SearchNode {
	if (node.kind === 'term') return node.field === undefined ? { ...node, field } : node;
	if (node.kind === 'not') return { kind: 'not', node: withField(node.node, field) };
	return { kind: node.kind, nodes: node.nodes.map((inner) => withField(inner, field)) };
}

function term(field: string | undefined, word: Word): Term {
	const match = /^(<=|>=|<|>)?([\s\S]*)$/.exec(word.text);
	const comparator = (match?.[1] ?? '=') as Comparator;
	const value = (match?.[2] ?? '').replace(/^(['"])([\s\S]*)\1$/, '$2');
	return { kind: 'term', field, comparator, value, quoted: word.quoted };
}

function joined(kind: 'and' | 'or', nodes: SearchNode[]): SearchNode | undefined {
	return nodes.length > 1 ? { kind, nodes } : nodes[0];
}

/**
 * An unquoted value ends at a colon: updated_at:<2000-01-01T00:00:00Z is read by Shopify as
 * updated_at:<2000-01-01T00 and a field "00" with value "00Z" (captured live). Hence quotes.
 */
function tokenize(query: string): Token[] {
	const tokens: Token[] = [];
	const pattern = /\s+|([():])|((?:<=|>=|<|>)?(?:'[^']*'|"[^"]*"))|((?:\\.|[^\s():])+)/g;
	for (const match of query.matchAll(pattern)) {
		const [, symbol, quoted, plain] = match;
		if (symbol === '(' || symbol === ')' || symbol === ':') tokens.push({ kind: symbol });
		else if (quoted !== undefined)
			tokens.push({ kind: 'word', word: { text: quoted, quoted: true } });
		else if (plain !== undefined) tokens.push(...plainTokens(plain));
	}
	return tokens;
}

function plainTokens(plain: string): Token[] {
	if (plain === 'AND' || plain === 'OR' || plain === 'NOT') return [{ kind: plain }];
	const word = (text: string): Token => ({
		kind: 'word',
		word: { text: text.replace(/\\(.)/g, '$1'), quoted: false },
	});
	// "-status:paid" is NOT status:paid.
	if (/^-[a-z]/.test(plain)) return [{ kind: 'NOT' }, word(plain.slice(1))];
	return [word(plain)];
}
