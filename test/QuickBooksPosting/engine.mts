import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { QuickBooksCompanyOAuth2Api } from '../../credentials/QuickBooksCompanyOAuth2Api.credentials';
import type { RunResult } from '../../engine/index.mts';
import { QuickBooksPosting } from '../../nodes/QuickBooksPosting/QuickBooksPosting.node';
import type { QuickBooksSandbox } from '../../sandbox/quickbooks/start.mts';
import { runNode } from '../engine/runNode.mts';

/** A credential as it is stored after connecting. */
export function connected(
	sandbox: QuickBooksSandbox,
	changes: IDataObject = {},
): ICredentialDataDecryptedObject {
	return {
		environment: 'sandbox',
		clientId: sandbox.clientId,
		clientSecret: sandbox.clientSecret,
		baseUrl: sandbox.url,
		companyId: '',
		oauthTokenData: {
			...sandbox.issueTokens(),
			callbackQueryString: { realmId: sandbox.realmId },
		},
		...changes,
	} as ICredentialDataDecryptedObject;
}

/** Runs the node on these documents in n8n's own engine. */
export async function runPosting(
	documents: readonly unknown[],
	credential: ICredentialDataDecryptedObject,
	parameters: IDataObject = {},
	onError?: INode['onError'],
): Promise<RunResult> {
	return await runNode({
		name: 'Post',
		node: new QuickBooksPosting(),
		items: documents,
		parameters,
		onError,
		credentialTypes: [new QuickBooksCompanyOAuth2Api()],
		credentials: { quickBooksCompanyOAuth2Api: credential },
	});
}
