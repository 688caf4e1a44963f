import { readFileSync } from 'node:fs';

import { transformSync } from '@swc/core';

/**
 * A package that exists as an ES module only, its own code compiled to CommonJS. Node can `require`
 * such a package, and n8n's nodes do; jest cannot.
 *
 * @param file its entry, which imports nothing
 */
export function requireEsModule(file: string): unknown {
	const source = readFileSync(require.resolve(file), 'utf8');
	const { code } = transformSync(source, {
		module: { type: 'commonjs' },
		jsc: { target: 'es2022' },
	});
	const exports = {};
	new Function('exports', code)(exports);
	return exports;
}
