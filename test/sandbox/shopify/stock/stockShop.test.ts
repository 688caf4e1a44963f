import { createStockShop } from '../../../../sandbox/shopify/stock/stockShop.mts';
import type { ProductVariant } from '../../../../sandbox/shopify/shop/model.mts';
import { flat } from '../shop/flat.mts';
import { readSchema, SchemaCheck } from '../shop/schemaCheck.mts';
import { codesOf, effort, openShop, read, setStock, type StockSandbox } from './stockApi.mts';

const usual = createStockShop({ count: 100, mix: 'usual', locations: 3 });

let sandbox: StockSandbox | undefined;
afterEach(async () => {
	await sandbox?.close();
	sandbox = undefined;
});

describe('a shop for stock', () => {
	it('has everything that stock can be', () => {
		const variants = usual.productVariants;
		const count = (test: (variant: ProductVariant) => boolean) => variants.filter(test).length;
		const available = ({ inventoryItem }: ProductVariant) =>
			inventoryItem.inventoryLevels.map(({ quantities }) => quantities[0].quantity);
		expect(usual.locations).toHaveLength(3);
		expect({
			variants: variants.length,
			untracked: count(({ inventoryItem }) => !inventoryItem.tracked),
			bundles: count(({ requiresComponents }) => requiresComponents === true),
			giftCards: count(({ product }) => product.isGiftCard),
			noSku: count(({ sku }) => sku === null),
			sharedSku: count(({ inventoryItem }) => Number(inventoryItem.duplicateSkuCount) > 0),
			oversold: count((variant) => available(variant).some((quantity) => quantity < 0)),
			stockedNowhere: count((variant) => available(variant).length === 0),
			notAtTheFirst: count(
				({ inventoryItem }) =>
					inventoryItem.inventoryLevels.length > 0 &&
					inventoryItem.inventoryLevels.every(({ location }) => location !== usual.locations[0]),
			),
			noCost: count(({ inventoryItem }) => inventoryItem.unitCost === null),
		}).toEqual({
			variants: 100,
			untracked: 3,
			bundles: 1,
			giftCards: 1,
			noSku: 2,
			sharedSku: 2,
			oversold: 1,
			stockedNowhere: 3,
			notAtTheFirst: 1,
			noCost: 2,
		});
	});

	it('is the same from the same options, and fits the schema', () => {
		const options = { count: 100, mix: 'usual', locations: 3 } as const;
		expect(flat(createStockShop(options))).toBe(flat(usual));
		const check = new SchemaCheck(readSchema());
		for (const product of usual.products) check.check(product, 'Product');
		for (const location of usual.locations) check.check(location, 'Location');
		expect([...check.problems]).toEqual([]);
	});

	it('adds up: totals are the sums of levels, on hand of its parts', () => {
		for (const { inventoryItem, inventoryQuantity } of usual.productVariants) {
			const sums = inventoryItem.inventoryLevels.map(({ quantities }) =>
				Object.fromEntries(quantities.map(({ name, quantity }) => [name, quantity])),
			);
			expect(sums.reduce((sum, { available }) => sum + available, 0)).toBe(inventoryQuantity);
			expect(sums.every((one) => one.on_hand === one.available + one.committed)).toBe(true);
		}
	});

	it('takes products by hand, and refuses the stock of a bundle', async () => {
		const products = [
			{ title: 'Cup', sku: 'CUP', stock: [10], cost: 250, price: 900 },
			{ title: 'Set', sku: 'SET', bundleOf: [{ sku: 'CUP', quantity: 2 }] },
		];
		sandbox = await openShop({ products });
		const { productVariants } = await read<Record<string, { nodes: object[] }>>(
			sandbox,
			`{ productVariants(first: 9) { nodes { sku requiresComponents inventoryItem { unitCost { amount } }
				productVariantComponents(first: 5) { nodes { quantity productVariant { sku } } } } } }`,
		);
		expect(productVariants.nodes).toMatchObject([
			{ sku: 'CUP', requiresComponents: false, productVariantComponents: { nodes: [] } },
			{
				sku: 'SET',
				requiresComponents: true,
				productVariantComponents: { nodes: [{ quantity: 2, productVariant: { sku: 'CUP' } }] },
			},
		]);
		const refused = await setStock(sandbox, [
			{ sku: 'CUP', from: 10, to: 4 },
			{ sku: 'SET', from: 0, to: 4 },
		]);
		expect(refused.userErrors).toMatchObject([
			{
				field: ['input', 'quantities', '1', 'inventoryItemId'],
				code: 'NON_MUTABLE_INVENTORY_ITEM',
			},
		]);
		expect(codesOf(await setStock(sandbox, [{ sku: 'CUP', from: 10, to: 4 }], 'k2'))).toEqual([]);
	});

	it('of 5,000 products is made and read in seconds', async () => {
		const options = { count: 5000, locations: 3 };
		expect(effort(() => createStockShop(options))).toBeLessThan(3000);
		sandbox = await openShop(options, { realTimeThrottle: false });
		const page = `query Page($c: String) { productVariants(first: 250, after: $c) {
			nodes { sku } pageInfo { hasNextPage endCursor } } }`;
		const skus = new Set<string>();
		for (let c: string | null = null, more = true; more; ) {
			const data: {
				productVariants: {
					nodes: Array<{ sku: string }>;
					pageInfo: { hasNextPage: boolean; endCursor: string };
				};
			} = await read(sandbox, page, { variables: { c } });
			for (const { sku } of data.productVariants.nodes) skus.add(sku);
			({ hasNextPage: more, endCursor: c } = data.productVariants.pageInfo);
		}
		expect(skus.size).toBe(5000);
	});
});
