import { createStockShop } from '../../../sandbox/shopify/stock/stockShop.mts';
import type { StockProduct } from '../../../sandbox/shopify/stock/stockShop.mts';
import type { Till } from '../../../sandbox/shopify/stock/till.mts';
import { lastMonth, startMerchant, type Merchant } from '../../../scripts/demo/merchant.mts';

type Row = Record<string, unknown>;

/** Goods by their stock at the shop's two locations. */
const GOODS: StockProduct[] = [
	{ title: 'Lamp', sku: 'LAMP', stock: [10, 3] },
	{ title: 'Rug', sku: 'RUG', stock: [5, 2] },
	{ title: 'Mug', sku: 'MUG', stock: [8, 1] },
	{ title: 'Cup', sku: 'CUP', stock: [4, null] },
	{ title: 'Vase', sku: 'VASE', stock: [6, null], price: 2000, cost: 450 },
	{ title: 'Bowl', sku: 'BOWL', stock: [7, null] },
	{ title: 'Gift set', sku: 'SET', bundleOf: [{ sku: 'LAMP', quantity: 1 }] },
];

/** What QuickBooks counts of them; it does not know the others. */
const ON_HAND: Readonly<Record<string, number>> = { Lamp: 20, Rug: 3, Mug: 12, Cup: 4 };

/** Whatever happens in the shop happened an hour ago, so that nothing has "just changed". */
const HOUR_MS = 3_600_000;

/** A shop that sells from its stock, and a company that counts it. */
export interface Warehouse extends Merchant {
	till: Till;
	/** Available at the shop's first location, by SKU. */
	stock(): Record<string, number>;
	/** The same at the second one. */
	elsewhere(): Record<string, number>;
	/** Changes that the shop has been asked for. */
	writes(): number;
	/** QuickBooks' items by their SKU. */
	item(sku: string): Row | undefined;
	/** Has the shop sell right before it carries out the next change. */
	sellBeforeWriting(sku: string, quantity: number): Promise<void>;
}

export async function openWarehouse(): Promise<Warehouse> {
	const month = lastMonth();
	const shop = createStockShop({ products: GOODS, locations: 2, month });
	const now = new Date(Date.now() - HOUR_MS);
	const merchant = await startMerchant({ month, shop, now, till: true, limits: false });
	countInBooks(merchant, `${month}-01`);
	const { shopify, quickBooks } = merchant;
	const till = shopify.till!;
	const [first, second] = shop.locations;
	const at = (place: typeof first) => {
		const skus = ['LAMP', 'RUG', 'MUG', 'CUP'];
		return Object.fromEntries(skus.map((sku) => [sku, till.stock(sku, place)]));
	};
	return {
		...merchant,
		till,
		stock: () => at(first),
		elsewhere: () => at(second),
		writes: () => shopify.control.log.all().filter(({ label }) => /^mutation/.test(label)).length,
		item: (sku) => quickBooks.company.all('Item').find(({ Sku }) => Sku === sku),
		sellBeforeWriting: async (sku, quantity) => {
			const lines = [{ variant: sku, quantity }];
			const body = JSON.stringify({ do: 'sell', lines, before: 'mutation' });
			await fetch(`${shopify.url}/_control/till`, { method: 'POST', body });
		},
	};
}

function countInBooks({ quickBooks: { company } }: Merchant, since: string): void {
	const ref = (name: string) => {
		const account = company.all('Account').find(({ Name }) => Name === name);
		return { value: String(account?.Id) };
	};
	for (const [name, onHand] of Object.entries(ON_HAND)) {
		company.create('Item', {
			Name: name,
			Sku: name.toUpperCase(),
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: onHand,
			PurchaseCost: 5,
			InvStartDate: since,
			IncomeAccountRef: ref('Sales of Product Income'),
			ExpenseAccountRef: ref('Cost of Goods Sold'),
			AssetAccountRef: ref('Inventory Asset'),
		});
	}
}
