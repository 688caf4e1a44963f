import type { IExecuteFunctions } from 'n8n-workflow';

import type { Outcome } from '../accounting/problems';
import { clock } from '../n8n/clock';
import { authenticatedHttp } from '../n8n/transport';
import { connectShop, type ShopConnection } from '../panel/connectShop';
import { answerProblem } from '../quickbooks/client';
import { companyAddress } from '../quickbooks/credential';
import { stockOff } from '../quickbooks/inventory';
import { openSession, type Session } from '../quickbooks/session';
import { readLocations } from '../shopify/inventory';
import { readShop } from '../shopify/shop';
import type { Shop } from '../shopify/types';
import { chosenLocations, type Location } from './locations';

const CREDENTIAL = 'quickBooksCompanyOAuth2Api';

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
	const session = await openCompany(context);
	if (!session.ok) return session;
	const off = stockOff(session.value.company);
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
			session: session.value,
		},
	};
}

async function openCompany(context: IExecuteFunctions): Promise<Outcome<Session>> {
	const address = companyAddress(await context.getCredentials(CREDENTIAL, 0));
	if (!address.ok) return address;
	const { baseUrl, realmId } = address.value;
	const send = authenticatedHttp(context, CREDENTIAL);
	const session = await openSession({ send, clock, baseUrl, realmId });
	if (session.kind === 'done') return { ok: true, value: session.value };
	return { ok: false, problem: answerProblem(session, 'QuickBooks') };
}
