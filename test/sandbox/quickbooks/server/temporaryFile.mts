import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function temporaryFile(name: string): { path: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'quickbooks-sandbox-'));
	return { path: join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}
