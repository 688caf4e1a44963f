import { say, since } from '../../scripts/lib/console.mjs';

/** Named checks, one after the other: each passes or fails by itself and says so at once. */
export class Checks {
	passed = 0;
	failed = 0;

	async check(name: string, run: () => Promise<void> | void): Promise<void> {
		const start = Date.now();
		try {
			await run();
			this.passed += 1;
			say(`  ok      ${name} (${since(start)})`);
		} catch (error) {
			this.failed += 1;
			say(`  FAILED  ${name} (${since(start)})`);
			const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
			say(text.replace(/^/gm, '          '));
		}
	}
}
