import { openStores } from './stores.mts';

it('hundreds of products take a handful of calls, and 250 changes one mutation', async () => {
	const titles = Array.from({ length: 300 }, (_, index) => `Product ${index + 1}`);
	const skuOf = (title: string) => title.replace('Product ', 'SKU-');
	const stores = await openStores({
		products: titles.map((title) => ({ title, sku: skuOf(title), stock: [10] })),
	});
	for (const [index, title] of titles.entries()) {
		stores.room.item(title, index < 275 ? 12 : 10, { Sku: skuOf(title) });
	}
	stores.till.sell({ lines: [{ variant: 'SKU-2', quantity: 1 }] });
	const preview = await stores.run();
	const [, [{ json }]] = preview.outputs.Sync;
	expect(json).toMatchObject({ products: { change: 275, same: 25, failed: 0 }, pieces: 550 });
	// company, preferences, a page of items, the documents of the days by their kinds, one item once more
	expect((json.calls as { quickBooks: { reads: number } }).quickBooks.reads).toBeLessThanOrEqual(
		11,
	);
	expect(stores.shopify.control.log.count()).toBeLessThanOrEqual(12);
	const confirmationCode = String(json.confirmationCode);
	const { outputs } = await stores.run({ mode: 'Apply', confirmationCode });
	expect(outputs.Sync[1][0].json).toMatchObject({ products: { done: 275 }, rounds: 1 });
	const sent = stores.shopify.control.log.all().map(({ label }) => label);
	expect(sent.filter((label) => label.includes('SetQuantities'))).toHaveLength(2);
	await stores.close();
}, 120_000);
