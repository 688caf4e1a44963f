import type { IExecuteFunctions } from 'n8n-workflow';

import { productItems } from '../../nodes/InventorySync/outputs/productItems';
import type { SyncedRow } from '../../nodes/InventorySync/sync';

const problem = { code: 'stock-refused', what: 'Refused', where: 'Main', fix: 'Correct it.' };
const row = (status: SyncedRow['status']): SyncedRow => ({
	product: 'Lamp',
	sku: null,
	inventoryItemId: '1',
	item: null,
	quickBooks: null,
	shopify: null,
	unbooked: 0,
	unbookedOrders: [],
	before: 1,
	after: 2,
	change: 1,
	status,
	problem: status === 'Failed' ? problem : null,
	notes: [],
	levels: [],
});

it('an error that stops the workflow says how many products were written all the same', () => {
	const node = { name: 'Sync', type: 'x', id: '1', typeVersion: 1, position: [0, 0], parameters: {} };
	const context = { continueOnFail: () => false, getNode: () => node };
	const told = { direction: '', confirmationCode: '', itemIndexOf: () => 0 };
	const rows = [row('Done'), row('Failed'), row('Done'), row('Failed')];
	let description: unknown;
	try {
		productItems(context as unknown as IExecuteFunctions, rows, told);
	} catch (error) {
		({ description } = error as { description?: unknown });
	}
	expect(description).toContain('Correct it. Products that were written: 2, refused: 2.');
});
