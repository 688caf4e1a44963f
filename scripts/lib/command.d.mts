import type { SpawnOptions } from 'node:child_process';

export declare function quietly(
	label: string,
	command: string,
	args: string[],
	options?: SpawnOptions,
): Promise<void>;
export declare function loudly(
	command: string,
	args: string[],
	options?: SpawnOptions,
): Promise<number | string>;
export declare function collect(
	command: string,
	args: string[],
	options?: SpawnOptions,
): Promise<{ code: number | string; lines: string[] }>;
