import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What n8n's "SMTP account" needs to reach the mailbox. */
export interface MailboxCredential {
	[field: string]: string | number | boolean;
}

/** A mail server on the loopback address that keeps what it is given and sends nothing on. */
export interface Mailbox {
	credential: MailboxCredential;
	/** Whole messages as they came, the oldest first. */
	messages: string[];
}

/** It ends with the process. */
export async function openMailbox(): Promise<Mailbox> {
	const messages: string[] = [];
	const server = createServer((socket) => talk(socket, messages));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	server.unref();
	const { port } = server.address() as AddressInfo;
	const account = { user: '', password: '', host: '127.0.0.1', port };
	return { credential: { ...account, secure: false, disableStartTls: true }, messages };
}

const END_OF_MESSAGE = '\r\n.\r\n';

/** As much of SMTP (RFC 5321) as a client needs that neither signs in nor encrypts. */
function talk(socket: Socket, messages: string[]): void {
	let unread = '';
	let isMessage = false;
	const answer = (text: string) => socket.write(`${text}\r\n`);
	const step = (): boolean => {
		const end = isMessage ? END_OF_MESSAGE : '\r\n';
		const at = unread.indexOf(end);
		if (at < 0) return false;
		const text = unread.slice(0, at);
		unread = unread.slice(at + end.length);
		if (isMessage) messages.push(text.replaceAll('\r\n..', '\r\n.'));
		isMessage = !isMessage && /^DATA$/i.test(text);
		if (isMessage) answer('354 go on');
		else if (/^QUIT$/i.test(text)) socket.end('221 bye\r\n');
		else answer('250 ok');
		return true;
	};
	socket.on('error', () => socket.destroy());
	socket.setEncoding('utf8').on('data', (chunk: string) => {
		unread += chunk;
		while (step());
	});
	answer('220 mailbox');
}

/** The first attached HTML file of a message. */
export function attachedHtml(message: string): string | undefined {
	const parts = message.split(/\r\n--[^\r\n]+\r\n/);
	const part = parts.find((each) => /content-disposition: attachment/i.test(each));
	if (part === undefined || !/content-type: text\/html/i.test(part)) return undefined;
	const body = part.slice(part.indexOf('\r\n\r\n')).split('\r\n--')[0];
	return Buffer.from(body, 'base64').toString('utf8');
}
