import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../accounting/problems';
import { connectCompany } from '../panel/connectCompany';
import { connectShop, type ShopConnection } from '../panel/connectShop';
import { stockOff } from '../quickbooks/inventory';
import type { Session } from '../quickbooks/session';
import { readLocations } from '../shopify/inventory';
import { readShop } from '../shopify/shop';
import type { Shop } from '../shopify/types';
import { chosenLocations, type Location } from './locations';

/** Both sides, with what is read of them once. */
export interface Connections {
	connection: ShopConnection;
	shop: Shop;
	locations: Location[];
	session: Session;
}

/** A company that counts no stock is told so before anything else is read. */
export async function connectSides(
	context: IExecuteFunctions,
	chosen: unknown,
): Promise<Outcome<Connections>> {
	const company = await connectCompany(context);
	if (!company.ok) return company;
	const { session } = company.value;
	const off = stockOff(session.company);
	if (off) return { ok: false, problem: off };
	const connection = await connectShop(context, 0);
	if (!connection.ok) return connection;
	const { client } = connection.value;
	const shop = await readShop(client);
	if (!shop.ok) return shop;
	const all = await readLocations(client);
	if (!all.ok) return all;
	const locations = chosenLocations(chosen, all.value);
	if (!locations.ok) return locations;
	return {
		ok: true,
		value: {
			connection: connection.value,
			shop: shop.value,
			locations: locations.value,
			session,
		},
	};
}
