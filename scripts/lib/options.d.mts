import type { parseArgs, ParseArgsConfig } from 'node:util';

export function optionsOf<const O extends NonNullable<ParseArgsConfig['options']>>(
	command: string,
	options: O,
): ReturnType<typeof parseArgs<{ options: O }>>['values'];
