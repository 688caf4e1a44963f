/**
 * What is published has no dependencies: n8n installs a community package without them. So every
 * node and credential becomes one readable file with the libraries it uses inside; only
 * `n8n-workflow` stays outside, because n8n brings it.
 */
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { spawn } = require('node:child_process');
const { build: bundle } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const { n8n } = require('./package.json');

const OUT = 'dist';

/** `dist/nodes/X/X.node.js`, as package.json registers it, comes from `nodes/X/X.node.ts`. */
const ENTRIES = [...n8n.nodes, ...n8n.credentials].map((file) =>
	path.relative(OUT, file).replace(/\.js$/, '.ts'),
);

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

/** What ships; `npm run typecheck` looks at everything. */
function typecheck(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	spawn(process.execPath, [tsc, '--noEmit', '-p', 'tsconfig.build.json'], { stdio: 'inherit' }).on('exit', (code) => {
		done(code === 0 ? undefined : new Error('The types do not check (see above)'));
	});
}

async function bundles() {
	await bundle({
		entryPoints: ENTRIES,
		outbase: '.',
		outdir: OUT,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		keepNames: true,
		// Reviewers read what is published, and the libraries' licences stay in it.
		minify: false,
		legalComments: 'inline',
		// @shopify/graphql-client waits with setTimeout in a retry loop that we never enter (retries: 0)
		// and warns by console; neither is allowed in a verified community node.
		drop: ['console'],
		inject: ['nodes/n8n/noTimers.ts'],
		define: { setTimeout: 'noTimers' },
		logLevel: 'warning',
	});
}

function assets() {
	return src(['nodes/**/*.node.json', 'icons/*.svg'], { base: '.', encoding: false }).pipe(
		dest(OUT),
	);
}

exports.clean = clean;
exports.bundles = bundles;
// The types first: a slip in a source must not take the built package away.
exports.build = series(typecheck, clean, parallel(bundles, assets));
exports.default = exports.build;
