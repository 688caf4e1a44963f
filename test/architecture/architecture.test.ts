import { sourcesIn, type Source } from './sources.mts';

const shipped = [...sourcesIn('nodes'), ...sourcesIn('credentials')];

/** Which folder or package each part of what ships may import; its own folder is always allowed. */
const MAY_IMPORT: Array<[part: string, allowed: string[]]> = [
	['nodes/accounting/', []],
	['nodes/shopify/', ['@shopify/admin-api-client']],
	['nodes/quickbooks/', ['nodes/accounting/']],
	['nodes/n8n/', ['n8n-workflow']],
	// what the panels of several nodes share, and what they mean
	[
		'nodes/panel/',
		['nodes/accounting/', 'nodes/shopify/', 'nodes/quickbooks/', 'nodes/n8n/', 'n8n-workflow'],
	],
	['credentials/', ['n8n-workflow']],
];

const LIBRARIES = [
	'nodes/accounting/',
	'nodes/shopify/',
	'nodes/quickbooks/',
	'nodes/n8n/',
	'nodes/panel/',
];

const DECIMAL_HOME = 'nodes/accounting/money.ts';

function forbiddenImports({ file, imports }: Source, allowed: string[]): string[] {
	return imports
		.filter((name) => !(name === 'decimal.js' && file === DECIMAL_HOME))
		.filter((name) => !allowed.some((part) => name === part || name.startsWith(part)))
		.map((name) => `${file} imports ${name}`);
}

describe('import directions', () => {
	it.each(MAY_IMPORT)('%s imports only what it may', (part, allowed) => {
		const sources = shipped.filter(({ file }) => file.startsWith(part));
		expect(sources.length).toBeGreaterThan(0);
		expect(sources.flatMap((source) => forbiddenImports(source, [part, ...allowed]))).toEqual([]);
	});

	it('a node imports libraries and n8n-workflow, never another node', () => {
		const nodes = shipped.filter(({ file }) => /^nodes\/[A-Z]/.test(file));
		expect(nodes.length).toBeGreaterThan(0);
		const wrong = nodes.flatMap((source) => {
			const own = /^nodes\/[^/]+\//.exec(source.file)?.[0] ?? '';
			return forbiddenImports(source, [own, 'n8n-workflow', ...LIBRARIES]);
		});
		expect(wrong).toEqual([]);
	});

	it('decimal.js is imported in one file', () => {
		const users = shipped.filter(({ imports }) => imports.includes('decimal.js'));
		expect(users.map(({ file }) => file)).toEqual([DECIMAL_HOME]);
	});
});

/** Names that would reach around n8n: the process, files, timers, a second way to the network. */
const FORBIDDEN_NAMES = [
	'process',
	'global',
	'globalThis',
	'window',
	'setTimeout',
	'setInterval',
	'setImmediate',
	'clearTimeout',
	'clearInterval',
	'require',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'console',
	'eval',
	'__dirname',
	'__filename',
];

describe('what ships', () => {
	it.each(FORBIDDEN_NAMES)('does not reach for %s', (name) => {
		expect(
			shipped.filter(({ identifiers }) => identifiers.has(name)).map(({ file }) => file),
		).toEqual([]);
	});

	it('sends HTTP from one file only, through n8n, and before that asks for a token from one', () => {
		const senders = shipped.filter(({ text }) =>
			/helpers\s*\.\s*(httpRequest|request)|\[['"]httpRequest/.test(text),
		);
		expect(senders.map(({ file }) => file)).toEqual([
			'nodes/n8n/transport.ts',
			// n8n's hook for a token that is no OAuth2 credential's; it comes with a helper of its own.
			'credentials/ShopifyStoreClientCredentialsApi.credentials.ts',
		]);
	});

	it('never makes floats of text in the heart or on the way to QuickBooks', () => {
		const users = shipped
			.filter(({ file }) => /^nodes\/(accounting|quickbooks)\//.test(file) && file !== DECIMAL_HOME)
			.filter(({ text }) => /\bparseFloat\(|\.toFixed\(/.test(text));
		expect(users.map(({ file }) => file)).toEqual([]);
	});
});

describe('the house stays readable', () => {
	it('no source file is longer than 250 lines', () => {
		const all = [
			...shipped,
			...sourcesIn('sandbox', ['.mts']),
			...sourcesIn('engine', ['.mts']),
			...sourcesIn('scripts', ['.mts', '.mjs']),
		];
		const long = all.filter(({ text }) => text.split('\n').length > 250);
		expect(long.map(({ file }) => file)).toEqual([]);
	});

	it('the stand-ins import nothing of what they test', () => {
		const strangers = sourcesIn('sandbox', ['.mts']).filter(({ imports }) =>
			imports.some((name) => name.startsWith('nodes/')),
		);
		expect(strangers.map(({ file }) => file)).toEqual([]);
	});
});
