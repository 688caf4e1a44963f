import { changesCode, type ProductRow } from '../../../nodes/accounting/products';

function row(changes: Partial<ProductRow> = {}): ProductRow {
	return {
		product: 'Mug',
		sku: 'MUG',
		status: 'Create',
		fields: [{ field: 'Price', before: null, after: '12.00' }],
		leftOut: [],
		problem: null,
		item: null,
		variantId: 'gid://shopify/ProductVariant/1',
		inventoryItemId: 'gid://shopify/InventoryItem/1',
		...changes,
	} as ProductRow;
}

const other = row({ variantId: 'gid://shopify/ProductVariant/2' });

it('is the same for the same changes in any order, whatever is left alone', () => {
	expect(changesCode([row(), other])).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
	expect(changesCode([other, row({ status: 'Same' }), row()])).toBe(changesCode([row(), other]));
});

it.each([
	['another product', [other]],
	['another value', [row({ fields: [{ field: 'Price', before: null, after: '13.00' }] })]],
	['one more', [row(), other]],
] as Array<[string, ProductRow[]]>)('is another for %s', (_name, rows) => {
	expect(changesCode(rows)).not.toBe(changesCode([row()]));
});

it('is none where nothing is to change', () => {
	expect(changesCode([row({ status: 'Skipped' })])).toBe('');
});
