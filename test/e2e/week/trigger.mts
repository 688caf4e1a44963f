import assert from 'node:assert/strict';

import { outputsOf } from '../../../engine/index.mts';
import { DAY } from '../../../sandbox/shopify/shop/calendar.mts';
import type { Merchant } from '../../../scripts/demo/merchant.mts';
import type { Stage } from '../stage.mts';
import { showAt } from './week.mts';

const TRIGGER = 'What happens in the ledger';
const WITHIN_MS = 130_000;

/** An activated trigger starts an execution by itself when something new happens in the shop. */
export async function triggerCheck({ checks, workshop }: Stage, merchant: Merchant, now: number) {
	const { rest } = workshop;
	await checks.check('Shopify Balance Trigger starts a workflow by itself', async () => {
		const { id } = await rest.createWorkflow({
			name: 'Watch the ledger',
			nodes: [
				{
					id: 'trigger',
					name: TRIGGER,
					type: 'n8n-nodes-shopify-quickbooks.shopifyBalanceTrigger',
					typeVersion: 1,
					position: [0, 0],
					parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] } },
					credentials: {
						shopifyStoreOAuth2Api: { id: 'shopifyweek', name: 'Shopify (week)' },
					},
				},
				{
					id: 'end',
					name: 'Seen',
					type: 'n8n-nodes-base.noOp',
					typeVersion: 1,
					position: [220, 0],
					parameters: {},
				},
			],
			connections: { [TRIGGER]: { main: [[{ node: 'Seen', type: 'main', index: 0 }]] } },
		});
		const workflow = String(id);
		await rest.activate(workflow);
		// Its first poll, which begins now, finds nothing to tell.
		await new Promise((resolve) => setTimeout(resolve, 4000));
		assert.deepEqual(await rest.executions(workflow), []);
		showAt(merchant, now + DAY);
		const end = Date.now() + WITHIN_MS;
		let executions = await rest.executions(workflow);
		while (executions.length === 0 && Date.now() < end) {
			await new Promise((resolve) => setTimeout(resolve, 2000));
			executions = await rest.executions(workflow);
		}
		await rest.deactivate(workflow);
		const [execution] = executions;
		assert.ok(execution, 'nothing was started');
		assert.equal(execution.status, 'success');
		const [items = []] = outputsOf(execution.data)[TRIGGER] ?? [];
		assert.ok(items.length > 0, 'nothing was seen');
	});
}
