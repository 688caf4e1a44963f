import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { ShopifyStoreAccessTokenApi } from '../../credentials/ShopifyStoreAccessTokenApi.credentials';
import { ShopifyStoreClientCredentialsApi } from '../../credentials/ShopifyStoreClientCredentialsApi.credentials';
import { ShopifyStoreOAuth2Api } from '../../credentials/ShopifyStoreOAuth2Api.credentials';
import type { RunResult } from '../../engine/index.mts';
import { ShopifyRecords } from '../../nodes/ShopifyRecords/ShopifyRecords.node';
import { runNode } from '../engine/runNode.mts';

const credentialTypes = [
	new ShopifyStoreOAuth2Api(),
	new ShopifyStoreClientCredentialsApi(),
	new ShopifyStoreAccessTokenApi(),
];

/** Two items, so that one node works on both. */
const ITEMS = [{ hours: 1 }, { hours: 2 }];

/** Runs the node on one input item (or two) in n8n's own engine. */
export async function readRecords(
	credentials: Record<string, ICredentialDataDecryptedObject>,
	parameters: object,
	{ onError, items = 1 }: { onError?: INode['onError']; items?: 1 | 2 } = {},
): Promise<RunResult> {
	return await runNode({
		name: 'Read',
		node: new ShopifyRecords(),
		items: ITEMS.slice(0, items),
		parameters,
		onError,
		credentialTypes,
		credentials,
	});
}
