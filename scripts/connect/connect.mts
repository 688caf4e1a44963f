import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { connectCompany } from './connectCompany.mts';

/** What is typed for a secret is not shown. */
async function ask(question: string, { hidden } = { hidden: false }): Promise<string> {
	process.stdout.write(question);
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const output = hidden ? silent : process.stdout;
	const terminal = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
	const answer = await terminal.question('').finally(() => terminal.close());
	if (hidden) process.stdout.write('\n');
	return answer;
}

const print = (text: string) => process.stdout.write(`${text}\n`);

await connectCompany(process.argv.slice(2), process.env, { print, ask }).catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
