import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

const KEY_ID = 'sandbox-key';
const ENCODING = 'base64url';

/** Signs OpenID Connect id tokens; the key pair is made when the first one is asked for. */
export class IdTokens {
	private keys?: { publicKey: KeyObject; privateKey: KeyObject };

	sign(claims: { issuer: string; audience: string; realmId: string; now: Date }): string {
		const issuedAt = Math.floor(claims.now.getTime() / 1000);
		const header = { kid: KEY_ID, alg: 'RS256' };
		const payload = {
			sub: USER.sub,
			aud: [claims.audience],
			realmid: claims.realmId,
			auth_time: issuedAt,
			iss: claims.issuer,
			exp: issuedAt + 3600,
			iat: issuedAt,
		};
		const content = [header, payload]
			.map((part) => Buffer.from(JSON.stringify(part)).toString(ENCODING))
			.join('.');
		const signature = createSign('RSA-SHA256')
			.update(content)
			.sign(this.pair().privateKey, ENCODING);
		return `${content}.${signature}`;
	}

	/** The JWKS document. */
	publicKeys(): { keys: unknown[] } {
		const { n, e, kty } = this.pair().publicKey.export({ format: 'jwk' });
		return { keys: [{ kty, e, use: 'sig', kid: KEY_ID, alg: 'RS256', n }] };
	}

	private pair() {
		this.keys ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
		return this.keys;
	}
}

/** The person who consents in the sandbox. */
export const USER = {
	sub: '5b0f2a3e-0000-4000-8000-000000000001',
	email: 'bookkeeper@sandbox.example',
	emailVerified: true,
	givenName: 'Sandbox',
	familyName: 'Bookkeeper',
};
