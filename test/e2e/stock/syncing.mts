import assert from 'node:assert/strict';

import type { INodeParameters } from 'n8n-workflow';

import type { Execution } from '../../../scripts/n8n/rest.mts';
import { manualTrigger, type Template } from '../../../scripts/n8n/workshop.mts';
import type { Stage } from '../stage.mts';
import { PREVIEW } from './approval.mts';
import type { Warehouse } from './goods.mts';
import { succeeded, told, type Row } from './told.mts';
import type { Writer } from './writer.mts';

const HELD = 'Held: what to do';
const STOPPED = 'Stopped: what to do';

/** Template 10 by its workflow alone: again, by mail, without a code, without the scope, with both. */
export async function syncChecks(
	{ checks, workshop: { rest, mailbox } }: Stage,
	warehouse: Warehouse,
	{ file, imported }: Template,
	writer: Writer,
): Promise<void> {
	const id = String(imported.id);
	const [location] = warehouse.shopify.shop.locations;
	const set = async (settings: INodeParameters) => {
		await rest.editNodes(id, (node) =>
			node.name === PREVIEW ? { ...node, parameters: { ...node.parameters, ...settings } } : node,
		);
	};
	const run = async () => await rest.runUntilAsked(id, manualTrigger(file));
	let code = '';
	await set({ locations: [String(location.id)] });

	await checks.check('a second run asks only about what was left out', async () => {
		const writes = warehouse.writes();
		const asked = await run();
		assert.equal(asked.status, 'waiting');
		assert.deepEqual(changesOf(asked), ['Mug 8 12']);
		await rest.post(`/rest/executions/${asked.id}/stop`, {});
		assert.equal(warehouse.writes(), writes);
		// The books agree with the shelf from now on.
		const mug = warehouse.item('MUG')!;
		warehouse.quickBooks.company.update('Item', { ...mug, QtyOnHand: 8 });
	});
	await checks.check('a run where all is the same asks nothing and writes nothing', async () => {
		const writes = warehouse.writes();
		assert.deepEqual(changesOf(succeeded(await run())), []);
		assert.equal(warehouse.writes(), writes);
	});
	await checks.check(
		'"Apply" without a code writes nothing and asks; "No" in the mailed form is no',
		async () => {
			warehouse.till.count('LAMP', location, 15);
			const before = [warehouse.stock(), warehouse.writes()];
			await rest.editNodes(id, (node) => ({ ...node, disabled: false }));
			await set({ mode: 'Apply' });
			const asked = await run();
			assert.equal(asked.status, 'waiting');
			assert.deepEqual(changesOf(asked), ['Lamp 15 19']);
			code = String(told(asked, PREVIEW, 1)[0].confirmationCode);
			assert.match(String(told(asked, STOPPED)[0].whatToDo), new RegExp(code));
			await answer(linkIn(mailbox.messages.at(-1)), 'No', 'Lamp (LAMP): 15 → 19');
			succeeded(await rest.finished(asked.id));
			assert.deepEqual([warehouse.stock(), warehouse.writes()], before);
		},
	);
	await checks.check(
		'with the code, but without the right to write, it says what to do',
		async () => {
			const before = warehouse.stock();
			await writer.use('reading');
			await set({ confirmationCode: code });
			const [{ whatHappened, whatToDo }] = told(succeeded(await run()), HELD);
			assert.match(`${whatHappened} ${whatToDo}`, /write_inventory/);
			assert.deepEqual(warehouse.stock(), before);
		},
	);
	await checks.check('with the code it writes without asking', async () => {
		await writer.use('writing');
		const rows = told(succeeded(await run()), PREVIEW);
		const done = rows.filter(({ status }) => status === 'Done').map(({ product }) => product);
		assert.deepEqual(done, ['Lamp']);
		assert.deepEqual(warehouse.stock(), { LAMP: 19, RUG: 2, MUG: 8, CUP: 4 });
	});
}

/** "Lamp 10 20" for each product that would change. */
const changesOf = (execution: Execution): string[] =>
	told(execution, PREVIEW)
		.filter(({ status }) => status === 'Change')
		.map(
			({ product, before, after }: Row) => `${String(product)} ${String(before)} ${String(after)}`,
		);

function linkIn(message = ''): string {
	const text = message.replaceAll('=\r\n', '').replaceAll('=3D', '=');
	return /http:\S+form-waiting\S+/.exec(text)?.[0] ?? assert.fail(`no link in: ${text}`);
}

async function answer(link: string, yesOrNo: string, shown: string): Promise<void> {
	const page = await fetch(link);
	assert.ok((await page.text()).includes(shown), 'the form does not show the change');
	const form = new FormData();
	form.set('field-0', yesOrNo);
	form.set('field-1', '');
	const response = await fetch(link, { method: 'POST', body: form });
	assert.equal(response.status, 200);
}
