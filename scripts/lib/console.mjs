/** What goes wrong for reasons outside of the project, with what to do about it. */
export class Failure extends Error {
	constructor(what, fix) {
		super(what);
		this.fix = fix;
	}
}

export const say = (text = '') => process.stdout.write(`${text}\n`);

/** Whole seconds since `start` (milliseconds), e.g. "12 s" or "3 min 05 s". */
export function since(start) {
	const seconds = Math.round((Date.now() - start) / 1000);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** Runs a script's main function; a Failure is told in two lines, anything else with its stack. */
export async function main(run) {
	try {
		process.exitCode = (await run()) ?? 0;
	} catch (error) {
		process.exitCode = 1;
		if (!(error instanceof Failure)) return say(error.stack ?? String(error));
		say(`\n${error.message}`);
		if (error.fix) say(`  ${error.fix}`);
	}
}

export function requireNode(minimum = 20) {
	if (Number(process.versions.node.split('.')[0]) >= minimum) return;
	throw new Failure(
		`This is Node ${process.versions.node}; the project needs Node ${minimum} or newer.`,
		'Install it from your package manager or nodejs.org, then run the command again.',
	);
}
