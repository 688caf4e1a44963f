import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { throwProblem } from '../../n8n/problems';
import { connectShopOfPanel } from '../../panel/connectShop';
import { readLocations } from '../../shopify/inventory';

/** Active locations of the shop, by name. */
export async function getLocations(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const connection = await connectShopOfPanel(this);
	if (!connection.ok) throwProblem(this.getNode(), 0, connection.problem);
	const locations = await readLocations(connection.value.client);
	if (!locations.ok) throwProblem(this.getNode(), 0, locations.problem);
	return locations.value
		.filter(({ isActive }) => isActive)
		.map(({ id, name }) => ({ name, value: id }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
