import type { RunResult } from '../../engine/index.mts';
import { runTemplate11, shopWithBooks, type ShopWithBooks } from './productShop.mts';

/** The items' JSON on an output of a node. */
function told({ outputs }: RunResult, node: string, output = 0): Array<Record<string, unknown>> {
	return (outputs[node]?.[output] ?? []).map(({ json }) => json);
}

describe('template 11, unchanged', () => {
	let side: ShopWithBooks;
	beforeEach(async () => (side = await shopWithBooks()));
	afterEach(async () => await side.close());

	it('only shows what it would create, and lists what it leaves alone', async () => {
		const before = side.items().length;
		const result = await runTemplate11(side);
		expect([result.status, result.error?.message]).toEqual(['success', undefined]);
		const waiting = told(result, 'Waiting for approval');
		expect(waiting.length).toBeGreaterThan(50);
		expect(waiting[0]).toMatchObject({ action: 'Create' });
		expect(String(waiting[0].changes)).toMatch(/Name: .+\n/);
		const unmatched = told(result, 'Unmatched');
		expect(new Set(unmatched.map(({ isIn }) => isIn))).toEqual(new Set(['Shopify', 'QuickBooks']));
		for (const { whatHappened, whatToDo } of unmatched) {
			expect(whatHappened).toMatch(/\w{3,} \w+/);
			expect(whatToDo).toMatch(/\w{3,} \w+/);
		}
		expect(side.items().length).toBe(before);
	});

	it('creates what was approved by its code, once', async () => {
		const waiting = told(await runTemplate11(side), 'Waiting for approval');
		const before = side.items().length;
		const result = await runTemplate11(side, { approvedCode: String(waiting[0].approvalCode) });
		expect([result.status, result.error?.message]).toEqual(['success', undefined]);
		expect(told(result, 'Written')).toHaveLength(waiting.length);
		expect(told(result, 'Held: what to do')).toEqual([]);
		expect(side.items().length).toBe(before + waiting.length);
		const again = await runTemplate11(side, { approvedCode: String(waiting[0].approvalCode) });
		expect(told(again, 'Waiting for approval')).toEqual([]);
		expect(side.items().length).toBe(before + waiting.length);
	});

	it('writes nothing where as many others are to be changed as were approved', async () => {
		const [{ approvalCode }] = told(await runTemplate11(side), 'Waiting for approval');
		side.shopify.shop.products[0].variants[0].price = '12.34';
		const before = side.items().length;
		const result = await runTemplate11(side, { approvedCode: String(approvalCode) });
		expect(told(result, 'Waiting for approval')[0]).toMatchObject({
			approvalCode: expect.not.stringContaining(String(approvalCode)),
		});
		expect(side.items().length).toBe(before);
	});

	it('writes nothing by schedule, whatever was approved', async () => {
		const { changes, changesCode } = told(await runTemplate11(side), 'Preview the items', 1)[0];
		const before = side.items().length;
		const result = await runTemplate11(side, {
			approvedCode: String(changesCode),
			startNode: 'Every Monday',
		});
		expect(result.status).toBe('success');
		expect(told(result, 'Waiting for approval')).toHaveLength(Number(changes));
		expect(side.items().length).toBe(before);
	});

	it('says under Held that QuickBooks does not answer', async () => {
		side.quickBooks.control.fail({ kind: 'serverError', times: 200 });
		const result = await runTemplate11(side);
		expect(result.status).toBe('success');
		expect(told(result, 'Held: what to do')).toMatchObject([{ whatHappened: expect.any(String) }]);
	});
});
