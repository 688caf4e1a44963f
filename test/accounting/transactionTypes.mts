import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

interface Published {
	data: {
		__schema: { types: Array<{ name: string; enumValues?: Array<{ name: string }> | null }> };
	};
}

/** Shopify's own list of balance-transaction types, Admin API 2026-10, from @shopify/dev-mcp. */
export function transactionTypes(): string[] {
	const folder = join(process.cwd(), 'node_modules/@shopify/dev-mcp/dist/data');
	const packed = readFileSync(join(folder, 'admin_2026-10.json.gz'));
	const { data } = JSON.parse(gunzipSync(packed).toString('utf8')) as Published;
	const found = data.__schema.types.find(({ name }) => name === 'ShopifyPaymentsTransactionType');
	return (found?.enumValues ?? []).map(({ name }) => name);
}
