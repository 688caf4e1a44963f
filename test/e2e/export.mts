import assert from 'node:assert/strict';

import type { Template } from '../../scripts/n8n/workshop.mts';
import type { Stage } from './stage.mts';

const EXPORT = `Date,Description,Amount
2026-10-05,Payout from Shopify Payments,812.40
2026-10-06,Transfer to bank account,-500.00
2026-10-07,Cashback reward,3.15
2026-10-08,Corner Hardware,-42.19
`;

/** Template 9: the file is dropped into its form, as the owner does in a browser. */
export async function exportChecks(stage: Stage, template: Template): Promise<void> {
	const { checks, merchant, workshop } = stage;
	const { company } = merchant.quickBooks;
	const id = String(template.imported.id);
	const drop = async (): Promise<void> => {
		const form = new FormData();
		form.set('field-0', new Blob([EXPORT], { type: 'text/csv' }), 'export.csv');
		const address = `${workshop.server.url}/form/${formOf(template)}`;
		const response = await fetch(address, { method: 'POST', body: form });
		assert.equal(response.status, 200);
	};
	const written = () =>
		['Purchase', 'Deposit', 'Transfer'].map((entity) => company.all(entity).length);
	await checks.check('template 9 books an export that is dropped into its form, once', async () => {
		await workshop.rest.activate(id);
		await published(`${workshop.server.url}/form/${formOf(template)}`);
		const before = written();
		await drop();
		await executed(stage, id, 1);
		const [purchases, deposits, transfers] = written().map((count, at) => count - before[at]);
		// A rule knows cashback and transfers; payouts are booked elsewhere, and the shop asks for the rest.
		assert.deepEqual(
			{ purchases, deposits, transfers },
			{ purchases: 0, deposits: 1, transfers: 1 },
		);
		const after = written();
		await drop();
		await executed(stage, id, 2);
		assert.deepEqual(written(), after);
		await workshop.rest.deactivate(id);
	});
}

function formOf({ imported }: Template): string {
	const form = imported.nodes.find(({ type }) => type.endsWith('.formTrigger'));
	return String(form?.webhookId);
}

/** n8n opens the form a moment after the workflow was activated. */
async function published(address: string): Promise<void> {
	for (const end = Date.now() + 20_000; Date.now() < end; ) {
		if ((await fetch(address)).ok) return;
		await new Promise((resolve) => setTimeout(resolve, 500));
	}
	assert.fail('the form was not published');
}

/** Waits until the workflow has run so many times, each time to its end. */
async function executed({ workshop: { rest } }: Stage, id: string, times: number): Promise<void> {
	for (const end = Date.now() + 60_000; Date.now() < end; ) {
		const executions = await rest.executions(id);
		if (executions.length >= times) {
			return assert.deepEqual([...new Set(executions.map(({ status }) => status))], ['success']);
		}
		await new Promise((resolve) => setTimeout(resolve, 1000));
	}
	assert.fail('the form started nothing');
}
