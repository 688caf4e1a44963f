import { isItemised } from '../../nodes/accounting/documentTotals';
import type { AccountingDocument } from '../../nodes/accounting/documents';
import { openSession } from '../../nodes/quickbooks/session';
import { readEverything, saleDocuments } from '../ledger/bookedShop.mts';
import { overHttp } from '../quickbooks/books.mts';
import { shopWithBooks } from './engine.mts';

/** The generator makes the same shop of the same seed. */
const SHOP = { seed: 3, month: '2026-10', orders: 60 };

it('creates the very items that posting then finds for the lines of orders', async () => {
	const side = await shopWithBooks();
	const { documents } = saleDocuments(await readEverything(SHOP));
	const references = (documents as AccountingDocument[])
		.filter(isItemised)
		.flatMap(({ lines }) => lines)
		.filter(({ category }) => category === 'Product')
		.map(({ item }) => item);
	const missing = async () => {
		const { access_token: token } = side.quickBooks.issueTokens();
		const session = await openSession({
			send: async (request) => await overHttp(request, token),
			clock: { now: () => Date.now(), sleep: async () => await Promise.resolve() },
			baseUrl: side.quickBooks.url,
			realmId: side.quickBooks.realmId,
		});
		if (session.kind !== 'done') throw new Error(JSON.stringify(session));
		const { directory, client } = session.value;
		await directory.items.load(client, references);
		return new Set(
			references
				.filter((each) => directory.items.find(each, true, () => '').state !== 'found')
				.map(({ sku, name }) => sku ?? name),
		);
	};
	const before = await missing();
	const { rows } = await side.sync({ mode: 'Apply' });
	const after = await missing();
	const known = (skuOrName: string) =>
		rows.some(
			({ status, sku, product }) => status === 'Created' && [sku, product].includes(skuOrName),
		);
	expect([...before].filter(known).length).toBeGreaterThan(15);
	expect([...after].filter(known)).toEqual([]);
	// What is left is no product of the shop any more, or was told to be ambiguous
	const told = rows
		.filter(({ status }) => status === 'Skipped')
		.flatMap(({ sku, product }) => [sku, product]);
	const unknown = [...after].filter((each) => !told.includes(each));
	expect(unknown.length).toBeLessThan(before.size / 4);
	await side.close();
});
