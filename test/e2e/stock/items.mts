import assert from 'node:assert/strict';

import { manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';
import type { Stage } from '../stage.mts';
import type { Warehouse } from './goods.mts';
import { succeeded, told } from './told.mts';

/** Template 11: looks, creates what was approved by its code, and nothing twice. */
export async function itemChecks(
	{ checks, workshop: { rest } }: Stage,
	warehouse: Warehouse,
	{ file, imported }: Template,
): Promise<void> {
	const id = String(imported.id);
	const items = () => warehouse.quickBooks.company.all('Item');
	const run = async () => succeeded(await rest.runWorkflow(id, manualTrigger(file)));
	const before = items().length;
	let code: unknown;
	await checks.check(
		'template 11 shows what QuickBooks does not have, and writes nothing',
		async () => {
			const shown = await run();
			const waiting = told(shown, 'Waiting for approval');
			code = waiting[0]?.approvalCode;
			assert.deepEqual(
				waiting.map(({ action, sku }) => `${String(action)} ${String(sku)}`).sort(),
				['Create BOWL', 'Create VASE'],
			);
			const unmatched = told(shown, 'Unmatched').map(({ product }) => product);
			assert.ok(unmatched.includes('Gift set'), String(unmatched));
			assert.equal(items().length, before);
		},
	);
	await checks.check('once their code is approved it creates them', async () => {
		await rest.editNodes(id, (node) => {
			if (node.name !== 'Approve') return node;
			const parameters = structuredClone(node.parameters);
			const { assignments } = parameters.assignments as { assignments: object[] };
			Object.assign(assignments[0], { value: code });
			return { ...node, parameters };
		});
		const written = await run();
		assert.deepEqual(told(written, 'Held: what to do'), []);
		assert.equal(told(written, 'Written').length, 2);
		assert.equal(items().length, before + 2);
		const { Name, Type, UnitPrice, PurchaseCost } = warehouse.item('VASE') ?? {};
		assert.deepEqual(
			{ Name, Type, UnitPrice, PurchaseCost },
			{ Name: 'Vase', Type: 'NonInventory', UnitPrice: 20, PurchaseCost: 4.5 },
		);
	});
	await checks.check('a second run creates nothing', async () => {
		const again = await run();
		assert.deepEqual(told(again, 'Waiting for approval'), []);
		assert.deepEqual(told(again, 'Written'), []);
		assert.equal(items().length, before + 2);
	});
}
