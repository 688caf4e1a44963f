import { CREDENTIAL_BLANKING_VALUE } from 'n8n-workflow';

import type { Merchant } from '../../scripts/demo/merchant.mts';
import type { N8nRest } from '../../scripts/n8n/rest.mts';
import type { Workshop } from '../../scripts/n8n/workshop.mts';
import type { ShopifySandbox } from '../../sandbox/shopify/start.mts';
import type { Checks } from './checks.mts';

/** Everything a check may use: one merchant, one n8n, and a shop whose tokens expire. */
export interface Stage {
	checks: Checks;
	merchant: Merchant;
	workshop: Workshop;
	expiringShop: ShopifySandbox;
	chromium: string;
}

interface Stored {
	id: string;
	name: string;
	type: string;
}

/** Makes a credential as the editor does when its form is saved. */
export async function createCredential(
	rest: N8nRest,
	credential: { name: string; type: string; data: unknown },
): Promise<Stored> {
	return await rest.post<Stored>('/rest/credentials', credential);
}

/** Presses "Connect", says yes on the vendor's page, and comes back to n8n. */
export async function connect(rest: N8nRest, id: string): Promise<{ asked: URL; page: string }> {
	const asked = new URL(await rest.get<string>(`/rest/oauth2-credential/auth?id=${id}`));
	let at = asked.href;
	for (let hop = 0; hop < 5 && !at.includes('/rest/oauth2-credential/callback'); hop += 1) {
		const response = await fetch(at, { redirect: 'manual' });
		const location = response.headers.get('location');
		if (!location) throw new Error(`No redirect from ${at}: ${await response.text()}`);
		at = new URL(location, at).href;
	}
	const { text } = await rest.page(at);
	return { asked, page: text };
}

/** n8n's answer to a credential's "Test". */
export async function testCredential(rest: N8nRest, { id }: Stored) {
	const credential = await rest.get<Stored & { data: unknown }>(
		`/rest/credentials/${id}?includeData=true`,
	);
	// n8n puts the stored tokens where the placeholder of a hidden value stands.
	const data = { ...(credential.data as object), oauthTokenData: CREDENTIAL_BLANKING_VALUE };
	return await rest.post<{ status: string; message: string }>('/rest/credentials/test', {
		credentials: { ...credential, data },
	});
}
