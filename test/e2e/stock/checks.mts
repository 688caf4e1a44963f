import { furnish } from '../../../scripts/n8n/workshop.mts';
import type { Stage } from '../stage.mts';
import { approvalChecks, PREVIEW } from './approval.mts';
import { costChecks } from './costs.mts';
import { openWarehouse } from './goods.mts';
import { itemChecks } from './items.mts';
import { syncChecks } from './syncing.mts';
import { named } from './told.mts';
import { connectWriter } from './writer.mts';

/** Templates 10 to 12 with a shop and a company that have the same goods. */
export async function stockChecks(stage: Stage): Promise<void> {
	const warehouse = await openWarehouse();
	try {
		const templates = await furnish(stage.workshop, warehouse, 'stock');
		const sync = named(templates, /^Sync stock/);
		await settleSoon(stage, String(sync.imported.id));
		const writer = await connectWriter(stage, warehouse, sync);
		await approvalChecks(stage, warehouse, sync);
		await syncChecks(stage, warehouse, sync, writer);
		await itemChecks(stage, warehouse, named(templates, /^Create missing items/));
		await costChecks(stage, warehouse, named(templates, /^Cost of goods/));
	} finally {
		await warehouse.close();
	}
}

/** As long as the sync waits before it reads again what was sold while it wrote. */
async function settleSoon({ workshop: { rest } }: Stage, id: string): Promise<void> {
	await rest.editNodes(id, (node) => {
		if (node.name !== PREVIEW) return node;
		const guards = { ...(node.parameters.guards as object), settlingSeconds: 2 };
		return { ...node, parameters: { ...node.parameters, guards } };
	});
}
