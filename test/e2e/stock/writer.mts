import assert from 'node:assert/strict';

import type { INodeCredentialsDetails } from 'n8n-workflow';

import { shopifyApp, type Merchant } from '../../../scripts/demo/merchant.mts';
import type { Template } from '../../../scripts/n8n/workshop.mts';
import { connect, createCredential, type Stage } from '../stage.mts';

const TYPE = 'shopifyStoreOAuth2Api';
const WRITE = 'write_inventory';

/** Puts a credential into the template: one that may write stock, or one that may not. */
export interface Writer {
	use(which: 'writing' | 'reading'): Promise<void>;
}

/** Connects the shop by consent, with and without "Write Stock to Shopify". */
export async function connectWriter(
	{ checks, workshop: { rest } }: Stage,
	{ shopify }: Merchant,
	{ imported }: Template,
): Promise<Writer> {
	const made = new Map<string, INodeCredentialsDetails>();
	const connected = async (which: string, writeStock: boolean): Promise<string[]> => {
		const name = `Shopify (${which})`;
		const data = { ...shopifyApp(shopify), ...(writeStock ? { writeStock } : {}) };
		const { id } = await createCredential(rest, { name, type: TYPE, data });
		const { asked, page } = await connect(rest, id);
		assert.match(page, /successful/i);
		made.set(which, { id, name });
		return String(asked.searchParams.get('scope')).split(',');
	};
	const use: Writer['use'] = async (which) => {
		const credential = made.get(which);
		assert.ok(credential, `${which} is not connected`);
		await rest.editNodes(String(imported.id), (node) =>
			node.credentials?.[TYPE]
				? { ...node, credentials: { ...node.credentials, [TYPE]: credential } }
				: node,
		);
	};
	await checks.check(
		'only "Write Stock to Shopify" asks for the right to write stock',
		async () => {
			assert.ok(!(await connected('reading', false)).includes(WRITE));
			assert.ok((await connected('writing', true)).includes(WRITE));
			await use('writing');
		},
	);
	return { use };
}
