import { salesReceiptPolicy, type SalesReceiptSettings } from '../../nodes/accounting/policy';
import type { Connection } from '../../nodes/quickbooks/client';
import { post, type PostResult } from '../../nodes/quickbooks/post';
import { openSession } from '../../nodes/quickbooks/session';
import type { ShopifyClient } from '../../nodes/shopify/client';
import { readOrders } from '../../nodes/shopify/readOrders';
import { readShop } from '../../nodes/shopify/shop';
import type { SendHttp } from '../../nodes/shopify/types';
import { mapAll } from '../accounting/mapped';
import { ALL } from '../quickbooks/books.mts';

type Item = Record<string, unknown>;

/** What every booking needs. */
interface Desk {
	connection: Connection;
	settings?: SalesReceiptSettings;
	/** Refunds are often booked by another workflow, at another time. */
	kinds?: 'all' | 'sales';
}

export interface Bookkeeping extends Desk {
	client: ShopifyClient;
	/** Fetches the file of a bulk operation. */
	download: SendHttp;
	/** Milliseconds: orders that changed since are booked. */
	since: number;
}

const ANY_GATEWAY = [{ gateway: '*', account: { account: 'Clearing', type: 'Bank' as const } }];

/** What a workflow of the package does every hour: reads orders, maps them, posts what is missing. */
export async function keepBooks(work: Bookkeeping): Promise<PostResult[]> {
	const { client, download, since } = work;
	const shop = await readShop(client);
	if (!shop.ok) throw new Error(shop.problem.what);
	const search = { date: 'updatedAt' as const, from: since, includeTest: false };
	const read = await readOrders({ client, shop: shop.value, search }, { download });
	if (!read.ok) throw new Error(read.problem.what);
	return await bookOrders(read.value.orders, work);
}

/** Maps orders as they were read, and posts what is missing. */
export async function bookOrders(
	orders: readonly Item[],
	{ connection, settings, kinds = 'all' }: Desk,
): Promise<PostResult[]> {
	const policy = salesReceiptPolicy({
		paymentAccounts: ANY_GATEWAY,
		...settings,
		asOf: new Date(connection.clock.now()).toISOString(),
	});
	const documents = orders.flatMap((order) => {
		const mapped = mapAll(order, policy);
		if (mapped.problems.length > 0) throw new Error(mapped.problems.join('; '));
		return kinds === 'sales' ? mapped.sale : mapped.documents;
	});
	if (documents.length === 0) return [];
	const session = await openSession(connection, ALL);
	if (session.kind !== 'done') throw new Error(JSON.stringify(session));
	const answer = await post(session.value, documents);
	if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
	return answer.value.results;
}
