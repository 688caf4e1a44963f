import type { Random } from '../shop/random.mts';
import type { StockProduct } from './stockShop.mts';

/** What is odd about the product of this place in a hundred. */
const ODD: Readonly<Record<number, (plain: StockProduct, index: number) => Partial<StockProduct>>> =
	{
		7: () => ({ tracked: false }),
		13: (_plain, index) => ({
			bundleOf: [
				{ sku: skuOf(index - 1), quantity: 1 },
				{ sku: skuOf(index - 2), quantity: 2 },
			],
			stock: [],
		}),
		19: () => ({ giftCard: true, taxable: false, sku: null, price: 5000, stock: [] }),
		23: (_plain, index) => ({ sku: skuOf(index - 1) }),
		29: () => ({ sku: null }),
		31: ({ stock = [] }) => ({ stock: stock.map((available) => available && -3) }),
		37: () => ({ stock: [] }),
		41: () => ({ cost: null }),
		43: ({ stock = [] }) => ({ stock: [null, ...stock.slice(1)] }),
		47: ({ sku }) => ({ sku: ` ${String(sku).toLowerCase()} ` }),
		53: () => ({ status: 'DRAFT' }),
		59: () => ({ status: 'ARCHIVED' }),
	};

const skuOf = (index: number): string => `SKU-${index + 1}`;

/** Products "SKU-1", "SKU-2", …: 1 in 8 is odd in a usual shop. */
export function mixedProducts(
	random: Random,
	count: number,
	mix: 'plain' | 'usual',
	locations: number,
): StockProduct[] {
	return Array.from({ length: count }, (_, index) => {
		const plain: StockProduct = {
			title: `Product ${index + 1}`,
			sku: skuOf(index),
			price: random.int(100, 20_000),
			stock: Array.from({ length: locations }, (_place, place) =>
				place === 0 || random.chance(60) ? random.int(0, 200) : null,
			),
		};
		return mix === 'plain' ? plain : { ...plain, ...ODD[index % 100]?.(plain, index) };
	});
}
