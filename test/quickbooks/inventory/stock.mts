import type { Books } from '../books.mts';
import { SHOP } from '../documents';

type Row = Record<string, unknown>;

/** Stock in a sandbox company, made without the API. */
export class StockRoom {
	constructor(readonly books: Books) {}

	private get company() {
		return this.books.sandbox.company;
	}

	/** The id of an account. */
	account(name: string): string {
		const found = this.company.all('Account').find(({ Name }) => Name === name);
		if (!found) throw new Error(`There is no account ${name}`);
		return String(found.Id);
	}

	/** @returns the new item's id. */
	item(name: string, onHand = 10, changes: Row = {}): string {
		const ref = (account: string) => ({ value: this.account(account) });
		const row = this.company.create('Item', {
			Name: name,
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: onHand,
			PurchaseCost: 5,
			InvStartDate: '2026-01-01',
			IncomeAccountRef: ref('Sales of Product Income'),
			ExpenseAccountRef: ref('Cost of Goods Sold'),
			AssetAccountRef: ref('Inventory Asset'),
			...changes,
		});
		return String(row.Id);
	}

	/** @returns the new item's id. */
	unstocked(name: string, changes: Row = {}): string {
		const row = this.company.create('Item', {
			Name: name,
			Type: 'NonInventory',
			IncomeAccountRef: { value: this.account('Sales of Product Income') },
			...changes,
		});
		return String(row.Id);
	}

	onHand(id: string): unknown {
		return this.company.read('Item', id).QtyOnHand;
	}

	adjustments(): Row[] {
		return this.company.all('InventoryAdjustment');
	}

	/** A document over pieces of items. @param marker keys as `noteWithKey` writes them, without the shop. */
	document(
		entity: 'SalesReceipt' | 'Invoice' | 'RefundReceipt' | 'CreditMemo',
		marker: string,
		pieces: Readonly<Record<string, number>>,
		changes: Row = {},
	): string {
		const needsCustomer = entity === 'Invoice' || entity === 'CreditMemo';
		const customer = this.company.all('Customer')[0];
		const row = this.company.create(entity, {
			TxnDate: '2026-11-10',
			PrivateNote: `Shopify ${marker.replaceAll('[', `[${SHOP}/`)}`,
			...(needsCustomer ? { CustomerRef: { value: customer.Id } } : {}),
			...(entity === 'RefundReceipt'
				? { DepositToAccountRef: { value: this.account('Checking') } }
				: {}),
			Line: Object.entries(pieces).map(([item, count]) => ({
				Amount: count * 20,
				DetailType: 'SalesItemLineDetail',
				SalesItemLineDetail: {
					ItemRef: { value: item },
					Qty: count,
					UnitPrice: 20,
					TaxCodeRef: { value: 'NON' },
				},
			})),
			...changes,
		});
		return String(row.Id);
	}
}

/** Whatever the tests call now. */
export const NOW = new Date('2026-11-20T18:00:00Z');
