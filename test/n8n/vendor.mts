import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the scripted vendor answers to one call; 'drop' cuts the connection, 'hang' never answers. */
export type Script =
	| { status: number; body?: string; headers?: Record<string, string> }
	| 'drop'
	| 'hang';

export interface SeenCall {
	method: string;
	path: string;
	headers: Record<string, string | string[] | undefined>;
	body: string;
}

/** A server that follows a script per path and remembers what it was asked. */
export async function startScriptedVendor(script: (call: SeenCall, count: number) => Script) {
	const calls: SeenCall[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const call: SeenCall = {
				method: request.method ?? '',
				path: request.url ?? '',
				headers: request.headers,
				body: Buffer.concat(chunks).toString('utf8'),
			};
			calls.push(call);
			const count = calls.filter(({ path }) => path === call.path).length;
			const answer = script(call, count);
			if (answer === 'hang') return;
			if (answer === 'drop') return void request.socket.destroy();
			response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
			response.end(answer.body ?? '{}');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		calls,
		close: async () =>
			await new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
