import { spawn } from 'node:child_process';

import { Failure, say, since } from './console.mjs';

const WORD_EVERY_MS = 8000;
const LINES_KEPT = 30;

/**
 * Runs one command quietly: says what it does, gives a sign of life while it works, and shows the
 * end of its output only when it fails.
 * @throws Failure
 */
export async function quietly(label, command, args, options = {}) {
	const start = Date.now();
	say(`• ${label}`);
	const beat = setInterval(() => say(`  still at it, ${since(start)}`), WORD_EVERY_MS);
	const { code, lines } = await collect(command, args, options);
	clearInterval(beat);
	if (code === 0) return say(`  done in ${since(start)}`);
	say(lines.map((line) => `  | ${line}`).join('\n'));
	throw new Failure(
		`${label}: failed (${command} ended with ${code}).`,
		adviceFor(lines.join('\n')),
	);
}

/** Runs one command with its output on the screen; returns its exit code. Ctrl-C is left to it. */
export async function loudly(command, args, options = {}) {
	const child = spawn(command, args, { stdio: 'inherit', ...options });
	const pass = (signal) => child.kill(signal);
	for (const signal of SIGNALS) process.on(signal, pass);
	const code = await exitCodeOf(child);
	for (const signal of SIGNALS) process.off(signal, pass);
	return typeof code === 'number' ? code : 1;
}

const SIGNALS = ['SIGINT', 'SIGTERM'];

/** Runs one command; returns its exit code and the last lines it wrote. */
export async function collect(command, args, options = {}) {
	const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
	let lines = [];
	let rest = '';
	const keep = (chunk) => {
		const parts = (rest + chunk).split('\n');
		rest = parts.pop();
		lines = [...lines, ...parts].slice(-LINES_KEPT);
	};
	child.stdout.setEncoding('utf8').on('data', keep);
	child.stderr.setEncoding('utf8').on('data', keep);
	const code = await exitCodeOf(child);
	return { code, lines: rest ? [...lines, rest] : lines };
}

async function exitCodeOf(child) {
	return await new Promise((resolve, reject) => {
		child.once('error', (error) => {
			reject(new Failure(`${child.spawnfile} could not be started: ${error.message}`));
		});
		child.once('close', (code, signal) => resolve(code ?? signal));
	});
}

const ADVICE = [
	[
		/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i,
		'The package registry cannot be reached: look at the network or the proxy (npm config get registry proxy), then run it again.',
	],
	[/ENOSPC/, 'The disk is full: make room, then run it again.'],
	[
		/EACCES|EPERM/,
		'Something here belongs to another user: look at who owns this folder and ~/.npm.',
	],
	[/EADDRINUSE/, 'The port is taken by another program: end that one or choose another port.'],
];

function adviceFor(output) {
	return ADVICE.find(([pattern]) => pattern.test(output))?.[1];
}
