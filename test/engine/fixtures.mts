import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import n8n from '../../engine/n8n.cjs';
import { loadPackages } from '../../engine/nodeTypes.mts';

/** The built-in nodes and a small package of the test's own, loaded as n8n loads them. */
export const fixtureTypes = async () =>
	await loadPackages([join(n8n.packageFolder, 'test/engine/fixture'), n8n.builtInFolder()]);

/** An API whose tokens are used up by an expiry, with refresh tokens that work once. */
export async function startVendor() {
	const state = { access: 'access-1', refresh: 'refresh-1', issued: 1, revoked: false };
	const refreshes: string[] = [];
	const server = createServer((request, response) => {
		void body(request).then((text) => {
			const [status, answer] = answerTo(request, text);
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer));
		});
	});
	function answerTo({ url, headers }: IncomingMessage, text: string): [number, unknown] {
		if (url !== '/token') {
			const welcome = headers.authorization === `Bearer ${state.access}`;
			return welcome ? [200, { asked: url }] : [401, { error: 'invalid_token' }];
		}
		const form = new URLSearchParams(text);
		refreshes.push(form.get('grant_type') ?? '');
		const wrong = form.has('refresh_token') && form.get('refresh_token') !== state.refresh;
		if (state.revoked || wrong) return [400, { error: 'invalid_grant' }];
		state.issued += 1;
		state.access = `access-${state.issued}`;
		state.refresh = `refresh-${state.issued}`;
		return [
			200,
			{
				token_type: 'bearer',
				access_token: state.access,
				refresh_token: state.refresh,
				expires_in: 3600,
			},
		];
	}
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		state,
		refreshes,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}

async function body(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
