import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A mail server on the loopback address that keeps what it is given. */
export interface Mailbox {
	/** As n8n's SMTP credential wants it. */
	credential: Record<string, string | number | boolean>;
	/** Each as it came over the wire. */
	mails: string[];
	close(): Promise<void>;
}

export async function openMailbox(): Promise<Mailbox> {
	const mails: string[] = [];
	const server = createServer((socket) => {
		let mail: string | undefined;
		let rest = '';
		const answer = (line: string) => {
			if (mail !== undefined) {
				if (line !== '.') {
					mail += `${line}\n`;
					return;
				}
				mails.push(mail);
				mail = undefined;
				socket.write('250 kept\r\n');
			} else if (/^DATA/i.test(line)) {
				mail = '';
				socket.write('354 go on\r\n');
			} else if (/^QUIT/i.test(line)) {
				socket.end('221 bye\r\n');
			} else {
				socket.write('250 ok\r\n');
			}
		};
		socket.write('220 mailbox\r\n');
		socket.on('data', (chunk) => {
			const lines = (rest + chunk.toString('latin1')).split('\r\n');
			rest = lines.pop() ?? '';
			lines.forEach(answer);
		});
		socket.on('error', () => socket.destroy());
	});
	const port = await listening(server);
	return {
		credential: {
			host: '127.0.0.1',
			port,
			secure: false,
			disableStartTls: true,
			user: '',
			password: '',
		},
		mails,
		close: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

async function listening(server: Server): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}
