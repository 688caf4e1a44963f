import assert from 'node:assert/strict';

import { outputsOf } from '../../../engine/index.mts';
import { DAY } from '../../../sandbox/shopify/shop/calendar.mts';
import type { Merchant } from '../../../scripts/demo/merchant.mts';
import type { Execution } from '../../../scripts/n8n/rest.mts';
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
		// It begins at n8n's today, and all of the shop's month lies after that.
		const before = await atLeast(1, workflow);
		showAt(merchant, now + DAY);
		const after = await atLeast(before.length + 1, workflow);
		await rest.deactivate(workflow);
		const [execution] = after;
		assert.equal(execution.status, 'success');
		const [items = []] = outputsOf(execution.data)[TRIGGER] ?? [];
		const dates = items.map(({ json }) => Date.parse(String(json.issuedAt)));
		assert.ok(
			dates.some((date) => date > now),
			'nothing new was seen',
		);
	});

	/** Waits until the trigger has started so many executions. */
	async function atLeast(count: number, workflow: string): Promise<Execution[]> {
		const end = Date.now() + WITHIN_MS;
		for (;;) {
			const executions = await rest.executions(workflow);
			if (executions.length >= count) return executions;
			assert.ok(Date.now() < end, 'nothing was started');
			await new Promise((resolve) => setTimeout(resolve, 2000));
		}
	}
}
