import { fingerprint } from './fingerprint';

/** "3F2A-91C0": the same for the same text, another for another. No secret, only a sign of having looked. */
export function shortCode(text: string): string {
	// twice, because the first digits of one fingerprint hardly depend on the end of the text
	const code = fingerprint(fingerprint(text)).slice(0, 8).toUpperCase();
	return `${code.slice(0, 4)}-${code.slice(4)}`;
}
