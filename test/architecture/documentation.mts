import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A page of the documentation, by its path from the root. */
export function documentation(file: string): string {
	return readFileSync(path.join(process.cwd(), file), 'utf8');
}
