import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';

import type { App, TokenData } from './consent.mts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A credential as `n8n import:credentials` takes it; n8n encrypts it while importing. */
export function credentialOf(app: App, realmId: string, tokens: TokenData, name: string) {
	return {
		id: newId(),
		name,
		type: 'quickBooksCompanyOAuth2Api',
		data: {
			environment: app.environment,
			clientId: app.clientId,
			clientSecret: app.clientSecret,
			companyId: realmId,
			baseUrl: app.baseUrl,
			oauthTokenData: { ...tokens, callbackQueryString: { realmId } },
		},
	};
}

/** For its owner's eyes only, from its first byte on. @throws Error if the file is there already. */
export async function writePrivately(file: string, content: unknown): Promise<void> {
	const handle = await open(file, 'wx', 0o600);
	await handle.writeFile(`${JSON.stringify(content, null, '\t')}\n`).finally(() => handle.close());
}

/** n8n's ids have 16 letters and digits. */
function newId(): string {
	return [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
