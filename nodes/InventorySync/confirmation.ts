import type { IExecuteFunctions } from 'n8n-workflow';

import { confirmationOf } from '../accounting/inventory';
import type { Problem } from '../accounting/problems';
import type { Connections } from './connect';
import type { Settings } from './settings';

/** Stands for what decides about quantities: another workflow, shop or setting is another code. */
export function codeOf(
	context: IExecuteFunctions,
	{ policy, lookBackDays }: Settings,
	{ shop, locations, session }: Connections,
): string {
	const { direction, match, quantity, distribution, unbooked, buffer } = policy;
	return confirmationOf({
		workflow: context.getWorkflow().id ?? '',
		shop: shop.myshopifyDomain,
		company: session.company.realmId,
		direction,
		match,
		locations: locations.map(({ id }) => id),
		quantity,
		distribution,
		unbooked,
		lookBackDays,
		buffer,
	});
}

export function notConfirmed({ confirmationCode }: Settings, code: string): Problem {
	return {
		code: 'not-confirmed',
		what:
			confirmationCode === ''
				? 'Nothing was written: these are the changes, and nobody has confirmed them yet'
				: `Nothing was written: '${confirmationCode}' is the code of other settings, or of another workflow`,
		where: 'Confirmation Code',
		fix: `Look at the changes. If they are right, fill in 'Confirmation Code' with ${code} and run again.`,
	};
}
