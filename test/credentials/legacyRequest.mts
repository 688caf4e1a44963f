import { createRequire } from 'node:module';
import { join } from 'node:path';
import n8n from '../../engine/n8n.cjs';

/** `helpers.request` of n8n-core, the only HTTP that a credential test gets. */
export function legacyRequest() {
	const require = createRequire(join(n8n.packageFolder, 'package.json'));
	const folder = join(n8n.packageFolder, 'node_modules/n8n-core/dist/execution-engine');
	const { CredentialTestContext } = require(
		join(folder, 'node-execution-context/credentials-test-context.js'),
	) as {
		CredentialTestContext: new (data: object) => {
			helpers: { request: (options: object) => Promise<unknown> };
		};
	};
	return new CredentialTestContext({}).helpers.request;
}
