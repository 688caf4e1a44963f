import type { Company } from '../../sandbox/quickbooks/company/company.mts';
import type { Json, Row } from '../../sandbox/quickbooks/company/types.mts';

export interface StockItem {
	name: string;
	sku: string | null;
	/** Pieces at the start, and the cents that each cost. */
	pieces: number;
	cost: number;
	/** First day of its stock. */
	from: string;
}

/** All companies here are copies of one, whose lists have the same ids. */
const seededIds = new Map<string, string>();

/** What people do to the stock in QuickBooks itself, by its own forms. */
export class Warehouse {
	private readonly ids = new Map<string, string>();

	constructor(readonly company: Company) {}

	stock({ name, sku, pieces, cost, from }: StockItem): string {
		const { Id } = this.company.create('Item', {
			Name: name,
			...(sku === null ? {} : { Sku: sku }),
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: pieces,
			PurchaseCost: cost / 100,
			UnitPrice: 20,
			InvStartDate: from,
			Taxable: true,
			IncomeAccountRef: this.ref('Account', 'Sales of Product Income'),
			ExpenseAccountRef: this.ref('Account', 'Cost of Goods Sold'),
			AssetAccountRef: this.ref('Account', 'Inventory Asset'),
		}) as Row;
		this.ids.set(name, Id);
		return Id;
	}

	/** @returns the id of the item. */
	idOf(name: string): string {
		return this.ids.get(name) ?? '';
	}

	/** A bill of the supplier: goods come in at what they cost. */
	receive(name: string, pieces: number, cents: number, day: string): void {
		this.company.create('Bill', {
			TxnDate: day,
			VendorRef: this.ref('Vendor', "Chin's Mug Works"),
			Line: [
				{
					Amount: (pieces * cents) / 100,
					DetailType: 'ItemBasedExpenseLineDetail',
					ItemBasedExpenseLineDetail: {
						ItemRef: { value: this.idOf(name) },
						Qty: pieces,
						UnitPrice: cents / 100,
					},
				},
			],
		});
	}

	/** A count or a breakage: so many pieces more or less than the books say. */
	adjust(name: string, difference: number, day: string): void {
		this.company.create('InventoryAdjustment', {
			TxnDate: day,
			AdjustAccountRef: this.ref('Account', 'Inventory Shrinkage'),
			Line: [
				{
					DetailType: 'ItemAdjustmentLineDetail',
					ItemAdjustmentLineDetail: {
						ItemRef: { value: this.idOf(name) },
						QtyDiff: difference,
					},
				},
			],
		});
	}

	/** Pieces that adjustments have put on the shelf, less what they have taken off. */
	adjusted(name: string): number {
		const lines = this.company
			.where('InventoryAdjustment', () => true)
			.flatMap(({ Line }) => Line as Json[])
			.map((line) => line.ItemAdjustmentLineDetail as { ItemRef: Json; QtyDiff: number });
		return lines
			.filter(({ ItemRef }) => ItemRef.value === this.idOf(name))
			.reduce((sum, { QtyDiff }) => sum + QtyDiff, 0);
	}

	onHand(name: string): number {
		return Number(this.company.read('Item', this.idOf(name)).QtyOnHand);
	}

	private ref(entity: string, name: string): { value: string } {
		const key = `${entity} ${name}`;
		const known = seededIds.get(key);
		if (known !== undefined) return { value: known };
		const value = this.find(entity, name);
		seededIds.set(key, value);
		return { value };
	}

	private find(entity: string, name: string): string {
		const isNamed = (row: Json) =>
			[row.FullyQualifiedName, row.DisplayName, row.Name].includes(name);
		const [row] = this.company.where(entity, isNamed);
		if (row === undefined) throw new Error(`There is no ${entity} ${name}`);
		return row.Id;
	}
}
