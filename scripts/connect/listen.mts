import { createServer, type ServerResponse } from 'node:http';

export interface Listener {
	/** The address that Intuit leads back to, once it does. */
	callback: Promise<string>;
	close(): void;
}

const DONE = 'QuickBooks has answered. You can close this page and go back to the terminal.';

/** Listens on the loopback address of a redirect URI; other paths (a favicon) are none of ours. */
export async function listen(redirectUri: string): Promise<Listener> {
	const { port, pathname } = new URL(redirectUri);
	let arrived: (address: string) => void = () => undefined;
	const callback = new Promise<string>((resolve) => {
		arrived = resolve;
	});
	const server = createServer((request, response) => {
		const address = new URL(request.url ?? '/', redirectUri);
		if (address.pathname !== pathname) return reply(response, 404, 'Not here');
		reply(response, 200, DONE);
		arrived(address.href);
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(Number(port || 80), '127.0.0.1', resolve);
	});
	return {
		callback,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** Intuit takes http only for a machine's own address, and only for its development keys. */
export function isLoopback(redirectUri: string): boolean {
	const { protocol, hostname } = new URL(redirectUri);
	return protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
}

function reply(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}
