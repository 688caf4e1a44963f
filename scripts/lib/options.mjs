import { parseArgs } from 'node:util';

import { say } from './console.mjs';

/** The options of a command; an option that nobody knows ends it with those there are, not with a stack. */
export function optionsOf(command, options) {
	try {
		return parseArgs({ options }).values;
	} catch (error) {
		const known = Object.entries(options).map(([name, { type }]) =>
			type === 'boolean' ? `--${name}` : `--${name} <value>`,
		);
		say(`${error.message.split('. ')[0]}.`);
		say(`  Options: npm run ${command} -- ${known.join(' ')}`);
		return process.exit(1);
	}
}
